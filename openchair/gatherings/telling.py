"""A member is told that they are asked to serve in a meeting that is open for days."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.gatherings.models import Gathering, Role
from openchair.groups.models import Membership
from openchair.notices import telling
from openchair.notices.kinds import Cause, Kind, register
from openchair.people.models import Person

ASKED = "gathering-asked"
_STANDS = timedelta(days=14)


def asked(gathering: Gathering, membership: Membership) -> None:
    """They are asked whether they would chair, lead, greet or read."""
    telling.tell(person=membership.person, kind=ASKED, subject=gathering.public_id)


def answered(gathering: Gathering, membership: Membership) -> None:
    """The question waits no more."""
    telling.cancel(person=membership.person, kind=ASKED, subject=gathering.public_id)


def _asked(person: Person, subject: str) -> Role | None:
    mine = Role.objects.asked().filter(membership__person=person, gathering__public_id=subject)
    found = mine.filter(gathering__group__closing=None).select_related("gathering__group").first()
    return None if found is None or found.gathering.is_over else found


def _name(person: Person, subject: str) -> str | None:
    found = _asked(person, subject)
    return found.gathering.group.name if found else None


def _line(person: Person, subject: str) -> str:
    told = {"group": _name(person, subject) or ""}
    return _("You are asked to take a part in a meeting of %(group)s that is open for days.") % told


def _is_due(person: Person, subject: str, _at: datetime) -> bool:
    return _asked(person, subject) is not None


register(
    Kind(
        name=ASKED,
        title=_later("You are asked to take a part in a meeting"),
        why=_later("You are told when somebody asks whether you would chair, lead, greet or read."),
        line=_line,
        link=lambda subject: reverse("gathering-roles", args=[subject]),
        name_of=_name,
        is_due=_is_due,
        stands=_STANDS,
        cause=Cause.PEOPLE,
    )
)
