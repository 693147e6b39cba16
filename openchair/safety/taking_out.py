"""Whoever looks at a report puts the words out of everybody's sight, and lets them be read again.

The report brings them the words and the right to do this, and no other: what they could not read before they
cannot read afterwards, neither the share itself nor what its writer makes of it for those it is meant for.
"""

from __future__ import annotations

from django.db import transaction
from django.http import Http404

from openchair.groups.models import Membership
from openchair.safety.models import Report
from openchair.shares import holding as shares
from openchair.shares import telling as to_sharers
from openchair.shares.finding import words_of
from openchair.shares.models import Hold as ShareHold
from openchair.shares.models import Reply, Share
from openchair.stories import holding as stories
from openchair.stories import telling as to_storytellers
from openchair.stories.finding import story_of
from openchair.stories.models import Hold as StoryHold
from openchair.stories.models import Story

Words = Share | Reply | Story
_BEYOND_HOSTS = {Share.Audience.GROUP, Share.Audience.CIRCLE, Story.Audience.GROUP}


def words_in(report: Report) -> Words | None:
    """The words themselves, while others than hosts would read them; None where they stand elsewhere."""
    if report.where not in {Report.Where.SHARE, Report.Where.UNNAMED, Report.Where.VEILED}:
        return None
    what = _found(report.utterance)
    if what is None or what.taken_back_at or not what.membership.words_stand:
        return None
    if isinstance(what, Reply) and not Share.objects.standing().filter(pk=what.share_id).exists():
        return None
    audience = what.share.audience if isinstance(what, Reply) else what.audience
    return what if audience in _BEYOND_HOSTS else None


def hold_of(what: Words) -> ShareHold | StoryHold | None:
    """What keeps them out of sight; None while they stand."""
    if isinstance(what, Story):
        return StoryHold.objects.filter(story=what).first()
    return shares.hold_of(what)


@transaction.atomic
def take_out(*, report: Report, by: Membership, line: str) -> None:
    """Out of everybody's sight but the writer's and the hosts', with a line to the writer. Twice is once."""
    what = words_in(report)
    if what is None or hold_of(what):
        return
    if isinstance(what, Story):
        stories.take_out(story=what, by=by, line=line)
        to_storytellers.looked_at(what)
    else:
        shares.take_out(what=what, by=by, line=line)
        to_sharers.looked_at(what)


@transaction.atomic
def let_back(*, report: Report) -> bool:
    """In their place again, as they were told of. False where they stay out: they were changed meanwhile."""
    what = words_in(report)
    if isinstance(what, Story):
        return _story_back(what)
    is_back = what is not None and shares.undo_taking_out(what=what)
    if what and is_back:
        to_sharers.looked_at(what)
    return is_back


def _story_back(story: Story) -> bool:
    try:
        is_back = stories.let_back(story=story)
    except stories.ChangedSince:
        return False
    if is_back:
        to_storytellers.looked_at(story)
    return is_back


def _found(key: str) -> Words | None:
    for finds in (words_of, story_of):
        try:
            return finds(key)
        except Http404:
            continue
    return None
