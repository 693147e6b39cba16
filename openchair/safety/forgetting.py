"""Reports end."""

from datetime import datetime

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.safety.models import Report
from openchair.vault.opened import destroy

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def forget_old_reports() -> None:
    """Delete what has been kept long enough, a little after it has been."""
    forget_reports(now())


def forget_reports(moment: datetime) -> None:
    """Delete reports half a year after somebody looked at them, and after a year if nobody did."""
    ended = list(Report.objects.old(moment).values_list("pk", flat=True))
    Report.objects.filter(pk__in=ended).delete()
    destroy(ended)
