"""What members are told: that hosts ask them, that hosts said yes, and that somebody waits for an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.greeting.models import Ask, Greeter, Willing
from openchair.greeting.saying import how_long
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.notices import telling
from openchair.notices.kinds import About, Cause, Kind, register
from openchair.people.models import Person
from openchair.shares.models import Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.seeing import seen_by, waiting_of

ASKED, AGREED, WAITS = (f"greeting-{name}" for name in ("asked", "agreed", "waits"))
SERVICE_STANDS = timedelta(days=14)
WAITS_STANDS = timedelta(days=1)


def asked(membership: Membership) -> None:
    """A host asks whether they would welcome people."""
    telling.tell(person=membership.person, kind=ASKED, subject=membership.group.public_id)


def answered(membership: Membership) -> None:
    """They answered, so the question waits no more."""
    telling.cancel(person=membership.person, kind=ASKED, subject=membership.group.public_id)


def agreed(membership: Membership) -> None:
    """A host said yes to what they offered."""
    telling.tell(person=membership.person, kind=AGREED, subject=membership.group.public_id)


def ended(membership: Membership) -> None:
    """Nothing of it waits any more."""
    for kind in (ASKED, AGREED):
        telling.cancel(person=membership.person, kind=kind, subject=membership.group.public_id)


def somebody_waits(asks: list[Ask]) -> None:
    """These are asked whether they would like to answer."""
    about = [About(one.willing.membership.person, one.share.public_id) for one in asks]
    telling.tell_all(kind=WAITS, about=about)


def _mine(person: Person, subject: str) -> Greeter | None:
    mine = Greeter.objects.here().filter(membership__person=person, membership__group__public_id=subject)
    return mine.filter(membership__group__closing=None).select_related("membership__group").first()


def _group_name(person: Person, subject: str) -> str | None:
    found = _mine(person, subject)
    return found.membership.group.name if found else None


def _of_service(
    name: str, title: Promise, line: Callable[[], str], due: Callable[[Greeter], bool], link: str
) -> Kind:
    """A kind about welcoming people in one group."""

    def words(person: Person, subject: str) -> str:
        return line() % {"group": _group_name(person, subject) or ""}

    def is_due(person: Person, subject: str, _at: datetime) -> bool:
        found = _mine(person, subject)
        return found is not None and due(found)

    return Kind(
        name=name,
        title=title,
        why=_later("You are told when a host asks whether you would welcome people, or says yes to you."),
        line=words,
        link=lambda subject: reverse(link, args=[subject]),
        name_of=_group_name,
        is_due=is_due,
        stands=SERVICE_STANDS,
        cause=Cause.PEOPLE,
    )


def _waiting(person: Person, subject: str) -> Share | None:
    """The share, while it waits for an answer and this person is still willing and sees it."""
    return next(iter(_asked_for(person.pk, subject)), None)


@prepared
def _asked_for(person: UUID, subject: str) -> ShareQuerySet:
    willing = Willing.objects.here().asked().filter(membership__person=person)
    asks = Ask.objects.filter(share=OuterRef("pk"), willing__in=willing)
    asks = asks.filter(willing__membership__group=OuterRef("group"))
    seen = seen_by(person, Share.objects.filter(Exists(asks), public_id=subject))
    return waiting_of(person, seen, meets_all=False).select_related("group")


def _share_name(person: Person, subject: str) -> str | None:
    found = _waiting(person, subject)
    return found.group.name if found else None


def _shown(person: Person, subject: str, _at: datetime) -> str | None:
    found = _waiting(person, subject)
    return _sentence(found) if found else None


def _sentence(share: Share) -> str:
    waits = how_long(now() - share.posted_at) if share.posted_at else ""
    told = {"group": share.group.name, "time": waits}
    return _("Somebody in %(group)s has waited for an answer for %(time)s. Would you like to write?") % told


def _line(person: Person, subject: str) -> str:
    return _shown(person, subject, now()) or ""


register(
    _of_service(
        ASKED,
        _later("Hosts ask whether you would welcome people"),
        lambda: _("The hosts of %(group)s ask whether you would like to welcome people there."),
        lambda found: found.was_asked,
        "group-helping",
    )
)
register(
    _of_service(
        AGREED,
        _later("Hosts said yes to your welcoming people"),
        lambda: _("You welcome people in %(group)s now. Thank you."),
        lambda found: found.stands,
        "group-waiting",
    )
)
register(
    Kind(
        name=WAITS,
        title=_later("Somebody waits for an answer"),
        why=_later("You are asked because you said that you would like to help. Silence is an answer too."),
        line=_line,
        link=lambda subject: f"{reverse('share', args=[subject])}?begin=",
        name_of=_share_name,
        is_due=lambda person, subject, _at: _waiting(person, subject) is not None,
        shown=_shown,
        stands=WAITS_STANDS,
        cause=Cause.PEOPLE,
    )
)
