"""A meeting that opened for days, among what is new in somebody's groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from openchair.gatherings.models import Gathering, Role
from openchair.gatherings.models.gathering import GatheringQuerySet
from openchair.groups import news
from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.prepared import prepared
from openchair.kit.ways import way
from openchair.people.models import Person


class NewGatherings:
    """See `groups.news.News`. Whoever chairs one knows of it; one to come, or over, is not told of."""

    def with_new(self, memberships: MembershipQuerySet, since: datetime) -> MembershipQuerySet:
        """Each knows as `has_new_gathering` whether one began since then, or is to come."""
        begun = Gathering.objects.filter(group=OuterRef("group"), begins_at__gt=since, closed_at=None)
        return memberships.annotate(has_new_gathering=Exists(begun))

    def lines(self, asked: news.Asked) -> news.Found:
        """Also for whoever came to the group after it began: it is open to them."""
        if not any(getattr(one, "has_new_gathering", True) for one in asked.mine):
            return news.Found(())
        groups = {one.group_id: one.group for one in asked.mine}
        rows = [one for one in _lately(asked.person.pk, asked.since) if one.group_id in groups]
        return news.Found([_line(one, groups[one.group_id]) for one in rows if one.is_open])

    def moment_of(self, person: Person, mine: Sequence[Membership], public_id: str) -> datetime | None:
        """When it began."""
        groups = [one.group_id for one in mine]
        found = _of_others(person.pk).filter(group__in=groups, public_id=public_id).first()
        return found.begins_at if found and found.has_begun else None


@prepared
def _lately(person: UUID, since: datetime) -> GatheringQuerySet:
    groups = Membership.objects.of(person).values("group")
    return _of_others(person).filter(group__in=groups, begins_at__gt=since, closed_at=None)


def _of_others(person: UUID) -> GatheringQuerySet:
    chaired = Role.objects.filter(part=Role.Part.CHAIR, membership__person=person)
    return Gathering.objects.exclude(Exists(chaired.filter(gathering=OuterRef("pk"))))


def _line(one: Gathering, group: Group) -> news.Line:
    tags = (_("Open for days"), group.name)
    return news.Line(one.public_id, one.begins_at, way("gathering", one.public_id), one.name, tags)


news.register(NewGatherings())
