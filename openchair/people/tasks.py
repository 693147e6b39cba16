"""What people leave behind is tidied away: sessions that ended, forms that were sent, links that are over."""

from datetime import timedelta

from django.db.models import Q

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.people.models import Session, StewardLink, Submission
from openchair.people.models.stewardship import LINK_LIVES

REMEMBERED = timedelta(days=1)


@every(seconds=3600)
def tidy() -> None:
    """Delete what is past its time; safe at any time and twice."""
    moment = now()
    Submission.objects.filter(at__lt=moment - REMEMBERED).delete()
    StewardLink.objects.filter(made_at__lt=moment - REMEMBERED - LINK_LIVES).delete()
    for mode in Session.Mode:
        over = Q(used_at__lt=moment - Session.IDLE[mode]) | Q(began_at__lt=moment - Session.ABSOLUTE[mode])
        Session.objects.filter(over, mode=mode).delete()
