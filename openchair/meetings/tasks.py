"""What is due without anybody asking."""

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.meetings import forgetting
from openchair.meetings.models import Series


@every(seconds=60)
def advance_dates() -> None:
    """Give every meeting that has ended its next date."""
    Series.objects.advance(now())


@every(seconds=3600)
def forget_past_dates() -> None:
    """Delete who read and who called off, once it has had its time."""
    forgetting.forget_past_dates(now())
