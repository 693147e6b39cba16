"""What is due without anybody asking."""

from openchair.greeting import offering, taking
from openchair.jobs.ticks import every
from openchair.kit.clock import now

TEN_MINUTES, AN_HOUR = 10 * 60, 60 * 60  # seconds


@every(seconds=TEN_MINUTES)
def offer_what_waits() -> None:
    """Ask those who would like to help."""
    offering.ask_round(now())


@every(seconds=AN_HOUR)
def forget_greeting() -> None:
    """Let go of what is over."""
    taking.forget(now())
    offering.forget(now())
