"""Hours are taken and dropped, somebody steps in, and nobody carries more than they said."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from openchair.greeting import offering, serving
from openchair.greeting.models import Ask
from openchair.groups import hosting, leaving
from openchair.people.blocking import block
from openchair.roster import ending, standing
from openchair.roster.models import Carrying, Cover, Shift
from openchair.roster.standing import NotThere, Taken, TooMuch
from openchair.roster.tests.scene import NOON, TONIGHT, holder, is_here, me, those_who_welcome
from openchair.shares.tests.scene import shared
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Iterator[Cast]:
    with time_machine.travel(NOON, tick=False):
        yield those_who_welcome()


def test_whoever_chose_the_hours_is_here_each_week(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    assert holder(cast, shift) == "Ben" == holder(cast, shift, TONIGHT + timedelta(weeks=1))
    assert holder(cast, shift, TONIGHT + timedelta(days=1)) == ""


def test_ben_cannot_and_chidi_steps_in_for_that_evening_alone(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    standing.ask(by=me(cast, "ben"), shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == ""
    standing.step_in(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == "Chidi"
    assert holder(cast, shift, TONIGHT + timedelta(weeks=1)) == "Ben"
    standing.ask(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == ""
    standing.step_in(by=me(cast, "ben"), shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == "Ben" and Cover.objects.count() == 1


def test_nobody_asks_for_others_nor_takes_what_is_taken(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    standing.ask(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == "Ben"
    with pytest.raises(Taken):
        standing.step_in(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)


@pytest.mark.parametrize("days", [-7, 1, 35])
def test_there_is_nothing_to_do_about_hours_that_are_not_there(cast: Cast, days: int) -> None:
    shift, start = is_here(cast, "ben"), TONIGHT + timedelta(days=days)
    for act in (standing.ask, standing.step_in):
        with pytest.raises(NotThere):
            act(by=me(cast, "ben"), shift_id=shift.public_id, start=start)
    with pytest.raises(NotThere):
        standing.ask(by=me(cast, "ben"), shift_id="nothing", start=TONIGHT)


def test_nobody_carries_more_than_they_said(cast: Cast) -> None:
    ben, chidi = me(cast, "ben"), me(cast, "chidi")
    is_here(cast, "ben", 2)
    is_here(cast, "ben", 3)
    is_here(cast, "ben", 3)  # the same hours again are the same
    with pytest.raises(TooMuch):
        is_here(cast, "ben", 4)
    shift = is_here(cast, "chidi")
    standing.ask(by=chidi, shift_id=shift.public_id, start=TONIGHT)
    with pytest.raises(TooMuch):
        standing.step_in(by=ben, shift_id=shift.public_id, start=TONIGHT)
    standing.carry(membership=ben, most=3, away=None)
    standing.step_in(by=ben, shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == "Ben"


def test_while_somebody_is_away_somebody_else_is_looked_for(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    standing.carry(membership=me(cast, "ben"), most=2, away=(date(2026, 12, 1), date(2026, 12, 7)))
    assert holder(cast, shift) == "" and holder(cast, shift, TONIGHT + timedelta(weeks=1)) == "Ben"
    standing.step_in(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)
    assert holder(cast, shift) == "Chidi"
    standing.carry(membership=me(cast, "ben"), most=2, away=None)
    assert holder(cast, shift) == "Chidi"


def test_days_away_are_those_of_the_clock_of_the_hours(cast: Cast) -> None:
    shift = is_here(cast, "ben", 2, 5, "Pacific/Auckland")  # Wednesday there is still Tuesday in UTC
    start = NOON.replace(hour=16)
    assert holder(cast, shift, start) == "Ben"
    standing.carry(membership=me(cast, "ben"), most=2, away=(date(2026, 12, 2), date(2026, 12, 2)))
    assert holder(cast, shift, start) == ""


def test_whoever_stops_welcoming_leaves_no_hours_behind(cast: Cast) -> None:
    is_here(cast, "ben")
    hers = is_here(cast, "chidi", 2)
    standing.ask(by=me(cast, "chidi"), shift_id=hers.public_id, start=TONIGHT + timedelta(days=1))
    standing.step_in(by=me(cast, "ben"), shift_id=hers.public_id, start=TONIGHT + timedelta(days=1))
    standing.carry(membership=me(cast, "ben"), most=5, away=None)
    serving.end(membership=me(cast, "ben"))
    assert list(Shift.objects.all()) == [hers] and not Carrying.objects.exists()
    assert holder(cast, hers, TONIGHT + timedelta(days=1)) == ""
    is_here(cast, "amara", 4)
    serving.end(membership=me(cast, "amara"))
    assert Shift.objects.count() == 2, "who hosts goes on being here"


def test_whoever_left_or_hosts_no_more_is_not_here_and_their_hours_go(cast: Cast) -> None:
    hosting.make_host(membership=me(cast, "eli"))
    gone, was_host = is_here(cast, "ben"), is_here(cast, "eli", 2)
    leaving.leave(membership=me(cast, "ben"))
    hosting.step_back(membership=me(cast, "eli"))
    assert holder(cast, gone, TONIGHT, "chidi") == "" == holder(cast, was_host, TONIGHT + timedelta(days=1))
    ending.tidy(NOON)
    assert not Shift.objects.exists()


def test_what_is_over_is_let_go(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    standing.ask(by=me(cast, "ben"), shift_id=shift.public_id, start=TONIGHT)
    standing.carry(membership=me(cast, "ben"), most=4, away=(date(2026, 12, 1), date(2026, 12, 2)))
    ending.tidy(TONIGHT)
    assert Cover.objects.exists() and Carrying.of(me(cast, "ben")).away_from
    ending.tidy(TONIGHT + timedelta(days=6))
    kept = Carrying.of(me(cast, "ben"))
    assert not Cover.objects.exists() and kept.away_from is None and kept.most == 4


def test_whom_one_does_not_meet_is_not_here(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    block(person=cast.ben, other=cast.chidi)
    assert holder(cast, shift, TONIGHT, "amara") == "Ben"
    with pytest.raises(NotThere):
        standing.step_in(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)


def test_whoever_is_away_is_not_asked_to_answer(cast: Cast) -> None:
    ben = me(cast, "ben")
    offering.be_willing(membership=ben, most=5)
    standing.carry(membership=ben, most=2, away=(date(2026, 12, 1), date(2026, 12, 7)))
    shared(cast.harbour, cast.chidi, hours_ago=20)
    offering.ask_round(NOON)
    assert not Ask.objects.exists()
    offering.ask_round(NOON + timedelta(days=6, hours=23))
    assert not Ask.objects.exists()
    standing.carry(membership=ben, most=2, away=None)
    offering.ask_round(NOON)
    assert Ask.objects.count() == 1
