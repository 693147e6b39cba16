"""People who asked for it are reminded to check in, and of a small act; not when it is done already."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.checkins.models import CheckIn, Habit, Week
from openchair.checkins.week import name_of
from openchair.notices.kinds import About, Kind, register
from openchair.people.models import Person, Place
from openchair.people.own_days import steady
from openchair.people.settling import home_of
from openchair.ui.plots import monday_of

CHECK_IN, HABIT = "check-in", "habit"
_STANDS = timedelta(hours=6)  # an evening's reminder says nothing the next morning


def _days(about: Sequence[About], at: datetime) -> dict[UUID, date]:
    """Each person's own day at this instant, as the pages count it."""
    place = Place.here()
    moment = steady(at, place.known_at)
    return {who.pk: home_of(who, place).day(moment) for who, _what in about}


def _check_ins_due(about: Sequence[About], at: datetime) -> list[About]:
    days = _days(about, at)
    kept = CheckIn.objects.filter(person__in=days, day__in=set(days.values()))
    done = set(kept.values_list("person_id", "day"))
    return [one for one in about if (one.person.pk, days[one.person.pk]) not in done]


def _is_check_in_due(person: Person, subject: str, at: datetime) -> bool:
    return bool(_check_ins_due([About(person, subject)], at))


def _found(person: Person, subject: str) -> Habit | None:
    return Habit.objects.filter(person=person, public_id=subject).kept().first()


def _name(person: Person, subject: str) -> str | None:
    habit = _found(person, subject)
    return name_of(habit) if habit else None


def _habit_line(person: Person, subject: str) -> str:
    return _("A small act, if you like: %(name)s") % {"name": _name(person, subject) or ""}


def _habits_due(about: Sequence[About], at: datetime) -> list[About]:
    """Of habits that are kept, those that nobody marked today."""
    days = _days(about, at)
    kept = Habit.objects.filter(person__in=days, public_id__in={what for _who, what in about}).kept()
    theirs = set(kept.values_list("person_id", "public_id"))
    mondays = {person: monday_of(day) for person, day in days.items()}
    weeks = Week.objects.filter(person__in=days, monday__in=set(mondays.values()))
    done = {(one.person_id, one.monday): one.says for one in weeks}

    def is_due(one: About) -> bool:
        person = one.person.pk
        marked = done.get((person, mondays[person]), {}).get(one.subject, [])
        return (person, one.subject) in theirs and days[person].weekday() not in marked

    return [one for one in about if is_due(one)]


def _is_habit_due(person: Person, subject: str, at: datetime) -> bool:
    return bool(_habits_due([About(person, subject)], at))


register(
    Kind(
        name=CHECK_IN,
        title=_later("Checking in"),
        why=_later("You are reminded to look how you are. Not on a day on which you have checked in."),
        line=lambda _person, _subject: _("You wanted to be asked: how are you today?"),
        link=lambda _subject: reverse("check-in"),
        is_due=_is_check_in_due,
        are_due=_check_ins_due,
        stands=_STANDS,
        alone=True,
    )
)
register(
    Kind(
        name=HABIT,
        title=_later("A habit"),
        why=_later("You are reminded of this small act. Not on a day on which you have marked it."),
        line=_habit_line,
        link=lambda _subject: reverse("habits"),
        name_of=_name,
        is_due=_is_habit_due,
        are_due=_habits_due,
        stands=_STANDS,
    )
)
