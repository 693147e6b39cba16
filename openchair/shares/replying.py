"""Answering a share: with words, or with one of a few small signs."""

from __future__ import annotations

from django.db import transaction

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.shares import telling
from openchair.shares.answered import note_answers
from openchair.shares.holding import settle
from openchair.shares.models import Reply, Response, Share


@transaction.atomic
def reply(*, share: Share, by: Membership, words: str) -> Reply:
    """One reply. Whoever sees the share sees it, unless a host looks first (`is_held`)."""
    made = Reply.objects.create(
        share=share, group_id=share.group_id, person_id=by.person_id, membership=by, words=words
    )
    stands = settle(what=made, by=by)
    note_answers(share)
    if stands:
        telling.answered(made)
    return made


@transaction.atomic
def change(*, reply: Reply, words: str) -> bool:
    """Other words for one that is held; True when others see it from now on."""
    reply.words = words
    reply.save(update_fields=["words"])
    return settle(what=reply, by=reply.membership, changed=True)


@transaction.atomic
def take_back(*, reply: Reply) -> None:
    """Out of sight at once; for thirty days it can be put back."""
    Reply.objects.filter(pk=reply.pk, taken_back_at=None).update(taken_back_at=now())
    note_answers(reply.share)


@transaction.atomic
def put_back(*, reply: Reply) -> None:
    """As if it had not been taken back."""
    Reply.objects.filter(pk=reply.pk).update(taken_back_at=None)
    note_answers(reply.share)


@transaction.atomic
def respond(*, share: Share, by: Membership, kind: str) -> None:
    """Give a response; once is enough."""
    Response.objects.get_or_create(
        share=share, person_id=by.person_id, kind=kind, defaults={"membership": by}
    )
    note_answers(share)


@transaction.atomic
def take_response_back(*, share: Share, by: Membership, kind: str) -> None:
    """Not any more."""
    Response.objects.filter(share=share, person_id=by.person_id, kind=kind).delete()
    note_answers(share)
