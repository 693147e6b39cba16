"""What is due without anybody asking."""

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.paths import marking, sharing
from openchair.paths.noting import forget_taken_back

every(seconds=3600)(forget_taken_back)


@every(seconds=3600)
def forget_what_is_over() -> None:
    """Delete sets that were put away, and what was shared, after their time."""
    marking.forget_put_away(now())
    sharing.forget(now())
