"""Who serves in a gathering: asked and said yes, or taken up by oneself; either side ends it."""

from __future__ import annotations

from typing import Final

from django.db import transaction

from openchair.gatherings import telling
from openchair.gatherings.models import Gathering, Role
from openchair.groups.models import Membership
from openchair.kit.clock import now

# What a member takes up in one tap. Whoever has the chair or leads is asked.
FREE: Final = (Role.Part.GREETER, Role.Part.READER)


@transaction.atomic
def ask(*, gathering: Gathering, membership: Membership, part: str) -> None:
    """Ask a member; whoever was asked before them is asked no more. Twice is once."""
    _lock(gathering)
    if Role.objects.held().filter(gathering=gathering, membership=membership, part=part).exists():
        return
    asked = Role.objects.filter(gathering=gathering, part=part, since=None)
    for one in asked.exclude(membership=membership).select_related("membership__person"):
        one.delete()
        telling.answered(gathering, one.membership)
    if not asked.exists():
        Role.objects.create(gathering=gathering, membership=membership, part=part)
    telling.asked(gathering, membership)


@transaction.atomic
def claim(*, gathering: Gathering, membership: Membership, part: str) -> bool:
    """Take up what is free. False when somebody else has it, or it is none of those."""
    _lock(gathering)
    if part not in FREE:
        return False
    standing = Role.objects.held().filter(gathering=gathering, part=part).first()
    if standing:
        return standing.membership_id == membership.pk
    _take(gathering, membership, part)
    return True


@transaction.atomic
def say_yes(*, role: Role) -> None:
    """They take what they were asked for; whoever had it has it no more."""
    _lock(role.gathering)
    _take(role.gathering, role.membership, role.part)


def end(*, role: Role) -> None:
    """Given back, taken back, or answered with no. Nothing of it is kept."""
    Role.objects.filter(pk=role.pk).delete()
    if not Role.objects.asked().filter(gathering=role.gathering, membership=role.membership).exists():
        telling.answered(role.gathering, role.membership)


def roles_of(gathering: Gathering) -> list[Role]:
    """Those of people who are here, held or asked. One question."""
    return list(Role.objects.here().filter(gathering=gathering).select_related("membership__person"))


def _take(gathering: Gathering, membership: Membership, part: str) -> None:
    """Also from somebody who left with it."""
    of_part = Role.objects.filter(gathering=gathering, part=part)
    of_part.filter(since__isnull=False).delete()
    of_part.filter(membership=membership).delete()
    Role.objects.create(gathering=gathering, membership=membership, part=part, since=now())
    if not Role.objects.asked().filter(gathering=gathering, membership=membership).exists():
        telling.answered(gathering, membership)


def _lock(gathering: Gathering) -> None:
    Gathering.objects.select_for_update().get(pk=gathering.pk)
