"""A companion sees what was given and written, and a quiet day looks like a withdrawn one."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from openchair.companions import letting_know, showing
from openchair.companions.forgetting import forget
from openchair.companions.models import Companionship, Showing, Word
from openchair.companions.seeing import has_a_word, lines_of
from openchair.companions.tests.scene import checked_in, companions, show_everything, today
from openchair.kit.clock import now
from openchair.notices.showing import told_to
from openchair.paths.about import About
from openchair.paths.calendar import months_after
from openchair.paths.ledger import Precision
from openchair.paths.noting import When, begin, set_back, take_back
from openchair.paths.tests.scene import a_path_with_a_setback
from openchair.people.models import Person, Place
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db
ITEM = Showing.Item
MARKED = About("Wine", sets=("early", "usual"), own_days=(400,))


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def pair(cast: Cast) -> Companionship:
    return companions(cast.harbour, cast.ben, cast.chidi)


def seen(pair: Companionship, owner: Person) -> list[str]:
    """What the other sees of them."""
    return lines_of(pair, owner, Place.here())


def test_a_yes_to_each_other_shows_nothing(cast: Cast, pair: Companionship) -> None:
    checked_in(cast.ben)
    assert seen(pair, cast.ben) == [] and not Showing.objects.exists()


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (ITEM.CHECKED_IN, "Checked in today"),
        (ITEM.MOOD, "Mood: good"),
        (ITEM.CRAVING, "Craving: 3 of 10"),
    ],
)
def test_each_item_shows_itself_alone(cast: Cast, pair: Companionship, item: str, line: str) -> None:
    showing.show(companionship=pair, by=cast.ben, items=[item])
    assert seen(pair, cast.ben) == []
    checked_in(cast.ben)
    assert seen(pair, cast.ben) == [line]
    assert seen(pair, cast.chidi) == []


def test_milestones_come_on_their_day_without_the_name_of_a_path(cast: Cast, pair: Companionship) -> None:
    showing.show(companionship=pair, by=cast.ben, items=[ITEM.MILESTONES])
    started = now().date() - timedelta(days=30)
    begin(person=cast.ben, about=About("Wine"), when=When(started))
    assert seen(pair, cast.ben) == ["A milestone today: 30 days"]
    with time_machine.travel(now() + timedelta(days=1)):
        assert seen(pair, cast.ben) == []


@pytest.mark.parametrize("precision", list(Precision))
def test_nobody_learns_of_a_new_run_however_the_first_one_began(
    cast: Cast, pair: Companionship, precision: Precision
) -> None:
    day = today(cast.ben)
    path = begin(person=cast.ben, about=MARKED, when=When(day - timedelta(days=700), precision))
    set_back(path=path, when=When(day), again=When(day, moment=now()))
    for days in (1, 2, 3, 5, 7, 30, 60, 90, 400):
        assert (days, _seen_on(pair, cast.ben, day + timedelta(days=days))) == (days, [])
    assert _seen_on(pair, cast.ben, months_after(day, 12)) == []
    assert _seen_on(pair, cast.ben, months_after(day, 24)) == ["A milestone today: 2 years"]


def test_no_milestone_is_told_in_the_three_days_after_a_setback(cast: Cast, pair: Companionship) -> None:
    day = today(cast.ben)
    path = begin(person=cast.ben, about=MARKED, when=When(day - timedelta(days=28)))
    assert _seen_on(pair, cast.ben, day + timedelta(days=2)) == ["A milestone today: 30 days"]
    entry = set_back(path=path, when=When(day - timedelta(days=9)), again=None)
    assert _seen_on(pair, cast.ben, day + timedelta(days=2)) == []
    take_back(entry=entry, on=day)
    set_back(path=path, when=When(day), again=None)
    assert _seen_on(pair, cast.ben, day + timedelta(days=32)) == ["A milestone today: 60 days"]


def _seen_on(pair: Companionship, owner: Person, day: date) -> list[str]:
    with time_machine.travel(now() + (day - today(owner)) + timedelta(minutes=1)):
        showing.show(companionship=pair, by=owner, items=[ITEM.MILESTONES])
        return seen(pair, owner)


def test_what_is_withdrawn_leaves_no_row_and_consent_ends_after_ninety_days(
    cast: Cast, pair: Companionship
) -> None:
    show_everything(pair, cast.ben)
    showing.show(companionship=pair, by=cast.ben, items=[ITEM.MOOD])
    assert [one.item for one in Showing.objects.all()] == ["mood"]
    with time_machine.travel(now() + timedelta(days=90, minutes=1)):
        checked_in(cast.ben)
        assert seen(pair, cast.ben) == []
        forget(now())
        assert not Showing.objects.exists()
        assert "has ended after 90 days" in told_to(cast.ben)[0].line
        showing.show(companionship=pair, by=cast.ben, items=[ITEM.MOOD])
        assert seen(pair, cast.ben) == ["Mood: good"]


def test_a_word_that_something_happened_is_told_once_and_taken_back(cast: Cast, pair: Companionship) -> None:
    _path, entry = a_path_with_a_setback(cast.ben)
    assert letting_know.may_know(cast.ben) == []
    showing.show(companionship=pair, by=cast.ben, items=[ITEM.HAPPENED])
    assert letting_know.may_know(cast.ben) == [pair]
    for _time in range(2):
        letting_know.let_know(companionship=pair, person=cast.ben, entry=entry)
    line = "Ben wanted you to know that something happened. You could write or call."
    assert [one.line for one in told_to(cast.chidi) if "wanted" in one.line] == [line]
    assert Word.objects.count() == 1 and has_a_word(pair, cast.ben)
    letting_know.take_back(companionship=pair, person=cast.ben)
    assert not has_a_word(pair, cast.ben) and "wanted" not in str(told_to(cast.chidi))


def test_a_word_goes_with_its_entry_with_its_consent_and_after_thirty_days(
    cast: Cast, pair: Companionship
) -> None:
    path, entry = a_path_with_a_setback(cast.ben)
    showing.show(companionship=pair, by=cast.ben, items=[ITEM.HAPPENED])
    letting_know.let_know(companionship=pair, person=cast.ben, entry=entry)
    showing.show(companionship=pair, by=cast.ben, items=[])
    assert not has_a_word(pair, cast.ben)
    showing.show(companionship=pair, by=cast.ben, items=[ITEM.HAPPENED])
    with time_machine.travel(now() + timedelta(days=31)):
        assert not has_a_word(pair, cast.ben)
    again = set_back(path=path, when=When(now().date()), again=None)
    letting_know.let_know(companionship=pair, person=cast.ben, entry=again)
    take_back(entry=entry, on=now().date())
    assert has_a_word(pair, cast.ben)
    take_back(entry=again, on=now().date())
    assert not has_a_word(pair, cast.ben)
    forget(now() + timedelta(days=31))
    assert not Word.objects.exists()


def test_the_database_keeps_to_the_items_and_to_one_of_each(cast: Cast, pair: Companionship) -> None:
    showing.show(companionship=pair, by=cast.ben, items=[ITEM.MOOD])
    given = {"companionship": pair, "person": cast.ben, "until": now()}
    for item in ("mood", "path"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Showing.objects.create(**given, item=item)
    _path, entry = a_path_with_a_setback(cast.ben)
    letting_know.let_know(companionship=pair, person=cast.ben, entry=entry)
    with pytest.raises(IntegrityError), transaction.atomic():
        Word.objects.create(companionship=pair, person=cast.ben, entry=entry, says="happened")
