"""Whoever shared something is told when somebody answers them, and of nothing smaller."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.notices.models import Notice
from openchair.notices.showing import told_to
from openchair.people import muting
from openchair.people.blocking import block
from openchair.people.models import Person
from openchair.shares import holding, replying, turning, writing
from openchair.shares.models import Share
from openchair.shares.tests.scene import replied, responded, shared
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
SAID = ["Somebody answered what you shared in Harbour."]


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def lines(person: Person) -> list[str]:
    """What they are told."""
    return [one.line for one in told_to(person)]


def test_an_answer_is_told_to_its_writer_once_with_a_way_to_it(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    for words in ("I know that quay", "And the ferry"):
        replied(share, cast.chidi, words)
    assert lines(cast.ben) == SAID and lines(cast.chidi) == lines(cast.amara) == []
    page = client_of(cast.ben).get("/today/").content.decode()
    assert f'href="/shares/{share.public_id}/#replies"' in page and "quay" not in page


def test_one_s_own_words_and_small_signs_are_told_to_nobody(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    replied(share, cast.ben)
    responded(share, cast.chidi)
    assert Notice.objects.count() == 0


@pytest.mark.requirement("S10")
def test_who_one_does_not_meet_answers_unheard(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    reply = replied(share, cast.chidi)
    block(person=cast.ben, other=cast.chidi)
    assert lines(cast.ben) == []
    Notice.objects.all().delete()
    replying.reply(share=share, by=reply.membership, words="again")
    assert Notice.objects.count() == 0
    replied(share, cast.amara)
    assert lines(cast.ben) == SAID


@pytest.mark.requirement("S10")
def test_what_one_does_not_see_makes_no_answer_new_beside_one_that_one_sees(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    replied(share, cast.amara)
    Notice.objects.all().delete()  # seen
    muting.mute(person=cast.ben, other=cast.chidi, met_as="Chidi")
    replied(share, cast.chidi)
    assert lines(cast.ben) == [] and Notice.objects.count() == 0


def test_an_answer_that_was_put_out_of_sight_and_let_back_is_not_told_anew(cast: Cast) -> None:
    reply = replied(shared(cast.harbour, cast.ben), cast.chidi)
    Notice.objects.all().delete()  # seen
    holding.take_out(what=reply, by=member_of(cast.harbour, cast.amara), line="It names somebody.")
    hold = holding.hold_of(reply)
    assert hold and holding.let_out(hold=hold) and Notice.objects.count() == 0


def test_it_is_told_no_more_once_the_answer_is_taken_back_or_turned_from_or_the_share_is_gone(
    cast: Cast,
) -> None:
    share = shared(cast.harbour, cast.ben)
    reply = replied(share, cast.chidi)
    replying.take_back(reply=reply)
    assert lines(cast.ben) == []
    replying.put_back(reply=reply)
    assert lines(cast.ben) == SAID
    writing.take_back(share=share)
    assert lines(cast.ben) == []
    writing.put_back(share=share)
    turning.hide(person=cast.ben, what=reply)
    assert lines(cast.ben) == []


def test_an_answer_that_a_host_looks_at_first_is_told_when_it_stands(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    recipes.member(cast.harbour, cast.dana, "Dana")
    reply = replied(share, cast.dana, "ring me at +44 7700 900123")
    assert holding.hold_of(reply) and lines(cast.ben) == []
    hold = holding.hold_of(reply)
    assert hold
    holding.let_out(hold=hold)
    assert lines(cast.ben) == SAID


def test_without_a_name_too_and_what_is_told_tells_no_name(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, named=Share.Named.HOSTS)
    replied(share, cast.chidi)
    assert lines(cast.ben) == SAID


def test_many_answers_cost_as_much_as_one(cast: Cast) -> None:
    counts = []
    for _more in range(3):
        replied(shared(cast.harbour, cast.ben), cast.chidi)
        assert lines(cast.ben)
        with CaptureQueriesContext(connection) as asked:
            lines(cast.ben)
        counts.append(len(asked))
    assert counts == [2, 2, 2]
