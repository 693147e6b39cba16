"""A day as it is said on the pages of those who go."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from django.utils.translation import get_language, to_locale

from openchair.kit.clock import now


def today() -> date:
    """The day, in UTC."""
    return now().date()


def day(one: date) -> str:
    """As in "14 March 2027"."""
    return format_date(one, "d MMMM y", locale=_locale())


def moment(one: datetime, zone: ZoneInfo) -> str:
    """As in "Monday, 14 March, 20:00 (Europe/Rome)", on the reader's clock."""
    local = one.astimezone(zone)
    said = format_date(local, "EEEE, d MMMM", locale=_locale())
    return f"{said}, {format_time(local, 'short', locale=_locale())} ({zone.key})"


def _locale() -> str:
    return to_locale(get_language() or "en")
