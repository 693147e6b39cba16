"""Whoever wrote something without a name rests from doing so: `docs/decisions/0061-…` says why not more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Protocol
from uuid import UUID

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _

from openchair.groups import telling
from openchair.groups.models import Group, Membership, Norms, Rest
from openchair.groups.models.norms import Named
from openchair.kit.clock import now

LENGTH: Final = timedelta(days=30)


class Words(Protocol):
    """Anything that somebody wrote under a name or without one."""

    named: str
    membership_id: UUID


@transaction.atomic
def ask(*, group: Group, person: UUID | None, reason: str) -> None:
    """Whoever this is rests for thirty days, and reads why. Nothing tells whether they are still here.

    Asking again begins the thirty days anew, with the reason given last. Hosts are asked like anybody.
    """
    member = Membership.objects.current().filter(group=group, person=person).select_related("person").first()
    if member is None:
        return
    told = {"group": group, "until": now() + LENGTH, "reason": reason}
    Rest.objects.update_or_create(membership=member, defaults=told)
    member.group = group
    telling.asked_to_rest(member)


def end(*, group: Group, person: UUID | None) -> None:
    """Not any more. Twice is once."""
    Rest.objects.filter(group=group, membership__person=person).delete()


def rest_of(member: UUID) -> Rest | None:
    """The rest of this membership that is not over."""
    return Rest.objects.at(now()).filter(membership=member).first()


def names_for(member: Membership) -> list[str]:
    """Under which names this member may write in the group."""
    names = Norms.of(member.group).names
    if Named.NOBODY in names and rest_of(member.pk):
        names.remove(Named.NOBODY)
    return names


def refuse(form: forms.Form, words: Words) -> None:
    """Say in a form that these words, which stand without a name, are not written on during a rest."""
    line = line_for(words) if form.is_bound else ""
    if line:
        form.add_error(None, line)


def line_for(words: Words) -> str:
    """Why these words do not appear anew; empty where nothing is in their way."""
    if words.named != Named.NOBODY or rest_of(words.membership_id) is None:
        return ""
    return _("A host asked you to write here under your name for a while. You can take these words back.")


def why_not_so(words: Words) -> str:
    """Why a draft does not go out under the name that was chosen for it."""
    return line_for(words) or _("The hosts changed how shares are named here. Please choose again.")


def forget(moment: datetime) -> None:
    """Delete rests that are over."""
    Rest.objects.exclude(pk__in=Rest.objects.at(moment).values("pk")).delete()
