"""Meetings begin, change and end."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.meetings.models import EARLY_DOOR, Occurrence, Series
from openchair.meetings.recurrence import Rule, holds
from openchair.meetings.telling import dates_changed


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the hosts decide about a meeting."""

    name: str
    rule: Rule
    format: str
    language: str
    door: str
    chat_rule: str
    capacity: int


class OnNow(Exception):
    """People are in the room or at its door: its time changes once it is over."""


class NeverHeld(Exception):
    """The rule names no date that is still to come."""


@transaction.atomic
def schedule(*, group: Group, plan: Plan) -> Series:
    """A new meeting of this group. Raises NeverHeld for a date that has passed."""
    series = Series(group=group)
    _follow(series, plan)
    series.save()
    return series


@transaction.atomic
def change(*, series: Series, plan: Plan) -> Series:
    """The same meeting after a new plan. Raises OnNow, NeverHeld.

    What was claimed, cancelled or moved stays for dates that the new rule names too; the rest is let go.
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    if plan.rule != series.rule:
        if series.next and series.next.start - EARLY_DOOR <= now():
            raise OnNow
        _let_go(series, plan.rule)
    _follow(series, plan)
    series.save()
    dates_changed(series)
    return series


@transaction.atomic
def end(*, series: Series) -> None:
    """No more dates. What was held stays; ending twice is ending once."""
    ending = Series.objects.select_for_update().get(pk=series.pk)
    ending.end(now())
    dates_changed(ending)


@transaction.atomic
def resume(*, series: Series) -> None:
    """Take an ending back: the meeting goes on as it was."""
    series = Series.objects.select_for_update().get(pk=series.pk)
    series.ended_at = None
    series.find_next(now())
    series.save(update_fields=["ended_at", "next_start", "next_end"])
    dates_changed(series)


def _follow(series: Series, plan: Plan) -> None:
    rule = plan.rule
    series.name, series.format, series.language = plan.name, plan.format, plan.language
    series.door, series.chat_rule, series.capacity = plan.door, plan.chat_rule, plan.capacity
    series.weekday, series.on, series.wall, series.zone = rule.weekday, rule.on, rule.wall, rule.zone
    series.minutes = rule.minutes
    series.find_next(now())
    if series.next is None:
        raise NeverHeld


def _let_go(series: Series, rule: Rule) -> None:
    coming = Occurrence.objects.filter(series=series, starts_at__gt=now())
    for row in coming:
        if not holds(rule, row.planned_at):
            row.delete()
        else:
            row.ends_at = row.starts_at + timedelta(minutes=rule.minutes)
            row.save(update_fields=["ends_at"])
