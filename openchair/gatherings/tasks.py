"""What is due without anybody asking."""

from openchair.gatherings import closing
from openchair.jobs.ticks import every
from openchair.kit.clock import now

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def put_gatherings_away() -> None:
    """Turns whose time is over go back to their writers; old drafts go."""
    closing.put_away(now())
    closing.forget(now())
