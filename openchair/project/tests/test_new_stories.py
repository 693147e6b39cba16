"""A story that was placed lately stands on Today among what is new, until its reader says they have read."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openchair.gatherings.tests.scene import opened
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.people.blocking import block
from openchair.shares.marking import leave_out
from openchair.shares.newly import LOOKED_AT
from openchair.shares.tests.scene import shared
from openchair.stories import turning, writing
from openchair.stories.models import Story
from openchair.stories.newly import MOST
from openchair.stories.tests.scene import written
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    found = the_cast()
    Membership.objects.update(joined_at=now() - timedelta(days=9))
    return found


def new_on(client: Client, page: str = "/today/") -> str:
    """What stands there under what is new."""
    return client.get(page).content.decode().partition("New in your groups")[2].partition("Your groups")[0]


def test_what_is_no_share_stands_the_newest_first_too(cast: Cast) -> None:
    gathering, story = opened(cast.harbour, cast.amara, hours_ago=1), written(cast.harbour, cast.chidi)
    found = new_on(client_of(cast.ben), "/shares/new/")
    assert found.index(story.public_id) < found.index(gathering.public_id)
    Story.objects.filter(pk=story.pk).update(placed_at=now() - timedelta(hours=2))
    found = new_on(client_of(cast.ben), "/shares/new/")
    assert found.index(story.public_id) > found.index(gathering.public_id)


def test_it_leads_to_the_story_says_who_told_it_and_goes_when_it_was_read(cast: Cast) -> None:
    story, ben = written(cast.harbour, cast.chidi), client_of(cast.ben)
    found = new_on(ben)
    assert f'href="/stories/{story.public_id}/"' in found and "Chidi" in found and "A story" in found
    assert story.public_id in new_on(ben, "/shares/new/")
    assert story.public_id not in new_on(client_of(cast.chidi))
    ben.post("/shares/read/", {"newest": story.public_id})
    assert "You are up to date." in new_on(ben) and story.public_id not in new_on(ben, "/shares/new/")


def test_stories_and_shares_stand_in_one_list_the_newest_first(cast: Cast) -> None:
    share = shared(cast.harbour, cast.chidi, hours_ago=2)
    story = written(cast.harbour, cast.amara)
    later = shared(cast.harbour, cast.amara, hours_ago=0)
    Story.objects.filter(pk=story.pk).update(placed_at=now() - timedelta(hours=1))
    ben, order = client_of(cast.ben), [later.public_id, story.public_id, share.public_id]
    found = new_on(ben)
    assert sorted(order, key=found.index) == order and "That is everything new." in found
    ben.post("/shares/read/", {"newest": story.public_id})
    found = new_on(ben)
    assert later.public_id in found and story.public_id not in found and share.public_id not in found


@pytest.mark.requirement("S10")
def test_what_one_does_not_see_in_the_library_is_not_new(cast: Cast) -> None:
    for_hosts = written(cast.harbour, cast.chidi, "For hosts", audience=Story.Audience.HOSTS)
    hidden, gone = written(cast.harbour, cast.chidi, "Hidden"), written(cast.harbour, cast.chidi, "Gone")
    about_loss = written(cast.harbour, cast.chidi, "Loss", topics=("loss",))
    turning.hide(person=cast.ben, story=hidden)
    writing.take_back(story=gone)
    leave_out(person=cast.ben, topics=["loss"])
    found = new_on(client_of(cast.ben))
    assert all(one.public_id not in found for one in (for_hosts, hidden, gone, about_loss))
    assert for_hosts.public_id in new_on(client_of(cast.amara))
    for page in ("/today/", "/shares/new/"):
        assert about_loss.public_id in new_on(client_of(cast.amara), page)
    block(person=cast.amara, other=cast.chidi)
    assert "You are up to date." in new_on(client_of(cast.amara))


def test_no_name_is_told_that_its_writer_did_not_give(cast: Cast) -> None:
    story = written(cast.harbour, cast.chidi, named=Story.Named.HOSTS)
    found = new_on(client_of(cast.ben))
    assert story.public_id in found and "A member" in found and "Chidi" not in found


def test_whoever_is_new_is_not_met_by_what_was_told_before_they_came(cast: Cast) -> None:
    written(cast.harbour, cast.chidi)
    recipes.member(cast.harbour, cast.dana, "Dana")
    dana = client_of(cast.dana)
    assert (
        "You are up to date." in new_on(dana)
        and "You are up to date." in dana.get("/shares/new/").content.decode()
    )


def test_a_day_without_stories_asks_nothing_for_them_and_ten_cost_as_much_as_one(cast: Cast) -> None:
    ben, counts = client_of(cast.ben), []
    for stories in (0, 1, 9):
        for number in range(stories):
            written(cast.harbour, cast.chidi, f"Story {number}")
        ben.get("/today/")
        with CaptureQueriesContext(connection) as asked:
            ben.get("/today/")
        counts.append(len(asked))
    assert counts[1] == counts[2] == counts[0] + 1


def test_more_new_stories_than_stand_there_are_not_called_everything(cast: Cast) -> None:
    told = [written(cast.harbour, cast.chidi, f"Story {number}") for number in range(MOST)]
    for number, story in enumerate(told):
        Story.objects.filter(pk=story.pk).update(placed_at=now() - timedelta(minutes=number))
    ben, library = client_of(cast.ben), f'href="/groups/{cast.harbour.public_id}/stories/"'
    page = ben.get("/shares/new/").content.decode()
    assert "That is everything new." in page and library not in page
    oldest = written(cast.harbour, cast.chidi, "The twenty-first")
    Story.objects.filter(pk=oldest.pk).update(placed_at=now() - timedelta(hours=1))
    page = ben.get("/shares/new/").content.decode()
    assert all(one.public_id in page for one in told) and oldest.public_id not in page
    assert "There are more stories than stand here" in page and library in page
    assert "That is everything new." not in page and "I have read these" in page
    for story in told:
        turning.hide(person=cast.ben, story=story)
    assert oldest.public_id in ben.get("/shares/new/").content.decode()


@pytest.mark.parametrize("what", [shared, written])
def test_left_out_topics_that_fill_what_is_looked_at_leave_a_way_to_the_rest(
    cast: Cast, what: Callable[..., object]
) -> None:
    if what is shared:
        shared(cast.harbour, cast.chidi, "an older one", hours_ago=3)
    else:
        earlier = written(cast.harbour, cast.chidi, "An older one")
        Story.objects.filter(pk=earlier.pk).update(placed_at=now() - timedelta(hours=3))
    for _number in range(LOOKED_AT if what is shared else MOST):
        what(cast.harbour, cast.chidi, "about a loss", topics=("loss",))
    leave_out(person=cast.ben, topics=["loss"])
    ben = client_of(cast.ben)
    found = new_on(ben)
    assert "You are up to date." not in found and "Read everything new" in found
    page = ben.get("/shares/new/").content.decode()
    assert "You are up to date." not in page and "That is everything new." not in page
