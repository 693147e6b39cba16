"""Ben names Chidi, who is nudged when Ben goes quiet: once, and only while Ben wants it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from openchair.companions import asking, caring
from openchair.companions.forgetting import forget
from openchair.companions.models import Care, Companionship
from openchair.companions.tests.scene import checked_in, companions, today
from openchair.kit.clock import now
from openchair.notices.showing import told_to
from openchair.people.models import Person
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db
LINE = "Ben may like to hear from you. They asked that you be told."


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-23T12:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def cast(clock: time_machine.Traveller) -> Cast:
    return the_cast()


@pytest.fixture
def pair(cast: Cast) -> Companionship:
    made = companions(cast.harbour, cast.ben, cast.chidi)
    caring.name(person=cast.ben, companionship=made, days=3, today=today(cast.ben))
    return made


def lines(person: Person) -> list[str]:
    """What stands on their Today of a silence."""
    return [one.line for one in told_to(person) if "hear from you" in one.line]


@pytest.mark.usefixtures("pair")
def test_three_silent_days_are_told_once(cast: Cast, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=2))
    assert caring.nudge_due(now()) == 0 and lines(cast.chidi) == []
    clock.shift(timedelta(days=1))
    assert caring.nudge_due(now()) == 1 and lines(cast.chidi) == [LINE]
    clock.shift(timedelta(hours=2))
    assert caring.nudge_due(now()) == 0
    assert lines(cast.ben) == [] and lines(cast.amara) == []


@pytest.mark.usefixtures("pair")
def test_a_check_in_ends_the_silence_and_the_nudge(cast: Cast, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=3))
    caring.nudge_due(now())
    assert lines(cast.chidi) == [LINE]
    clock.shift(timedelta(days=1))
    checked_in(cast.ben)
    assert lines(cast.chidi) == []
    clock.shift(timedelta(days=2))
    assert caring.nudge_due(now()) == 0
    clock.shift(timedelta(days=1))
    assert caring.nudge_due(now()) == 1 and lines(cast.chidi) == [LINE]


@pytest.mark.usefixtures("pair")
def test_a_check_in_on_the_day_of_the_nudge_takes_it_away(cast: Cast, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=3))
    caring.nudge_due(now())
    assert lines(cast.chidi) == [LINE]
    checked_in(cast.ben)
    assert lines(cast.chidi) == [] and caring.nudge_due(now()) == 0


def test_stopping_takes_the_nudge_away_and_tells_nobody(
    cast: Cast, pair: Companionship, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=3))
    caring.nudge_due(now())
    assert caring.of(cast.ben) is not None and lines(cast.chidi) == [LINE]
    caring.stop(person=cast.ben)
    assert caring.of(cast.ben) is None and lines(cast.chidi) == []
    caring.name(person=cast.ben, companionship=pair, days=3, today=today(cast.ben))
    asking.end(companionship=pair, by=cast.chidi)
    clock.shift(timedelta(days=3))
    assert caring.nudge_due(now()) == 0


@pytest.mark.usefixtures("pair")
def test_it_is_asked_again_after_ninety_days(cast: Cast, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(days=90, minutes=1))
    assert caring.nudge_due(now()) == 0 and caring.of(cast.ben) is None
    forget(now())
    assert not Care.objects.exists()
    assert [one.line for one in told_to(cast.ben) if "after 90 days" in one.line]


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize("days", [1, 31])
def test_the_database_keeps_to_two_to_thirty_days(days: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Care.objects.update(days=days)
    Care.objects.update(days=30)
    assert Care.objects.get().days == 30
