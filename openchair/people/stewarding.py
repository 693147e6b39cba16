"""Whoever runs the machine becomes steward, by a one-time link."""

from django.db import transaction

from openchair.kit.clock import now
from openchair.people.models import Person, StewardLink, Stewardship
from openchair.people.models.session import hashed


def use_link(*, person: Person, token: str) -> bool:
    """Make the person steward and spend the link; False when it was spent or is too old."""
    link = StewardLink.find(token)
    return link is not None and make_steward(person=person, token=token)


@transaction.atomic
def make_steward(*, person: Person, token: str) -> bool:
    """Spend a link whose age was looked at when it was opened; False when it was spent meanwhile."""
    if not StewardLink.objects.filter(token_hash=hashed(token), used_at=None).update(used_at=now()):
        return False
    Stewardship.objects.get_or_create(person=person)
    return True
