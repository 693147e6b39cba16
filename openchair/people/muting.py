"""Who sees nothing more of whom, one way."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from openchair.people.blocking import is_apart
from openchair.people.models import Mute, Person


def is_not_met(person: UUID) -> Q:
    """Within a question: rows whose `person` this one does not meet, or has muted."""
    muted = Mute.objects.filter(person=person, other=OuterRef("person"))
    return Q(is_apart(person, "person")) | Q(Exists(muted))


def mute(*, person: Person, other: Person, met_as: str) -> None:
    """See nothing more of what the other shares; the other sees everything as before. Twice is once."""
    if person.pk != other.pk:
        Mute.objects.get_or_create(person=person, other=other, defaults={"met_as": met_as})


def end_all_of(person: Person) -> None:
    """This person mutes nobody any more; whoever muted them does so still."""
    Mute.objects.filter(person=person).delete()
