"""A person's own day: the date on the wall at home, once their night is over.

Pure: no database, no request, no clock. A day is a date and never a number of seconds: between two midnights
lie 23, 24 or 25 hours, and in Samoa one of them was left out.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LATEST_ROLLOVER: Final = 6  # o'clock
# A clock that went back by less is a mistake of the machine; by more, a mistake was put right.
SET_BACK: Final = timedelta(days=3)
# In so much time any clock that falls back has come past where it was, even one that crosses the date line.
CAUGHT_UP: Final = timedelta(hours=27)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a person counts their days.

    `zone`: an IANA name. `offset`: minutes east of UTC that stand in when there is no such zone any more.
    `rollover`: the hour (0 to 6) at which their day begins. `not_before`: the last date they were shown when
    they changed one of these, so that moving home takes no day away.
    """

    zone: str
    offset: int = 0
    rollover: int = 0
    not_before: date | None = None

    @property
    def is_lost(self) -> bool:
        """True when the zone's name means nothing any more."""
        return _zone(self.zone) is None

    @property
    def clock(self) -> tzinfo:
        """The clock on the wall; a fixed one when the zone is gone."""
        return _zone(self.zone) or timezone(timedelta(minutes=self.offset))

    def day(self, at: datetime) -> date:
        """Their date at this instant. Where a clock falls back over the end of a day, that day stays over."""
        plain = self._plain(at)
        if (fell := self._fell_back(at)) is not None:
            plain = max(plain, self._plain(fell))
        # Further ahead it was written down under a clock that ran ahead, and has nothing to say.
        is_near = self.not_before is not None and timedelta() < self.not_before - plain <= SET_BACK
        return self.not_before if self.not_before and is_near else plain

    def instant(self, on: date, hour: int) -> datetime:
        """When it was this hour (0 to 23) on the wall, in UTC. An hour that came twice is the first."""
        wall = datetime(on.year, on.month, on.day, hour, tzinfo=self.clock)
        return wall.astimezone(UTC)

    def moment(self, day: date, hour: int) -> datetime:
        """When it was this hour of their own day, in UTC: before the rollover, that of the night after."""
        return self.instant(day + timedelta(days=hour < self.rollover), hour)

    def _plain(self, at: datetime) -> date:
        wall = at.astimezone(self.clock)
        return wall.date() - timedelta(days=1) if wall.hour < self.rollover else wall.date()

    def _fell_back(self, at: datetime) -> datetime | None:
        """The last second before the clock fell back, when it did lately."""
        early, late = at - CAUGHT_UP, at
        before, after = self._offset(early), self._offset(late)
        if before <= after:
            return None
        while late - early > timedelta(seconds=1):
            middle = early + (late - early) // 2
            early, late = (middle, late) if self._offset(middle) == before else (early, middle)
        return early

    def _offset(self, at: datetime) -> timedelta:
        return at.astimezone(self.clock).utcoffset() or timedelta()


def steady(at: datetime, known: datetime | None) -> datetime:
    """The time, though the machine's clock was set back by up to three days: then the latest it had known."""
    return known if known and timedelta() < known - at <= SET_BACK else at


def offset_of(zone: str, at: datetime) -> int:
    """How far east of UTC a zone comes within the year after, in minutes: so far that no date is lost."""
    clock = _zone(zone) or UTC
    months = (at + timedelta(days=30 * month) for month in range(13))
    offsets = (moment.astimezone(clock).utcoffset() or timedelta() for moment in months)
    return max(offsets) // timedelta(minutes=1)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
