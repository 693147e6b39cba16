"""Companions who may be told that something happened: those chosen for it before, and no other."""

from collections.abc import Iterator
from functools import partial

from openchair.companions.letting_know import let_know, may_know
from openchair.companions.models import Companionship
from openchair.companions.naming import beside
from openchair.days.recipients import Recipient, register
from openchair.paths.models import Entry
from openchair.people.models import Person


@register
def companions_of(person: Person) -> Iterator[Recipient]:
    """Each by their name in the group that the two share."""
    for one in beside(person, may_know(person)):
        yield Recipient(one.public_id, f"{one.name}, {one.called}", partial(_tell, one.companionship, person))


def _tell(companionship: Companionship, person: Person, entry: Entry) -> None:
    let_know(companionship=companionship, person=person, entry=entry)
