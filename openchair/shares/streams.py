"""That something was shared, or answered, travels to pages that are open. No word of it does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from openchair.live.frames import frame
from openchair.live.hub import hub
from openchair.shares.arriving import seers_of, seers_of_reply
from openchair.shares.models import Reply, Share

MEMBERS = "member"


def topic_of(group_id: str) -> str:
    """The stream of a group's shares; `group_id` is its public id."""
    return f"shares/{group_id}"


def posted(share: Share) -> None:
    """Tell those who see it, once it has been committed."""
    to = f"/groups/{share.group.public_id}/shares/"
    transaction.on_commit(partial(_tell, share, "arrived", to, partial(seers_of, share)), robust=True)


def arrived(share: Share, *, target: str, to: str) -> None:
    """As `posted`, on the page of the thread in which it stands: `target` is the id of the line there."""
    transaction.on_commit(partial(_tell, share, target, to, partial(seers_of, share)), robust=True)


def replied(reply: Reply) -> None:
    """As `posted`, on the page of the share that was answered."""
    share = reply.share
    to, target = f"/shares/{share.public_id}/#replies", f"arrived-{share.public_id}"
    transaction.on_commit(partial(_tell, share, target, to, partial(seers_of_reply, reply)), robust=True)


def _tell(share: Share, target: str, to: str, who: Callable[[], set[UUID]]) -> None:
    topic = topic_of(share.group.public_id)
    channels = list(hub().channels(topic, (MEMBERS,)))
    people = who() if channels else set()
    for channel in channels:
        with translation.override(channel.language):
            html = frame(
                "replace", target, render_to_string("shares/_arrived.html", {"to": to, "target": target})
            )
        hub().publish(channel.topic, "", instead=dict.fromkeys(people, html))
