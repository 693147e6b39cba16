"""What is due without anybody asking."""

from openchair.checkins import forgetting
from openchair.jobs.ticks import every
from openchair.kit.clock import now

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def forget_what_is_over() -> None:
    """Let go of what was taken back a month ago, and of pledges whose day is over."""
    forgetting.forget(now())
