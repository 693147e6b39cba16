"""Turning from a share or a reply. Nobody is told."""

from django.db.models import Q

from openchair.people.models import Person
from openchair.shares.models import Hiding, Reply, Share


def hide(*, person: Person, what: Share | Reply) -> None:
    """Out of this person's sight, until they say otherwise."""
    if isinstance(what, Reply):
        Hiding.objects.get_or_create(person=person, reply=what)
    else:
        Hiding.objects.get_or_create(person=person, share=what)


def show(*, person: Person, what: Share | Reply) -> None:
    """In sight again."""
    of_this = Q(reply=what) if isinstance(what, Reply) else Q(share=what)
    Hiding.objects.filter(of_this, person=person).delete()
