"""What others did about somebody is theirs to tell: the page about oneself does not change by it."""

from collections.abc import Callable
from functools import partial

import pytest

from openchair.companions import asking, caring
from openchair.companions.tests.scene import an_ask, companions, show_everything
from openchair.kit.clock import now
from openchair.people.blocking import block
from openchair.people.models import Person
from openchair.people.muting import mute
from openchair.people.tests.steps import text_of
from openchair.project.ledger import disclosing, own
from openchair.project.ledger.kinds import KINDS, PARTS
from openchair.safety.models import Report
from openchair.shares import turning
from openchair.shares.models import KeptFrom, Share
from openchair.shares.tests.scene import replied, responded, shared
from openchair.stories import turning as from_stories
from openchair.stories.models import KeptFrom as KeptFromStory
from openchair.stories.models import Story
from openchair.stories.tests import scene as tales
from tests.cast import Cast, client_of, the_cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S22")]


@pytest.fixture
def cast() -> Cast:
    """Ben shared something, wrote a story and has Chidi for a companion; Eli waits for no answer of Ben's."""
    cast = the_cast()
    shared(cast.harbour, cast.ben)
    tales.written(cast.harbour, cast.ben)
    companions(cast.harbour, cast.ben, cast.chidi)
    an_ask(cast.harbour, cast.ben, cast.eli)
    return cast


def told(person: Person) -> str:
    """What they are told about themselves, to the last column."""
    return disclosing.about(person, to_themselves=True)


def _hide(cast: Cast) -> None:
    turning.hide(person=cast.chidi, what=Share.objects.get(person=cast.ben))
    from_stories.hide(person=cast.chidi, story=Story.objects.get(person=cast.ben))


def _answer_and_block(cast: Cast) -> None:
    words = Share.objects.get(person=cast.ben)
    replied(words, cast.chidi)
    responded(words, cast.chidi)
    tales.responded(Story.objects.get(person=cast.ben), cast.chidi)
    block(person=cast.chidi, other=cast.ben, met_as="Ben")


def _walk_beside(cast: Cast) -> None:
    pair = cast.ben.companionships_asked_for.get(asked=cast.chidi)
    show_everything(pair, cast.chidi)
    caring.name(person=cast.chidi, companionship=pair, days=3, today=now().date())
    asking.end(companionship=pair, by=cast.chidi)


def _set_aside(cast: Cast) -> None:
    asking.set_aside(companionship=cast.ben.companionships_asked_for.get(asked=cast.eli))


def _mute(cast: Cast) -> None:
    mute(person=cast.chidi, other=cast.ben, met_as="Ben")


def _tell_hosts(cast: Cast) -> None:
    Report.objects.create(
        group=cast.harbour, reporter=cast.chidi, about=cast.ben, alias="Ben", words="a boat", reason="unkind",
        told_to="hosts", where="share", said_on=now().date(),
    )  # fmt: skip


@pytest.mark.parametrize("does", [_hide, _answer_and_block, _walk_beside, _set_aside, _mute, _tell_hosts])
def test_what_somebody_else_did_changes_nothing_that_is_told(
    cast: Cast, does: Callable[[Cast], None]
) -> None:
    before, all_before = told(cast.ben), disclosing.about(cast.ben)
    does(cast)
    assert told(cast.ben) == before and disclosing.NOT_TOLD in before
    assert disclosing.about(cast.ben) != all_before, "the keeper of the machine prints it"
    page = text_of(client_of(cast.ben).get("/me/handed-over/").content)
    assert "theirs to tell" in page and "people_mute" not in page and "people_block" not in page


def test_words_without_a_name_do_not_say_for_how_many_they_are_out_of_sight(cast: Cast) -> None:
    writes = partial(shared, cast.harbour, named="hosts"), partial(tales.written, cast.harbour, named="hosts")
    for write in writes:
        write(cast.ben)
    alone = told(cast.ben)
    Share.objects.filter(person=cast.ben, named="hosts").delete()
    Story.objects.filter(person=cast.ben, named="hosts").delete()
    block(person=cast.chidi, other=cast.ben, met_as="Ben")
    for write in writes:
        write(cast.ben)
    assert KeptFrom.objects.exists() and KeptFromStory.objects.exists()
    assert told(cast.ben) == alone


def test_what_one_did_oneself_is_told(cast: Cast) -> None:
    mute(person=cast.ben, other=cast.chidi, met_as="Chidi")
    pair = cast.ben.companionships_asked_for.get(asked=cast.chidi)
    show_everything(pair, cast.ben)
    asking.end(companionship=pair, by=cast.ben)
    said = told(cast.ben)
    assert "people_mute\n" in said and "companions_showing\n" in said and "ended_by       this person" in said
    hidden = [
        line.split()[0] for line in told(cast.chidi).splitlines() if line.endswith(disclosing.NOT_SHOWN)
    ]
    assert hidden == ["taken_back_at", "ended_at", "ended_by"], "all but that Chidi set nothing aside"


def test_an_ask_that_was_taken_back_is_the_askers_alone(cast: Cast) -> None:
    assert "companions_companionship\n" in told(cast.eli)
    asking.take_back(companionship=cast.ben.companionships_asked_for.get(asked=cast.eli))
    assert "companions_companionship\n" not in told(cast.eli)
    assert told(cast.ben).count("companions_companionship\n") == 2


def test_every_table_about_people_is_said_to_be_theirs_or_the_others_to_tell() -> None:
    placed = own.OWN.keys() | own.OTHERS
    assert KINDS.keys() | PARTS.keys() == placed, "say in own.py whose rows are whose"
    assert not own.OWN.keys() & own.OTHERS
