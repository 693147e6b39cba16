"""I will answer this: kept for one person for half an hour, and free again by itself."""

from datetime import datetime

from django.db import transaction

from openchair.greeting.models import Taking
from openchair.greeting.models.taking import TAKEN_FOR
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.shares.models import Share


class Taken(Exception):
    """Somebody else is answering it."""


@transaction.atomic
def take_on(*, share: Share, by: Membership) -> None:
    """Keep it for half an hour; again begins the half hour anew. Raises Taken."""
    moment = now()
    Taking.objects.filter(share=share, until__lte=moment).delete()
    until = moment + TAKEN_FOR
    mine, new = Taking.objects.get_or_create(share=share, defaults={"membership": by, "until": until})
    if mine.membership_id != by.pk:
        raise Taken
    if not new:
        Taking.objects.filter(pk=mine.pk).update(until=until)


def let_go(*, share: Share, by: Membership) -> None:
    """Others may answer it. Twice is once."""
    Taking.objects.filter(share=share, membership=by).delete()


def forget(moment: datetime) -> None:
    """What has run out goes."""
    Taking.objects.filter(until__lte=moment).delete()
