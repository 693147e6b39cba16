"""A meeting that opened for days stands on Today among what is new, for whoever does not lead it."""

import pytest
from django.test import Client

from openchair.gatherings import closing
from openchair.gatherings.tests.scene import NAME, opened, passed
from openchair.shares.tests.scene import shared
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def new_on(client: Client, page: str = "/today/") -> str:
    """What stands there under what is new."""
    return client.get(page).content.decode().partition("New in your groups")[2].partition("Your groups")[0]


def test_members_are_told_and_its_chair_is_not(cast: Cast) -> None:
    gathering = opened(cast.harbour, cast.amara)
    found = new_on(client_of(cast.ben))
    assert f'href="/open-for-days/{gathering.public_id}/"' in found and NAME in found
    assert "Open for days" in found and "Harbour" in found
    assert NAME not in new_on(client_of(cast.amara)) and NAME not in new_on(client_of(cast.dana))
    assert NAME in new_on(client_of(cast.ben), "/shares/new/")


def test_it_goes_when_it_was_read_or_is_over(cast: Cast) -> None:
    gathering, ben = opened(cast.harbour, cast.amara), client_of(cast.ben)
    share = shared(cast.harbour, cast.chidi, hours_ago=2)
    ben.post("/shares/read/", {"newest": share.public_id})
    assert NAME in new_on(ben)
    ben.post("/shares/read/", {"newest": gathering.public_id})
    assert "You are up to date." in new_on(ben)
    closing.close(gathering=gathering, by=member_of(cast.harbour, cast.amara), line="")
    assert "You are up to date." in new_on(client_of(cast.chidi))


def test_one_that_is_to_come_is_told_when_it_begins(cast: Cast) -> None:
    gathering, ben = opened(cast.harbour, cast.amara, hours_ago=-1), client_of(cast.ben)
    ben.post("/shares/read/", {"newest": gathering.public_id})
    assert "You are up to date." in new_on(ben)
    passed(gathering, 2)
    assert NAME in new_on(ben)


def test_whoever_came_after_it_began_is_told_too(cast: Cast) -> None:
    opened(cast.harbour, cast.amara, hours_ago=5)
    recipes.member(cast.harbour, cast.dana, "Dana")
    assert NAME in new_on(client_of(cast.dana))
