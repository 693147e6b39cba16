"""Days as people say them."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language


def day(moment: datetime, zone: ZoneInfo) -> str:
    """The date of an instant in the reader's zone and language: "Monday 7 December"."""
    return _said(moment.astimezone(zone).date(), (get_language() or "en").replace("-", "_"))


@lru_cache(maxsize=1000)
def _said(day: date, language: str) -> str:
    return format_date(day, "EEEE d MMMM", locale=language)
