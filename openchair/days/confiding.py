"""A word to members of one's groups that something happened; and taking it back."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.days.models import Confided
from openchair.days.models.confided import CONFIDED_STANDS
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.notices import telling
from openchair.notices.kinds import Cause, Kind, register
from openchair.paths.models import Entry
from openchair.people.models import Person

CONFIDED: Final = "confided"
HAPPENED: Final = "happened"


@transaction.atomic
def confide(*, member: Membership, entry: Entry) -> None:
    """One calm sentence for this member, about nothing but that something happened. Twice is once."""
    defaults = {"person_id": entry.person_id, "says": HAPPENED}
    found, new = Confided.objects.get_or_create(member=member, entry=entry, defaults=defaults)
    if new:
        telling.tell(person=member.person, kind=CONFIDED, subject=found.public_id)


@transaction.atomic
def take_back(*, confided: Confided) -> None:
    """Gone, as far as it was not read: from the group's page, from Today, and from what was to be sent."""
    telling.cancel(person=confided.member.person, kind=CONFIDED, subject=confided.public_id)
    Confided.objects.filter(pk=confided.pk).delete()


def those_who_told(group: Group, reader: Membership) -> list[str]:
    """The names in this group of those who wanted this member to know."""
    told = Confided.objects.heard(now()).filter(member=reader).values("person")
    return [one.alias for one in Membership.objects.current().filter(group=group, person__in=told)]


def forget(moment: datetime) -> None:
    """Delete what was told thirty days ago."""
    Confided.objects.filter(at__lte=moment - CONFIDED_STANDS).delete()


def _found(person: Person, subject: str) -> Confided | None:
    mine = Confided.objects.heard(now()).filter(member__person=person, public_id=subject)
    return mine.select_related("member__group").first()


def _group(subject: str) -> Group | None:
    found = Confided.objects.filter(public_id=subject).select_related("member__group").first()
    return found.member.group if found else None


def _name(person: Person, subject: str) -> str | None:
    found = _found(person, subject)
    if found is None:
        return None
    teller = Membership.objects.filter(group=found.member.group_id, person=found.person_id).first()
    return teller.alias if teller else None


def _line(person: Person, subject: str) -> str:
    group = _group(subject)
    told = {"name": _name(person, subject) or "", "group": group.name if group else ""}
    return _("%(name)s in %(group)s wanted you to know that something happened. A kind word may help.") % told


def _link(subject: str) -> str:
    group = _group(subject)
    return reverse("group", args=[group.public_id]) if group else reverse("groups")


def _is_due(person: Person, subject: str, _at: datetime) -> bool:
    return _found(person, subject) is not None


register(
    Kind(
        name=CONFIDED,
        title=_later("Somebody in a group wanted you to know something"),
        why=_later("You are told when somebody in a group of yours chose you, or its hosts, to know."),
        line=_line,
        link=_link,
        name_of=_name,
        is_due=_is_due,
        stands=CONFIDED_STANDS,
        cause=Cause.PEOPLE,
    )
)
