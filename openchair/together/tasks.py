"""What is counted again and again."""

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.together import choosing, counting

AN_HOUR = 60 * 60  # seconds


@every(seconds=AN_HOUR)
def count_together() -> None:
    """How many were here and checked in; and once a day how many days were kept."""
    counting.count_people(now())
    counting.count_days(now())


@every(seconds=AN_HOUR)
def forget_yeses() -> None:
    """Let go of what people said in groups that they left for good."""
    choosing.forget()
