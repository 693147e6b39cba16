"""How long ago, as roughly as it is kept."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from openchair.kit.clock import now


def since(day: date, zone: ZoneInfo) -> str:
    """In words, such as *since this week* or *since March*; of another year with that year."""
    today = now().astimezone(zone).date()
    if _monday(day) >= _monday(today):
        return _("since this week")
    return _("since %(month)s") % {"month": _month(day, today)}


def used(day: date, zone: ZoneInfo) -> str:
    """In words, such as *used this week* or *used in March*."""
    today = now().astimezone(zone).date()
    if _monday(day) >= _monday(today):
        return _("used this week")
    return _("used in %(month)s") % {"month": _month(day, today)}


def _month(day: date, today: date) -> str:
    shape = "MMMM" if day.year == today.year else "MMMM y"
    return format_date(day, shape, locale=to_locale(get_language() or "en"))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
