"""When somebody is told: times of day on the clock of their home, and the hours in which nothing leaves.

Pure: no database, no clock. A time of day is read as `recurrence` of the meetings reads it (RFC 5545, 3.3.5;
PEP 495, fold 0): one that the clocks jump over comes that much later, one that comes twice means the first.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

EVERY_DAY = 0b1111111  # a bit for each weekday, Monday the lowest
_DAY = timedelta(days=1)
# A week and its neighbours: no wall clock is more than a day from UTC, no zone leaves out more than one date.
_LOOKED_AT = range(-2, 10)


def instant(day: date, wall: time, zone: tzinfo) -> datetime:
    """The UTC instant at which the clocks of `zone` show `wall` on `day`."""
    return datetime.combine(day, wall.replace(fold=0), zone).astimezone(UTC)


def next_wall(wall: time, weekdays: int, zone: tzinfo, after: datetime) -> datetime | None:
    """The first instant after `after` of this time of day on one of the weekdays; None for no weekday."""
    today = after.astimezone(zone).date()
    for days in _LOOKED_AT:
        day = today + days * _DAY
        if weekdays >> day.weekday() & 1 and (found := instant(day, wall, zone)) > after:
            return found
    return None


def leaves_at(moment: datetime, quiet_from: time, quiet_until: time, zone: tzinfo) -> datetime:
    """`moment`, or the end of the quiet hours it lies in. Equal times mean that no hours are quiet."""
    local = moment.astimezone(zone)
    if not is_quiet(local.time(), quiet_from, quiet_until):
        return moment
    ends = (end for days in range(3) for end in _both(local.date() + days * _DAY, quiet_until, zone))
    return min(end for end in ends if end > moment)


def is_quiet(wall: time, quiet_from: time, quiet_until: time) -> bool:
    """Does this time of day lie in the quiet hours, which may pass midnight?"""
    if quiet_from <= quiet_until:
        return quiet_from <= wall < quiet_until
    return wall >= quiet_from or wall < quiet_until


def _both(day: date, wall: time, zone: tzinfo) -> list[datetime]:
    """Each instant at which the clocks show it: one of them, or two on the day they are put back."""
    second = datetime.combine(day, wall.replace(fold=1), zone).astimezone(UTC)
    shows = second.astimezone(zone).replace(tzinfo=None, fold=0) == datetime.combine(day, wall)
    return [instant(day, wall, zone), *([second] if shows else [])]
