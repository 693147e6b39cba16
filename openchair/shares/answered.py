"""Since when a share is answered."""

from __future__ import annotations

from datetime import datetime

from openchair.shares.answering import composer_for
from openchair.shares.models import Share


def note_answers(share: Share) -> None:
    """Since when it is answered: by somebody's words, or where no words are asked for, by a response."""
    Share.objects.filter(pk=share.pk).exclude(posted_at=None).update(answered_at=_first_answer(share))


def _first_answer(share: Share) -> datetime | None:
    told = share.says
    if told is not None and composer_for(share.group, told.need) is not None:
        replies = share.replies.standing().exclude(person=share.person_id)
        return replies.order_by("posted_at").values_list("posted_at", flat=True).first()
    signs = share.responses.filter(membership__departure=None)
    return signs.order_by("at").values_list("at", flat=True).first()
