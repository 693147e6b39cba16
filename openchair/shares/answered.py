"""Since when a share is answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from openchair.shares.answering import composer_for
from openchair.shares.models import Reply, Response, Share

LOOKED_BACK: Final = timedelta(days=30)  # what is older is offered to nobody


def note_answers(share: Share) -> None:
    """Since when it is answered: by somebody's words, or where no words are asked for, by a response."""
    Share.objects.filter(pk=share.pk).exclude(posted_at=None).update(answered_at=_first_answer(share))


def put_right(moment: datetime) -> None:
    """Whoever goes takes their answers along, and on coming back brings them: note it, wherever that is so.

    A block, a mute or a hiding changes nothing here, or the gap would tell of it.
    """
    for key in _otherwise_than_noted(moment - LOOKED_BACK):
        _look_again(key)


def _otherwise_than_noted(since: datetime) -> list[UUID]:
    """The keys of shares of whose answers the first is gone, or that wait although somebody answered."""
    replies = Reply.objects.standing().filter(share=OuterRef("pk")).exclude(person=OuterRef("person"))
    signs = Response.objects.filter(share=OuterRef("pk"), membership__departure=None)
    noted = Q(answered_at__isnull=False)
    first, sign = replies.filter(posted_at=OuterRef("answered_at")), signs.filter(at=OuterRef("answered_at"))
    stands, answered = Exists(first) | Exists(sign), Exists(replies) | Exists(signs)
    young = Share.objects.standing().filter(posted_at__gt=since)
    found = young.filter((noted & ~stands) | (~noted & answered))
    return list(found.values_list("pk", flat=True))


@transaction.atomic
def _look_again(key: UUID) -> None:
    """Nobody answers in between."""
    free = Share.objects.select_for_update(of=("self",)).select_related("group")
    share = free.filter(pk=key).first()
    if share:
        note_answers(share)


def _first_answer(share: Share) -> datetime | None:
    told = share.says
    if told is not None and composer_for(share.group, told.need) is not None:
        replies = share.replies.standing().exclude(person=share.person_id)
        return replies.order_by("posted_at").values_list("posted_at", flat=True).first()
    signs = share.responses.filter(membership__departure=None)
    return signs.order_by("at").values_list("at", flat=True).first()
