"""Where shares that are turns stand besides the group's list: the answer to `shares/threads.py`."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse

from openchair.gatherings.models import Turn
from openchair.shares.models import Share
from openchair.shares.threads import Thread


def meetings_of(shares: Sequence[Share]) -> Mapping[UUID, Thread]:
    """The meeting of each turn. One question for any number."""
    turns = Turn.objects.filter(share__in=[one.pk for one in shares]).select_related("gathering", "share")
    return {one.share_id: _thread(one) for one in turns}


def _thread(turn: Turn) -> Thread:
    gathering = turn.gathering
    change = "" if gathering.is_over else reverse("turn-edit", args=[turn.share.public_id])
    return Thread(gathering.name, reverse("gathering", args=[gathering.public_id]), change)
