"""Small things for tests of one's own days."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from openchair.checkins.checking_in import check_in
from openchair.checkins.models import CheckIn
from openchair.checkins.told import Told
from openchair.people.models import Person

TODAY = date(2026, 3, 14)
MORNING = "2026-03-14T08:10:00Z"


def send(client: Client, **typed: object) -> HttpResponse:
    """The whole form of the check-in, with the mood "okay" unless told."""
    fields: Mapping[str, object] = {"whole": "1", "day": str(TODAY), "mood": "3", **typed}
    return client.post(reverse("check-in"), dict(fields))  # type: ignore[return-value] # Django's own answer


def told_on(person: Person, day: date = TODAY) -> Told | None:
    """What the person told for a day."""
    row = CheckIn.objects.filter(person=person, day=day).first()
    return row.says if row else None


def fill(person: Person, days: int, last: date = TODAY) -> None:
    """A check-in for each of these many days, by the act itself."""
    for ago in range(days):
        mood, craving = ago % 5 + 1, ago % 11
        check_in(person=person, day=last - timedelta(days=ago), told=Told(mood, craving, at="08:10"))


def years(person: Person, days: int, last: date = TODAY) -> None:
    """As `fill`, in one go."""
    told = [Told(ago % 5 + 1, ago % 11, at="08:10").as_kept() for ago in range(days)]
    CheckIn.objects.bulk_create(
        CheckIn(person=person, day=last - timedelta(days=ago), told=told[ago]) for ago in range(days)
    )
