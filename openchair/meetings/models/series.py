"""A meeting as a group keeps it: every week, or once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group
from openchair.kit.ids import PUBLIC_ID_LENGTH, public_id, row_id
from openchair.meetings.models.advancing import advance
from openchair.meetings.models.occurrence import Occurrence
from openchair.meetings.recurrence import Rule, Span, next_midnight, spans_from, spans_with
from openchair.people.models import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

EARLY_DOOR = timedelta(minutes=15)
SHORTEST, LONGEST = 5, 720
SMALLEST, LARGEST = 2, 5000
HOUR = timedelta(hours=1)


class Door(models.TextChoices):
    """Who comes in without being let in."""

    OPEN = "open", _("Anyone may come in")
    MEMBERS = "members", _("Members come in, others wait to be let in")
    KNOCK = "knock", _("Everyone waits to be let in")


class ChatRule(models.TextChoices):
    """Who may write when it is not their turn."""

    SPEAKER = "speaker", _("Only the person whose turn it is")
    AFTER = "after", _("Everyone, once a turn has ended")
    ALL = "all", _("Everyone, at any time")


class Format(models.TextChoices):
    """The flow of a meeting; the value is the key of its script in the library."""

    SHARING = "open-sharing", _("Open sharing: people raise a hand and speak in turn")
    SPEAKER = "speaker", _("Speaker: one person tells their story, then others share")
    NEWCOMER = "newcomer", _("Newcomers: words explained, questions welcome")


class SeriesQuerySet(SealedQuerySet["Series"]):
    """Which meetings, for whom, and when. Every span here is kept in `next_start` and `next_end`."""

    def visible_to(self, person: Person | UUID | None) -> Self:
        """Meetings of listed groups, and those of the person's own groups."""
        # A join, where `group in (every listed group)` would read the groups before the hour.
        listed = Q(group__listed=True, group__closing=None)
        return self.filter(listed | Q(group__in=Group.objects.of(person)) if person else listed)

    def get_or_404(self, **which: object) -> Series:
        """The one, with its group, or Http404."""
        found = self.select_related("group").filter(**which).first()
        if found is None:
            raise Http404
        return found

    def on_now(self, now: datetime) -> Self:
        """Those being held at this instant, the one that began last at the end."""
        # The lower bound says nothing new (no meeting is longer); it lets the index on next_start answer.
        earliest = now - timedelta(minutes=LONGEST)
        return self.filter(next_start__gt=earliest, next_start__lte=now, next_end__gt=now).order_by(
            "next_start"
        )

    def next_hour(self, now: datetime) -> Self:
        """Those that begin within the hour after this instant."""
        return self.filter(next_start__gt=now, next_start__lte=now + HOUR).order_by("next_start")

    def today(self, now: datetime, zone: ZoneInfo) -> Self:
        """Those that begin later on the reader's own date."""
        tomorrow = next_midnight(now, zone)
        return self.filter(next_start__gt=now, next_start__lt=tomorrow).order_by("next_start")

    def advance(self, now: datetime) -> int:
        """Give every series whose occurrence has ended its next one; the number of series changed."""
        # What has ended has begun: the index is on next_start.
        return advance(self.filter(ended_at=None, next_start__lt=now, next_end__lte=now), now)

    def recompute(self, now: datetime) -> int:
        """Work out every next occurrence anew: after a change of the rule, or of the zones' own laws."""
        return advance(self.filter(ended_at=None), now)


class Series(models.Model):
    """A recurring meeting (a `weekday`) or a single one (a date in `on`), on the clock of `zone`."""

    id = models.UUIDField(primary_key=True, default=row_id, editable=False)
    public_id = coded(
        models.CharField(max_length=PUBLIC_ID_LENGTH, unique=True, default=public_id, editable=False)
    )
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="series")
    name = Sealed(by="group", max_length=80)
    weekday = models.PositiveSmallIntegerField(null=True)  # Monday is 0
    on = models.DateField(null=True)
    wall = models.TimeField()
    zone = coded(models.CharField(max_length=64))
    minutes = models.PositiveSmallIntegerField(default=60)
    format = models.CharField(max_length=20, choices=Format.choices, default=Format.SHARING)
    language = coded(models.CharField(max_length=20, default="en"))
    door = models.CharField(max_length=10, choices=Door.choices, default=Door.MEMBERS)
    chat_rule = models.CharField(max_length=10, choices=ChatRule.choices, default=ChatRule.SPEAKER)
    capacity = models.PositiveSmallIntegerField(default=200)
    next_start = models.DateTimeField(null=True)
    next_end = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ("next_start",)
        indexes = (models.Index(name="series_next", fields=("next_start", "next_end")),)
        constraints = (
            models.CheckConstraint(
                name="series_weekday_or_date",
                # A check that comes out as NULL passes: each side must say "not null" itself.
                condition=Q(weekday__isnull=False, weekday__lte=6, on=None)
                | Q(weekday=None, on__isnull=False),
            ),
            models.CheckConstraint(name="series_length", condition=Q(minutes__range=(SHORTEST, LONGEST))),
            models.CheckConstraint(name="series_capacity", condition=Q(capacity__range=(SMALLEST, LARGEST))),
            models.CheckConstraint(name="series_door", condition=Q(door__in=Door.values)),
            models.CheckConstraint(name="series_chat", condition=Q(chat_rule__in=ChatRule.values)),
            models.CheckConstraint(name="series_format", condition=Q(format__in=Format.values)),
            models.CheckConstraint(
                name="series_next_is_a_span",
                condition=Q(next_start=None, next_end=None)
                | Q(next_start__isnull=False, next_end__isnull=False, next_start__lt=models.F("next_end")),
            ),
            models.CheckConstraint(
                name="series_ended_has_no_next", condition=Q(ended_at=None) | Q(next_start=None)
            ),
        )

    def __str__(self) -> str:
        return f"meeting {self.public_id}"

    @property
    def rule(self) -> Rule:
        """The rule of this series as `recurrence` understands it."""
        return Rule(wall=self.wall, zone=self.zone, minutes=self.minutes, weekday=self.weekday, on=self.on)

    @property
    def next(self) -> Span | None:
        """The occurrence that is on or next, as last worked out."""
        if self.next_start is None or self.next_end is None:
            return None
        return Span(self.next_start, self.next_end)

    def upcoming(self, now: datetime) -> Iterator[Span]:
        """Every occurrence that has not ended at `now`: no cancelled ones, moved ones at their new time."""
        if self.ended_at is not None:
            return iter(())
        without, also = self.occurrences.exceptions(now)
        return spans_with(spans_from(self.rule, now), without=without, also=also)

    def find_next(self, now: datetime) -> None:
        """Set `next_start` and `next_end` (unsaved) to what is on or next at `now`."""
        span = next(self.upcoming(now), None)
        self.next_start, self.next_end = span or (None, None)

    def pass_over(self, held: Occurrence) -> None:
        """Go on to the date after this one, which closed before its time was over: it is not on any more."""
        if self.next_start == held.starts_at:
            self.find_next(held.ends_at)
            self.save(update_fields=["next_start", "next_end"])

    def occurrence_at(self, start: datetime) -> Occurrence:
        """The row of the occurrence that starts at this instant; it is written when first needed.

        Raises Occurrence.DoesNotExist when this series has no occurrence then.
        """
        found = self.occurrences.filter(starts_at=start).first()
        return found or self.occurrences.write(self, start)

    def end(self, at: datetime) -> None:
        """No more dates; what was held stays. Ending twice changes nothing."""
        if self.ended_at is None:
            self.ended_at, self.next_start, self.next_end = at, None, None
            self.save(update_fields=["ended_at", "next_start", "next_end"])
