"""Before words that sound like danger are shared, somebody to talk to is offered, and nobody is stopped."""

import pytest

from openchair.gatherings.tests.scene import begun as begun_turn
from openchair.gatherings.tests.scene import opened
from openchair.shares.models import Share
from openchair.shares.tests.scene import begun
from openchair.stories.tests.scene import begun as begun_story
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
SAID, OTHER = "I do not want to wake up tomorrow.", "I woke up early and made tea."
OFFER = "Would you like to talk to somebody now?"


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def drafts(cast: Cast, words: str) -> list[str]:
    """The pages on which Ben looks over what he wrote: a share, a turn, a story."""
    gathering = opened(cast.harbour, cast.amara)
    begun(cast.harbour, cast.ben, words)
    begun_turn(gathering, cast.ben, words)
    begun_story(cast.harbour, cast.ben, words=(("", OTHER), ("Now", words)))
    group = f"/groups/{cast.harbour.public_id}"
    there = (
        f"{group}/shares/draft/",
        f"/open-for-days/{gathering.public_id}/turns/draft/",
        f"{group}/stories/draft/",
    )
    return [client_of(cast.ben).get(one).content.decode() for one in there]


def test_the_offer_stands_above_the_button_with_a_way_to_help(cast: Cast) -> None:
    for page in drafts(cast, SAID):
        assert page.count(OFFER) == 1
        offer, _rest, buttons = page.partition(OFFER)[2].partition('<div class="actions">')
        assert 'href="/help/"' in offer and "main" in buttons


def test_other_words_bring_no_offer(cast: Cast) -> None:
    assert not any(OFFER in page for page in drafts(cast, OTHER))


def test_it_stops_nobody_and_nobody_is_told(cast: Cast) -> None:
    begun(cast.harbour, cast.ben, SAID)
    answer = client_of(cast.ben).post(f"/groups/{cast.harbour.public_id}/shares/draft/posting/")
    assert answer.status_code == 303 and Share.objects.get().posted_at
    for name in ("amara", "chidi"):
        page = (
            client_of(getattr(cast, name)).get(f"/shares/{Share.objects.get().public_id}/").content.decode()
        )
        assert SAID in page and OFFER not in page
