"""Days as people say them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language


def day(moment: datetime, zone: ZoneInfo) -> str:
    """The date of an instant in the reader's zone and language: "Monday 7 December"."""
    language = (get_language() or "en").replace("-", "_")
    return format_date(moment.astimezone(zone), "EEEE d MMMM", locale=language)
