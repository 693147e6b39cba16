"""The pages: what they ask of the database, and what they say when something is missing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.greeting.models import Patience
from openchair.greeting.tests.scene import a_harbour, greets, page_of
from openchair.people.tests.steps import text_of
from openchair.shares import turning
from openchair.shares.tests.scene import replied, shared
from tests import recipes
from tests.cast import Cast, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    made = a_harbour()
    greets(made.harbour, made.chidi)
    return made


def fill(cast: Cast, many: int, mark: str) -> None:
    for number in range(many):
        somebody = recipes.person(f"{mark}-{number}")
        recipes.member(cast.harbour, somebody, f"Member {mark} {number}")
        shared(cast.harbour, somebody, f"share {mark} {number}.", hours_ago=number + 1)


def queries(cast: Cast, more: str) -> int:
    browser = client_of(cast.chidi)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(f"/groups/{cast.harbour.public_id}/{more}").status_code == 200
    return len(caught)


def today(cast: Cast, name: str) -> str:
    return text_of(client_of(getattr(cast, name)).get("/today/").content)


def test_today_says_to_hosts_and_greeters_where_somebody_waits(cast: Cast) -> None:
    line = "somebody waits for a first answer"
    shared(cast.harbour, cast.ben, need="ideas")
    assert line not in today(cast, "amara") and line not in today(cast, "chidi")
    share = shared(cast.harbour, cast.ben, need="someone")
    assert line in today(cast, "amara") and line in today(cast, "chidi") and line not in today(cast, "eli")
    turning.hide(person=cast.chidi, what=share)
    assert line in today(cast, "amara") and line not in today(cast, "chidi")
    replied(share, cast.eli)
    assert line in today(cast, "amara")  # who does not meet Eli
    replied(share, cast.chidi)
    assert line not in today(cast, "amara")


def test_today_asks_nothing_more_on_a_quiet_day_and_as_often_for_many_groups(cast: Cast) -> None:
    def asked() -> int:
        browser = client_of(cast.amara)
        with CaptureQueriesContext(connection) as caught:
            assert browser.get("/today/").status_code == 200
        return len(caught)

    quiet = asked()
    shared(cast.harbour, cast.ben, hours_ago=100)
    busy = asked()
    for number in range(5):
        group = recipes.group(cast.amara, alias="Amara", name=f"Group {number}")
        recipes.member(group, cast.ben, "Ben")
        shared(group, cast.ben, hours_ago=100)
    assert quiet <= 10 and asked() == busy <= quiet + 4


@pytest.mark.parametrize("more", ["waiting/", "", "helping/"])
def test_a_page_asks_as_often_for_few_as_for_many(cast: Cast, more: str) -> None:
    fill(cast, 3, "few")
    few = queries(cast, more)
    fill(cast, 30, "many")
    assert queries(cast, more) == few <= 20


def test_the_queue_goes_on_to_its_end(cast: Cast) -> None:
    fill(cast, 25, "m")
    first, second = page_of(cast, cast.chidi), page_of(cast, cast.chidi, "waiting/?page=2")
    assert first.count("I will answer this") == 20 and second.count("I will answer this") == 5
    assert "share m 24." in first and "share m 0." in second and "share m 0." not in first


def test_hosts_settle_how_long_a_share_may_wait(cast: Cast) -> None:
    amara, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/patience/"
    bad = amara.post(where, {"hours": "7"})
    assert bad.status_code == 422 and "Please choose one of these." in text_of(bad.content)
    assert amara.post(where, {"hours": "24"}).status_code == 303
    assert Patience.of(cast.harbour).hours == 24
    assert "24 hours" in page_of(cast, cast.amara, "greeters/")
    assert client_of(cast.chidi).get(where).status_code == 404


def test_the_groups_page_leads_everybody_to_what_is_theirs(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, hours_ago=20)
    greeter, member, host = (page_of(cast, one, "") for one in (cast.chidi, cast.ben, cast.amara))
    assert "Help when somebody waits" in member and "Waiting for a first answer" not in member
    assert "Waiting for a first answer" in greeter and "Who welcomes people" not in greeter
    assert "Waiting for a first answer" in host and "Who welcomes people" in host
