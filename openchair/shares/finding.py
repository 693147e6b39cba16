"""Things by the ids that stand in addresses."""

from django.http import Http404

from openchair.shares.models import Hold, Reply, Share


def words_of(words_id: str) -> Share | Reply:
    """A share or a reply: both have ids of one kind. Raises Http404."""
    try:
        found: Share | Reply = Share.objects.get_or_404(public_id=words_id)
    except Http404:
        found = Reply.objects.get_or_404(public_id=words_id)
        found.group = found.share.group
    found.group.known = {}
    return found


def hold_at(words_id: str) -> Hold:
    """What keeps these words back, with the words. Raises Http404."""
    what = words_of(words_id)
    held = Hold.objects.filter(**{"reply" if isinstance(what, Reply) else "share": what}).first()
    if held is None:
        raise Http404
    held.group = what.group
    if isinstance(what, Reply):
        held.reply = what
    else:
        held.share = what
    return held


def reply_of(reply_id: str) -> Reply:
    """A reply, whatever became of it. Raises Http404."""
    reply = Reply.objects.get_or_404(public_id=reply_id)
    reply.group = reply.share.group
    reply.group.known = {}
    return reply
