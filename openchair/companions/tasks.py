"""What is due without anybody asking."""

from openchair.companions import caring, forgetting
from openchair.jobs.ticks import every
from openchair.kit.clock import now

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def look_after_companions() -> None:
    """Let go of what is over; then tell companions of a silence that they were asked to look after."""
    forgetting.forget(now())
    caring.nudge_due(now())
