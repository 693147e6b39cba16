"""Letting go of who did what on dates that are long over."""

from datetime import datetime, timedelta

from openchair.meetings.models import Cancellation, Claim, Topic

KEPT_FOR = timedelta(days=30)


def forget_past_dates(moment: datetime) -> None:
    """Delete who read, who called off, and the topic, 30 days after (see `privacy.py`). Repeatable."""
    Claim.objects.filter(occurrence__ends_at__lt=moment - KEPT_FOR).delete()
    Topic.objects.filter(occurrence__ends_at__lt=moment - KEPT_FOR).delete()
    Cancellation.objects.filter(occurrence__ends_at__lt=moment - KEPT_FOR).delete()
