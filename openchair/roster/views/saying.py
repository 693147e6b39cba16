"""Hours of the week in words, on the reader's clock."""

from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from openchair.kit.clock import now
from openchair.meetings import saying
from openchair.meetings.recurrence import spans_from
from openchair.roster.models import Shift


def hours_words(shift: Shift, zone: ZoneInfo) -> str:
    """As they come round next: "Every Tuesday, 20:00–22:00"."""
    span = next(spans_from(shift.rule, now()))  # a weekly rule never ends
    day = WEEKDAYS[span.start.astimezone(zone).weekday()]
    return _("Every %(day)s, %(time)s") % {"day": day, "time": saying.clock(span, zone)}
