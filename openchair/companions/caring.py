"""Quiet-member care: a person names one companion, who is nudged when they have been silent."""

from datetime import date, datetime

from django.db.models import Q

from openchair.companions.models import Care, Companionship
from openchair.companions.models.showing import CONSENT_STANDS
from openchair.kit.clock import now
from openchair.notices import telling
from openchair.people.models import Person, Place
from openchair.people.settling import today_of

QUIET = "companion-quiet"


def name(*, person: Person, companionship: Companionship, days: int, today: date) -> None:
    """Nudge this companion after so many own days without a check-in, counted from today; for 90 days."""
    told = {"companionship": companionship, "days": days, "since": today, "nudged_on": None}
    Care.objects.update_or_create(person=person, defaults={**told, "until": now() + CONSENT_STANDS})


def stop(*, person: Person) -> None:
    """Nobody is nudged any more, and nobody is told so; a nudge that still waited is gone."""
    Care.objects.filter(person=person).delete()


def of(person: Person) -> Care | None:
    """The person's own, while it stands."""
    mine = Care.objects.standing(now()).filter(person=person)
    return mine.select_related("companionship__group").first()


def is_nudged(companionship: Companionship, quiet: Person) -> bool:
    """Was the other told of this silence, and does it go on?"""
    cares = Care.objects.standing(now()).filter(companionship=companionship, person=quiet)
    one = cares.with_last_day().first()
    return one is not None and one.nudged_on is not None and quiet_since(one) < one.nudged_on


def nudge_due(moment: datetime) -> int:
    """Tell each companion of a silence once, and say how many were. Safe to repeat, and beside itself."""
    place, nudged = Place.here(), 0
    every = Care.objects.standing(moment).with_last_day()
    for one in every.select_related("person", "companionship__asker", "companionship__asked"):
        today = today_of(one.person, place)
        since = quiet_since(one)
        if (today - since).days < one.days or (one.nudged_on and one.nudged_on > since):
            continue
        not_yet = Q(nudged_on=None) | Q(nudged_on__lte=since)
        if Care.objects.filter(not_yet, pk=one.pk).update(nudged_on=today):
            other = one.companionship.other(one.person)
            telling.tell(person=other, kind=QUIET, subject=one.companionship.public_id, place=place)
            nudged += 1
    return nudged


def quiet_since(care: Care) -> date:
    """The day of the last check-in, or that on which the care was asked for."""
    last: date | None = getattr(care, "last_day", None)
    return max(care.since, last) if last else care.since
