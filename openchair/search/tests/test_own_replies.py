"""One's own replies are found again, and nothing beside them tells who turned from whom."""

from collections.abc import Callable

import pytest

from openchair.groups import leaving
from openchair.people import limits
from openchair.people.blocking import block
from openchair.people.muting import mute
from openchair.shares import holding, turning, writing
from openchair.shares.models import Share
from openchair.shares.tests.scene import replied, shared
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def answered(cast: Cast) -> Share:
    """A share of Chidi's, below which Ben wrote."""
    share = shared(cast.harbour, cast.chidi, "the quay")
    replied(share, cast.ben, "the ferry again")
    return share


def found(cast: Cast) -> str:
    """What Ben finds: a page with one line."""
    answer = client_of(cast.ben).post("/search/", {"words": "ferry", "where": "mine"})
    page = answer.content.decode()
    assert "1 place found" in page and "</article>" in page
    return page.partition("<article")[2].partition("</article>")[0]


def _held(share: Share) -> None:
    holding.hold(what=share)


TURNED: dict[str, Callable[[Cast, Share], None]] = {
    "chidi blocks ben": lambda cast, _share: block(person=cast.chidi, other=cast.ben, met_as="Ben"),
    "ben blocks chidi": lambda cast, _share: block(person=cast.ben, other=cast.chidi, met_as="Chidi"),
    "ben mutes chidi": lambda cast, _share: mute(person=cast.ben, other=cast.chidi, met_as="Chidi"),
    "ben hides it": lambda cast, share: turning.hide(person=cast.ben, what=share),
    "it is taken back": lambda _cast, share: writing.take_back(share=share),
    "it waits for a host": lambda _cast, share: _held(share),
    "chidi leaves": lambda cast, _share: leaving.leave(membership=member_of(cast.harbour, cast.chidi)),
}


def test_a_reply_leads_to_its_share_while_its_writer_sees_that(cast: Cast) -> None:
    share = answered(cast)
    line = found(cast)
    assert f'href="/shares/{share.public_id}/#replies"' in line
    assert "Everybody in the group sees this." in line and "Only you see this here." not in line


@pytest.mark.requirement("S10")
@pytest.mark.parametrize("how", TURNED)
def test_own_words_below_what_one_does_not_see_are_found_and_lead_nowhere(cast: Cast, how: str) -> None:
    share = answered(cast)
    writing.take_back(share=share)
    as_taken_back = found(cast)
    writing.put_back(share=share)
    TURNED[how](cast, share)
    assert client_of(cast.ben).get(f"/shares/{share.public_id}/").status_code == 404
    line = found(cast)
    assert line == as_taken_back and "href" not in line
    assert "Only you see this here." in line and "Everybody in the group" not in line
