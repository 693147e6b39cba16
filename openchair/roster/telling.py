"""Those who welcome people are told when somebody is looked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.meetings import saying
from openchair.notices import telling
from openchair.notices.home import home_zone
from openchair.notices.kinds import About, Cause, Kind, register
from openchair.people.blocking import apart_from
from openchair.people.models import Person
from openchair.roster.models import Cover
from openchair.roster.rota import serving

LOOKED_FOR = "roster-cover"


def somebody_is_looked_for(cover: Cover, by: Membership) -> None:
    """All who serve but the one who asks are told."""
    those = serving(by.group).apart(apart_from(by.person)).exclude(pk=by.pk).select_related("person")
    telling.tell_all(kind=LOOKED_FOR, about=[About(one.person, cover.public_id) for one in those])


def _open(person: Person, subject: str) -> Cover | None:
    """While somebody is looked for, in a group where this person serves."""
    those = Cover.objects.filter(public_id=subject, membership=None, shift__membership__group__closing=None)
    cover = those.select_related("shift__membership__group").first()
    if cover is None or cover.starts_at + timedelta(minutes=cover.shift.minutes) <= now():
        return None
    serves = serving(cover.shift.membership.group).filter(person=person).exists()
    return cover if serves and cover.shift.membership.person_id not in apart_from(person) else None


def _group_name(person: Person, subject: str) -> str | None:
    cover = _open(person, subject)
    return cover.shift.membership.group.name if cover else None


def _shown(person: Person, subject: str, at: datetime) -> str | None:
    cover = _open(person, subject)
    if cover is None:
        return None
    zone = home_zone(person)
    told = {
        "group": cover.shift.membership.group.name,
        "day": saying.day(cover.starts_at, zone, at),
        "time": saying.hour(cover.starts_at, zone),
    }
    return _("%(group)s: somebody is looked for to welcome people. %(day)s at %(time)s. Could you?") % told


def _link(subject: str) -> str:
    cover = Cover.objects.filter(public_id=subject).select_related("shift__membership__group").first()
    return (
        reverse("group-roster", args=[cover.shift.membership.group.public_id]) if cover else reverse("groups")
    )


register(
    Kind(
        name=LOOKED_FOR,
        title=_later("Somebody is looked for to welcome people"),
        why=_later("You are asked because you welcome people there. Silence is an answer too."),
        line=lambda person, subject: _shown(person, subject, now()) or "",
        link=_link,
        name_of=_group_name,
        is_due=lambda person, subject, _at: _open(person, subject) is not None,
        shown=_shown,
        stands=timedelta(days=7),
        cause=Cause.PEOPLE,
    )
)
