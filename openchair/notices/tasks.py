"""What is due without anybody asking."""

from openchair.jobs.ticks import every, every_far_away
from openchair.kit.clock import now
from openchair.notices import delivering, mailing, reminding
from openchair.notices.models import Notice


@every(seconds=20)
def remind() -> None:
    """Reminders whose time has come become notices."""
    reminding.remind_due(now())


@every_far_away(seconds=20)
def deliver() -> None:
    """What waits for a device or a mailbox is sent."""
    delivering.deliver_due(now())


@every(seconds=3600)
def tidy() -> None:
    """Delete what is past its time; safe at any time and twice."""
    Notice.objects.filter(expires_at__lt=now()).delete()
    mailing.forget_unconfirmed(now())
