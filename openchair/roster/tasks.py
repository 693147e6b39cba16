"""What is due without anybody asking."""

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.roster import ending

AN_HOUR: int = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def tidy_rosters() -> None:
    """Let go of what is over."""
    ending.tidy(now())
