"""What people leave behind is tidied away: sessions that ended, forms that were sent, links that are over."""

from datetime import datetime, timedelta

from django.db.models import Q

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.people.models import AccountNotice, Passkey, Session, StewardLink, Submission
from openchair.people.models.session import CONFIRMED, GRACE, NEW, SKEW
from openchair.people.models.stewardship import LINK_LIVES
from openchair.people.notices import WAITS
from openchair.people.settling import note_the_time

REMEMBERED = timedelta(days=1)

every(seconds=60)(note_the_time)


@every(seconds=3600)
def tidy() -> None:
    """Delete what is past its time; safe at any time and twice."""
    moment = now()
    Submission.objects.filter(at__lt=moment - REMEMBERED).delete()
    StewardLink.objects.filter(made_at__lt=moment - REMEMBERED - LINK_LIVES).delete()
    for mode in Session.Mode:
        over = Q(used_at__lt=moment - Session.IDLE[mode]) | Q(began_at__lt=moment - Session.ABSOLUTE[mode])
        Session.objects.filter(over, mode=mode).delete()
    AccountNotice.objects.filter(session=None, at__lt=moment - WAITS).delete()
    Passkey.objects.filter(works_from__lt=moment).update(works_from=None)
    _forget_times(moment)
    _put_right(moment)


def _forget_times(moment: datetime) -> None:
    """A time that no longer decides anything would only tell when somebody sat there."""
    Session.objects.filter(new_until__lt=moment).update(new_until=None)
    Session.objects.filter(confirmed_at__lt=moment - CONFIRMED).update(confirmed_at=None)
    Session.objects.filter(turned_at__lt=moment - GRACE).update(turned_at=None, earlier_hash="")
    over = Q(powers_used_at__lt=moment - Session.POWERS_IDLE) | Q(
        powers_at__lt=moment - Session.POWERS_ABSOLUTE
    )
    Session.objects.filter(over).update(powers_at=None, powers_used_at=None)


def _put_right(moment: datetime) -> None:
    """When the machine's clock went back, what was written before counts from now (S93)."""
    latest = moment + SKEW
    for name in ("began_at", "used_at"):
        Session.objects.filter(**{f"{name}__gt": latest}).update(**{name: moment})
    Session.objects.filter(new_until__gt=latest + NEW).update(new_until=moment + NEW)
    Passkey.objects.filter(works_from__gt=latest + NEW).update(works_from=moment + NEW)
    Submission.objects.filter(at__gt=latest).update(at=moment)
