"""What is due without anybody asking."""

from openchair.groups import leaving, resting
from openchair.jobs.ticks import every
from openchair.kit.clock import now


@every(seconds=3600)
def forget_departed() -> None:
    """Delete what has had its time."""
    leaving.forget_departed(now())
    resting.forget(now())
