"""What is over is deleted: asks, offers and endings after their time, and consent after 90 days."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from openchair.companions.models import Care, Companionship, Offer, Showing, Word
from openchair.companions.models.companionship import ASK_STANDS
from openchair.companions.models.word import WORD_STANDS
from openchair.companions.telling import AGAIN
from openchair.groups.models.closing import REOPEN_WITHIN
from openchair.groups.models.membership import COME_BACK_WITHIN as LEFT_WITHIN
from openchair.notices import telling

UNDO_WITHIN: Final = timedelta(days=1)
COME_BACK_WITHIN: Final = max(LEFT_WITHIN, REOPEN_WITHIN)


@transaction.atomic
def forget(moment: datetime) -> None:
    """Delete what has had its time. Who left, or is kept apart by a block, is no companion any more.

    Whoever comes back to the group while they can, or to a group that is opened again, finds what there was;
    nobody saw anything meanwhile. Who asked to be erased has left their groups, and comes back by staying.
    """
    Companionship.objects.filter(accepted_at=None, asked_at__lte=moment - ASK_STANDS).delete()
    Companionship.objects.filter(ended_at__lte=moment - UNDO_WITHIN).delete()
    together = Companionship.objects.together(left_after=moment - COME_BACK_WITHIN)
    Companionship.objects.exclude(pk__in=together.values("pk")).delete()
    Offer.objects.filter(until__lte=moment).delete()
    Word.objects.filter(at__lte=moment - WORD_STANDS).delete()
    _ask_again(moment)


def _ask_again(moment: datetime) -> None:
    """Each person whose consent has lapsed is asked once on Today; nothing is shown until they choose."""
    lapsed = [
        (one.person, one.companionship.public_id)
        for model in (Showing, Care)
        for one in model.objects.filter(until__lte=moment).select_related("person", "companionship")
    ]
    for person, subject in dict.fromkeys(lapsed):
        telling.tell(person=person, kind=AGAIN, subject=subject)
    for model in (Showing, Care):
        model.objects.filter(until__lte=moment).delete()
