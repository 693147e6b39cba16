"""A year of weekly meetings behind us, the next ones ahead, and one that is always on now."""

import random
from datetime import UTC, datetime, time, timedelta

from openchair.groups.models import Group
from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.meetings.models import Attendance, ChatRule, Door, Format, Occurrence, Series
from openchair.meetings.recurrence import Rule
from openchair.meetings.scheduling import Plan, schedule
from openchair.rooms.models import Room
from openchair.rooms.opening import has_closed

SEED = 20
WEEKS = 52
ALWAYS_ON = "The chair that is always out"
ZONE = "Europe/London"


def load_meetings(groups: dict[str, Group]) -> None:
    """Every group meets each week, Harbour each evening; what was held leaves a rounded count alone."""
    chance = random.Random(SEED)  # noqa: S311 - the same year for everybody who tries the demo
    for key, name, weekdays, at, format_ in (
        ("harbour", "Evening open circle", (0, 1, 2, 3, 4, 5, 6), time(20, 0), Format.SHARING),
        ("harbour", "Newcomers on Saturday", (5,), time(11, 0), Format.NEWCOMER),
        ("harbour", "Sunday speaker", (6,), time(18, 30), Format.SPEAKER),
        ("morning", "Before work", (0, 2, 4), time(7, 15), Format.SHARING),
        ("families", "Families and friends", (3,), time(19, 30), Format.SHARING),
    ):
        for weekday in weekdays:
            rule = Rule(wall=at, zone=ZONE, minutes=60, weekday=weekday)
            series = schedule(group=groups[key], plan=_plan(name, rule, format_))
            _hold_a_year(series, chance)
    schedule(group=groups["harbour"], plan=_plan(ALWAYS_ON, _rule_of(_just_now()[0]), Format.SHARING))


@every(seconds=60)
def keep_one_on() -> None:
    """Move the meeting that is always on to now, unless it is on or somebody still sits in its room."""
    series = next((one for one in Series.objects.select_related("group") if one.name == ALWAYS_ON), None)
    if series is None:
        return
    if series.next_end and series.next_end > now() + timedelta(minutes=10) and not has_closed(series):
        return
    if Room.objects.live().filter(occurrence__series=series, seats__isnull=False).exists():
        return
    began = next((at for at in _just_now() if not series.occurrences.filter(planned_at=at).exists()), None)
    if began is None:  # closed twice within this minute: the next one begins with the next minute
        return
    rule = _rule_of(began)
    series.on, series.wall, series.minutes = rule.on, rule.wall, rule.minutes
    series.find_next(now())
    series.save()


def _plan(name: str, rule: Rule, format_: str) -> Plan:
    return Plan(
        name=name,
        rule=rule,
        format=format_,
        language="en",
        door=Door.MEMBERS,
        chat_rule=ChatRule.SPEAKER,
        capacity=200,
    )


def _just_now() -> tuple[datetime, datetime]:
    """The quarter of an hour that has begun; and this minute, for when the quarter's meeting has closed."""
    minute = now().astimezone(UTC).replace(second=0, microsecond=0)
    return minute - timedelta(minutes=minute.minute % 15), minute


def _rule_of(began: datetime) -> Rule:
    """Begun at this instant, three hours long."""
    return Rule(wall=began.time(), zone="UTC", minutes=180, on=began.date())


def _hold_a_year(series: Series, chance: random.Random) -> None:
    if series.next is None:
        return
    for week in range(1, WEEKS + 1):
        start: datetime = series.next.start - timedelta(weeks=week)
        held = Occurrence.objects.create(
            series=series,
            planned_at=start,
            starts_at=start,
            ends_at=start + timedelta(minutes=series.minutes),
        )
        Attendance.note(held, chance.randint(4, 28))
