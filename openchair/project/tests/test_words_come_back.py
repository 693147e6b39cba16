"""What somebody wrote for a place that closes meanwhile comes back to them, and to nobody else."""

import pytest
from django.test import Client

from openchair.gatherings.models import Gathering
from openchair.gatherings.tests.scene import begun as begun_turn
from openchair.gatherings.tests.scene import opened
from openchair.groups import leaving
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares import holding
from openchair.shares import writing as of_shares
from openchair.shares.models import Share
from openchair.shares.tests.scene import begun, replied, shared
from openchair.stories.models import Story
from openchair.stories.tests.scene import begun as begun_story
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
WORDS, TITLE = "the ferry that I never took", "Three winters"
GONE = "This is not here any more"


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


@pytest.fixture
def nights(cast: Cast) -> Gathering:
    return opened(cast.harbour, cast.amara)


def begin_everywhere(cast: Cast, nights: Gathering) -> list[str]:
    """Ben looks over a share, a story and a turn; where each of them would be sent."""
    begun(cast.harbour, cast.ben, WORDS)
    begun_story(cast.harbour, cast.ben, TITLE, words=(("How it began", WORDS),))
    begun_turn(nights, cast.ben, WORDS)
    group, days = f"/groups/{cast.harbour.public_id}/", f"/open-for-days/{nights.public_id}/"
    ways = [f"{days}turns/draft/posting/", f"{days}turns/draft/carrying/"]
    return [f"{group}shares/draft/posting/", f"{group}stories/draft/placing/", *ways]


def ended(cast: Cast, how: str) -> None:
    amara, ben = member_of(cast.harbour, cast.amara), member_of(cast.harbour, cast.ben)
    if how == "closed":
        leaving.close(group=cast.harbour, by=amara)
    elif how == "left":
        leaving.leave(membership=ben)
    else:
        leaving.remove(membership=ben, by=amara, reason="Please rest for a while.")


def plain(browser: Client, way: str, told: dict[str, str] | None = None) -> bool:
    """Is it the page that stands for everything that is not there?"""
    answer, nowhere = browser.post(way, told), browser.post("/shares/nowhere/withdrawal/")
    return answer.status_code == 404 and text_of(answer.content) == text_of(nowhere.content)


@pytest.mark.parametrize("how", ["closed", "left", "removed"])
def test_a_draft_that_can_no_longer_be_sent_stands_on_the_page(
    cast: Cast, nights: Gathering, how: str
) -> None:
    ways = begin_everywhere(cast, nights)
    ended(cast, how)
    ben = client_of(cast.ben)
    for way in ways:
        shown = [ben.post(way, {"submit_id": "one"}), ben.post(way)]
        if "carrying" not in way:
            shown.append(ben.get(way.replace("posting/", "").replace("placing/", "")))
        for answer in shown:
            page = text_of(answer.content)
            assert answer.status_code == 404 and GONE in page and WORDS in page, way
            assert "Only you see this. Copy what you want to keep." in page and "nowhere but" not in page
        assert ("stories" in way) == (TITLE in text_of(shown[0].content)), way
    assert not Share.objects.exclude(posted_at=None).exists()
    assert not Story.objects.exclude(placed_at=None).exists()


@pytest.mark.requirement("S10")
def test_whoever_has_no_draft_there_learns_nothing_by_it(cast: Cast, nights: Gathering) -> None:
    ways = begin_everywhere(cast, nights)
    dana, chidi = client_of(cast.dana), client_of(cast.chidi)
    odd = [
        way.replace(cast.harbour.public_id, "nowhere").replace(nights.public_id, "nowhere") for way in ways
    ]
    assert all(plain(dana, way) for way in [*ways, *odd])
    ended(cast, "closed")
    assert all(plain(browser, way) for browser in (dana, chidi) for way in [*ways, *odd])


def test_a_change_that_can_no_longer_be_kept_comes_back_to_whoever_typed_it(cast: Cast) -> None:
    share, mended = shared(cast.harbour, cast.ben), "the ferry, told anew"
    held = replied(shared(cast.harbour, cast.chidi), cast.ben)
    holding.hold(what=held)
    ways = [f"/shares/{share.public_id}/edit/", f"/shares/replies/{held.public_id}/edit/"]
    of_shares.take_back(share=share)
    leaving.close(group=cast.harbour, by=member_of(cast.harbour, cast.amara))
    ben, dana = client_of(cast.ben), client_of(cast.dana)
    nothing = text_of(dana.post("/shares/nowhere/edit/", {"words": mended}).content)
    for way in ways:
        answer = ben.post(way, {"words": mended, "other": "about water", "submit_id": "one"})
        page = text_of(answer.content)
        assert answer.status_code == 404 and mended in page and "about water" in page, way
        assert GONE not in text_of(ben.get(way).content) and plain(ben, way)
        for odd in (way, way.replace(share.public_id, "x").replace(held.public_id, "x")):
            assert text_of(dana.post(odd, {"words": mended}).content) == nothing
            assert plain(dana, odd)
