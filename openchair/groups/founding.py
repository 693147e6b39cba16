"""A group begins."""

from typing import TypedDict, Unpack

from django.db import transaction

from openchair.groups.models import Acceptance, Agreement, Group, Hosting, Membership
from openchair.people.models import Person


class Description(TypedDict, total=False):
    """What a group says about itself beside name and focus; what is left out keeps the default of `Group`."""

    purpose: str
    approach: str
    goal: str
    crosstalk: str
    audience: str
    language: str
    listed: bool
    joining: str
    guests: bool


def found_group(
    *, person: Person, alias: str, agreement: str, name: str, focus: str, **described: Unpack[Description]
) -> Group:
    """The new group, with `person` in it under `alias` as its first host, bound by the agreement's words."""
    with transaction.atomic():
        group = Group.objects.create(name=name, focus=focus, **described)
        first = Agreement.objects.create(group=group, words=agreement)
        founder = Membership.objects.create(group=group, person=person, alias=alias)
        Hosting.objects.create(membership=founder)
        Acceptance.objects.create(membership=founder, agreement=first)
    return group
