"""Whoever wrote a story is told that a host looked at it."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.groups.models import Group
from openchair.notices import telling
from openchair.notices.kinds import Cause, Kind, register
from openchair.people.models import Person
from openchair.stories.models import Story

LOOKED_AT = "looked-at-story"
_STANDS = timedelta(days=14)


def looked_at(story: Story) -> None:
    """A host put it out of sight, or let it be read again. Whoever closed the account is told nothing."""
    if story.membership.is_former:
        return
    telling.tell(person=story.person, kind=LOOKED_AT, subject=story.group.public_id)


def _name(person: Person, subject: str) -> str | None:
    group = Group.objects.of(person).filter(public_id=subject).first()
    return group.name if group else None


def _line(person: Person, subject: str) -> str:
    return _("A host looked at a story of yours in %(group)s.") % {"group": _name(person, subject) or ""}


def _is_due(person: Person, subject: str, _at: datetime) -> bool:
    return _name(person, subject) is not None


register(
    Kind(
        name=LOOKED_AT,
        title=_later("A host looked at a story of yours"),
        why=_later("You are told when a host puts a story of yours out of sight, or lets it be read again."),
        line=_line,
        link=lambda subject: reverse("stories-held", args=[subject]),
        name_of=_name,
        is_due=_is_due,
        stands=_STANDS,
        cause=Cause.PEOPLE,
    )
)
