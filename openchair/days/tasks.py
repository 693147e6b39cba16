"""What is due without anybody asking."""

from openchair.days import confiding, waiting
from openchair.jobs.ticks import every
from openchair.kit.clock import now


@every(seconds=60)
def tell_what_waits() -> None:
    """Tell those who were chosen for this day."""
    waiting.tell_due(now())


@every(seconds=3600)
def forget_what_was_told() -> None:
    """Delete what was told thirty days ago."""
    confiding.forget(now())
