"""A word to one companion that something happened; and taking it back."""

from django.db import transaction

from openchair.companions.models import Companionship, Showing, Word
from openchair.companions.models.word import HAPPENED
from openchair.companions.telling import WORD
from openchair.kit.clock import now
from openchair.notices import telling
from openchair.paths.models import Entry
from openchair.people.models import Person


def may_know(person: Person) -> list[Companionship]:
    """The companions whom this person may tell that something happened, because they chose so before."""
    chosen = Showing.objects.standing(now()).filter(person=person, item=Showing.Item.HAPPENED)
    mine = Companionship.objects.standing().of(person).filter(pk__in=chosen.values("companionship"))
    return list(mine.select_related("group", "asker", "asked"))


@transaction.atomic
def let_know(*, companionship: Companionship, person: Person, entry: Entry) -> None:
    """One calm sentence for the other, about nothing but that something happened. Twice is once."""
    Word.objects.get_or_create(
        companionship=companionship, entry=entry, defaults={"person": person, "says": HAPPENED}
    )
    telling.tell(person=companionship.other(person), kind=WORD, subject=companionship.public_id)


@transaction.atomic
def take_back(*, companionship: Companionship, person: Person) -> None:
    """Gone, as far as it was not read: from the page, from Today, and from what was still to be sent."""
    Word.objects.filter(companionship=companionship, person=person).delete()
    telling.cancel(person=companionship.other(person), kind=WORD, subject=companionship.public_id)


def stands(*, companionship: Companionship, person: Person) -> bool:
    """Did this person tell something that still stands?"""
    return Word.objects.standing(now()).filter(companionship=companionship, person=person).exists()
