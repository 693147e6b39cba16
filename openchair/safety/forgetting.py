"""Reports end."""

from datetime import datetime

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.safety.models import Report

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def forget_old_reports() -> None:
    """Delete what has been kept long enough, a little after it has been."""
    forget_reports(now())


def forget_reports(moment: datetime) -> None:
    """Delete reports half a year after somebody looked at them, and after a year if nobody did."""
    Report.objects.old(moment).delete()
