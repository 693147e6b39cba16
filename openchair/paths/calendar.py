"""Months and years between plain dates. Pure: nothing here knows a zone or a clock."""

from calendar import isleap, monthrange
from datetime import MAXYEAR, date

LEAP_DAY = (2, 29)


def months_after(start: date, months: int, *, leap_to_march: bool = False) -> date:
    """The same day of a later month, or its last day: 31 January, 28 or 29 February, 31 March.

    `leap_to_march`: in common years, what began on 29 February has its years on 1 March. Never after 9999.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    if leap_to_march and (start.month, start.day) == LEAP_DAY and months % 12 == 0 and not isleap(year):
        return date(year, 3, 1)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date, *, leap_to_march: bool = False) -> int:
    """How many whole months have passed; none when `end` is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    while months > 0 and months_after(start, months, leap_to_march=leap_to_march) > end:
        months -= 1
    return max(months, 0)
