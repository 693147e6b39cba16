"""What is due without anybody asking."""

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.shares import answered, forgetting

A_WHILE, AN_HOUR = 5 * 60, 60 * 60  # seconds


@every(seconds=AN_HOUR)
def forget_shares() -> None:
    """Let go of what is over."""
    forgetting.forget(now())


@every(seconds=A_WHILE)
def put_answers_right() -> None:
    """Nobody waits unseen because whoever answered them has gone."""
    answered.put_right(now())
