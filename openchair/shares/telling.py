"""Writers are told that somebody answered them, and that a host looked at what was held."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.groups.models import Group
from openchair.kit.prepared import prepared
from openchair.kit.ways import way
from openchair.notices import telling
from openchair.notices.kinds import Cause, Kind, register
from openchair.people.models import Person
from openchair.shares.models import Reply, Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.seeing import replies_seen_by

ANSWERED, LOOKED_AT = "answered", "looked-at"
_STANDS = timedelta(days=14)


def answered(reply: Reply) -> None:
    """Somebody wrote to them. One's own words, and those of somebody they do not meet, are told to nobody."""
    share = reply.share
    if share.membership.is_former:  # below one without a name, which does not say that its writer is gone
        return
    if replies_seen_by(share.person_id).filter(pk=reply.pk).exclude(person=share.person_id).exists():
        telling.tell(person=share.person, kind=ANSWERED, subject=share.public_id)


def looked_at(words: Share | Reply) -> None:
    """A host let it out, or left a line. Whoever closed the account is told nothing."""
    if words.membership.is_former:
        return
    telling.tell(person=words.person, kind=LOOKED_AT, subject=words.group.public_id)


def _name(person: Person, subject: str) -> str | None:
    group = Group.objects.of(person).filter(public_id=subject).first()
    return group.name if group else None


def _line(person: Person, subject: str) -> str:
    return _("A host looked at what you wrote in %(group)s.") % {"group": _name(person, subject) or ""}


def _is_due(person: Person, subject: str, _at: datetime) -> bool:
    return _name(person, subject) is not None


@prepared
def _answered(person: UUID, *subjects: str) -> ShareQuerySet:
    """Their shares among these that stand, and below which stand words of somebody else that they see."""
    replies = replies_seen_by(person).filter(share=OuterRef("pk")).exclude(person=person)
    mine = Share.objects.filter(person=person, public_id__in=subjects).standing().filter(Exists(replies))
    return mine.select_related("group").filter(group__closing=None)


def _group_of_answer(person: Person, subject: str) -> str | None:
    return next((one.group.name for one in _answered(person.pk, subject)), None)


def _somebody_answered(person: Person, subjects: Sequence[str], _at: datetime) -> dict[str, str]:
    line = _("Somebody answered what you shared in %(group)s.")
    found = _answered(person.pk, *subjects)
    return {one.public_id: line % {"group": one.group.name} for one in found}


register(
    Kind(
        name=ANSWERED,
        title=_later("Somebody answered you"),
        why=_later("You are told when somebody writes to you about what you shared."),
        line=None,
        link=lambda subject: f"{way('share', subject)}#replies",
        name_of=_group_of_answer,
        is_due=lambda person, subject, _at: bool(_answered(person.pk, subject)),
        shown_all=_somebody_answered,
        stands=_STANDS,
        cause=Cause.PEOPLE,
    )
)
register(
    Kind(
        name=LOOKED_AT,
        title=_later("A host looked at what you wrote"),
        why=_later("You are told when words of yours waited for a host, and one looked."),
        line=_line,
        link=lambda subject: way("shares-held", subject),
        name_of=_name,
        is_due=_is_due,
        stands=_STANDS,
        cause=Cause.PEOPLE,
    )
)
