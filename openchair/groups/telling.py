"""Somebody is told what the hosts of a group decided about them alone."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.groups.models import Group, Membership, Rest
from openchair.notices import telling
from openchair.notices.kinds import Cause, Kind, register
from openchair.people.models import Person

LET_IN = "let-in"
ASKED_TO_REST = "asked-to-rest"
_STANDS = timedelta(days=14)


def let_in(membership: Membership) -> None:
    """They belong to the group from now on."""
    telling.tell(person=membership.person, kind=LET_IN, subject=membership.group.public_id)


def asked_to_rest(membership: Membership) -> None:
    """A host wrote them a line, which stands on the group's page."""
    telling.tell(person=membership.person, kind=ASKED_TO_REST, subject=membership.group.public_id)


def _found(person: Person, subject: str) -> Group | None:
    return Group.objects.of(person).filter(public_id=subject).first()


def _name(person: Person, subject: str) -> str | None:
    group = _found(person, subject)
    return group.name if group else None


def _rests(person: Person, subject: str, at: datetime) -> bool:
    """A host who took it back took the line along."""
    mine = Rest.objects.at(at).filter(group__public_id=subject, membership__person=person)
    return mine.filter(membership__departure=None, group__closing=None).exists()


def _line(person: Person, subject: str) -> str:
    return _("You are welcome in %(group)s. The hosts let you in.") % {"group": _name(person, subject) or ""}


def _line_of_rest(person: Person, subject: str) -> str:
    return _("A host of %(group)s wrote to you. It is on the group’s page, for you alone.") % {
        "group": _name(person, subject) or ""
    }


def _is_due(person: Person, subject: str, _at: datetime) -> bool:
    return _found(person, subject) is not None


register(
    Kind(
        name=LET_IN,
        title=_later("A group let you in"),
        why=_later("You are told when hosts answer that you asked to join."),
        line=_line,
        link=lambda subject: reverse("group", args=[subject]),
        name_of=_name,
        is_due=_is_due,
        stands=_STANDS,
        cause=Cause.PEOPLE,
    )
)
register(
    Kind(
        name=ASKED_TO_REST,
        title=_later("A host wrote to you"),
        why=_later("You are told when a host asks you to rest from writing without a name."),
        line=_line_of_rest,
        link=lambda subject: reverse("group", args=[subject]),
        name_of=_name,
        is_due=_rests,
        stands=_STANDS,
        cause=Cause.PEOPLE,
    )
)
