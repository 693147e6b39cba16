"""What is due without anybody asking."""

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.stories import forgetting

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def forget_stories() -> None:
    """Let go of what is over."""
    forgetting.forget(now())
