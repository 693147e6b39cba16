"""Who is here when: worked out from weekly hours, from who steps in, and from who is away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.meetings.recurrence import WEEK, Span, spans_from
from openchair.people.blocking import apart_from
from openchair.people.models import Person
from openchair.roster.models import Carrying, Cover, Shift

AHEAD: Final = WEEK  # of hours on the page


@dataclass(frozen=True, slots=True)
class Slot:
    """Some hours on one date, and who is here then: None while somebody is looked for."""

    shift: Shift
    span: Span
    holder: Membership | None


@dataclass(frozen=True, slots=True)
class Rota:
    """The weekly hours of a group as one of those who welcome people sees them."""

    people: Mapping[UUID, Membership]
    shifts: Sequence[Shift]
    covers: Mapping[tuple[UUID, datetime], UUID | None]
    carrying: Mapping[UUID, Carrying]

    def slots(self, since: datetime, until: datetime) -> list[Slot]:
        """Those that have not ended at `since` and begin before `until`, in order."""
        found = [slot for shift in self.shifts for slot in self._of(shift, since, until)]
        return sorted(found, key=lambda one: (one.span, one.shift.public_id))

    def slot(self, shift: Shift, start: datetime) -> Slot | None:
        """That of this shift which begins at exactly this instant."""
        until = start + timedelta(microseconds=1)
        return next((one for one in self._of(shift, start, until) if one.span.start == start), None)

    def held_in_week(self, member: Membership, at: datetime) -> int:
        """How often this member is here in the week of `at`, Monday to Sunday in UTC."""
        day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        monday = day - timedelta(days=day.weekday())
        slots = self.slots(monday, monday + WEEK)
        return sum(one.holder == member and one.span.start >= monday for one in slots)

    def most(self, member: Membership) -> int:
        """How often a week this member would be here at most."""
        return self._carrying(member.pk).most

    def _of(self, shift: Shift, since: datetime, until: datetime) -> Iterator[Slot]:
        for span in takewhile(lambda one: one.start < until, spans_from(shift.rule, since)):
            yield Slot(shift, span, self._holder(shift, span))

    def _holder(self, shift: Shift, span: Span) -> Membership | None:
        if (shift.pk, span.start) in self.covers:
            by = self.covers[shift.pk, span.start]
            return self.people.get(by) if by else None
        day = span.start.astimezone(ZoneInfo(shift.zone)).date()
        is_away = self._carrying(shift.membership_id).is_away(day)
        return None if is_away else self.people.get(shift.membership_id)

    def _carrying(self, member: UUID) -> Carrying:
        return self.carrying.get(member) or Carrying()


def serving(group: Group) -> MembershipQuerySet:
    """Those who host the group or welcome people there."""
    return Membership.objects.current().filter(
        Q(hosting__isnull=False) | Q(greeter__since__isnull=False), group=group
    )


def rota_for(person: Person, group: Group) -> Rota:
    """In four questions, however many serve. Whom one does not meet is not here."""
    those = serving(group).apart(apart_from(person))
    people = {one.pk: one for one in those}
    shifts = list(Shift.objects.filter(membership__in=people))
    covers = Cover.objects.filter(shift__in=shifts).values_list("shift", "starts_at", "membership")
    carrying = {one.membership_id: one for one in Carrying.objects.filter(membership__in=people)}
    return Rota(people, shifts, {(shift, at): by for shift, at, by in covers}, carrying)
