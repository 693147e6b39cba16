"""Today's pledge: an intention made together with others, of whom only a rounded number is ever shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import models
from django.db.models import Case, F, Func, When

from openchair.checkins.models import Pledge
from openchair.kit.prepared import prepared
from openchair.people.models import Person

# Of fewer no number is shown, and every number is a multiple of it: one person more or less is not seen.
TOGETHER: Final = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """What Today shows: did this person pledge, and with about how many; 0 where that is not said."""

    mine: bool
    about: int


def pledge(*, person: Person, ends_at: datetime) -> None:
    """Make it, until the person's own day ends. Again on the same day it is the same."""
    Pledge.objects.update_or_create(person=person, defaults={"ends_at": ends_at})


def take_back(*, person: Person) -> None:
    """As if it had not been made. It means nothing."""
    Pledge.objects.filter(person=person).delete()


def standing(person: Person, moment: datetime) -> Standing:
    """Who pledged today wherever their day is still on, in one question to the database."""
    [(everybody, mine)] = _counted(person.pk, moment)
    return Standing(mine > 0, rounded(everybody))


@prepared
def _counted(person: UUID, moment: datetime) -> models.QuerySet[Pledge, tuple[int, int]]:
    # Plain functions and no aggregates, which make no queryset; without groups they count all there are.
    mine = Case(When(person=person, then="pk"))
    everybody, its = (_count(one) for one in (F("pk"), mine))
    counted = Pledge.objects.standing(moment).annotate(everybody=everybody, mine=its)
    return counted.values_list("everybody", "mine")


def _count(what: F | Case) -> Func:
    return Func(what, function="COUNT", output_field=models.IntegerField())


def rounded(count: int) -> int:
    """Down to a multiple of ten, so that what is said is never too many."""
    return count // TOGETHER * TOGETHER
