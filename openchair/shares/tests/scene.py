"""Somebody shared something in Harbour."""

from datetime import timedelta

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.people import muting
from openchair.people.models import Mute, Person
from openchair.shares import holding, replying, turning, writing
from openchair.shares.marking import leave_out
from openchair.shares.models import Reply, Share
from openchair.shares.told import Kind, Told
from tests.recipes import member_of

SAID = "the ferry was late and I walked home"
ANSWERED = "I know that quay"


def begun(
    group: Group,
    person: Person,
    words: str = SAID,
    *,
    kind: str = Kind.VICTORY,
    need: str = "",
    topics: tuple[str, ...] = (),
    audience: str = Share.Audience.GROUP,
    named: str = Share.Named.ALIAS,
) -> Share:
    """A draft."""
    told = Told(words, kind, need, topics)
    return writing.keep_draft(by=member_of(group, person), told=told, audience=audience, named=named)


def shared(group: Group, person: Person, words: str = SAID, *, hours_ago: int = 0, **said: object) -> Share:
    """Something this person shared."""
    share = begun(group, person, words, **said)  # type: ignore[arg-type]
    writing.post(draft=share)
    if hours_ago:
        Share.objects.filter(pk=share.pk).update(posted_at=now() - timedelta(hours=hours_ago))
    return share


def replied(share: Share, person: Person, words: str = ANSWERED) -> Reply:
    """What this person answered."""
    return replying.reply(share=share, by=member_of(share.group, person), words=words)


def responded(share: Share, person: Person, kind: str = "hear") -> None:
    """A small sign of theirs."""
    replying.respond(share=share, by=member_of(share.group, person), kind=kind)


def a_few_shares(group: Group, writer: Person, reader: Person) -> dict[str, object]:
    """What stands in addresses of shares: of `writer`, who turned from something of `reader`, and a draft."""
    share = shared(group, writer, need="experience")
    answered, gone = replied(share, writer), replied(share, writer, "taken back")
    replying.take_back(reply=gone)
    back = shared(group, writer, "taken back too")
    writing.take_back(share=back)
    hidden = shared(group, reader, "hidden")
    turning.hide(person=writer, what=hidden)
    muting.mute(person=writer, other=reader, met_as="Whom I mute")
    leave_out(person=writer, topics=["loss"])
    kept, below = shared(group, writer, "held"), replied(share, writer, "held too")
    for words in (kept, below):
        holding.leave_held(hold=holding.hold(what=words), by=member_of(group, writer), line="held so far")
    begun(group, writer, "a beginning")
    return {
        "share_id": share.public_id,
        "share-return.share_id": back.public_id,
        "reply_id": answered.public_id,
        "reply-return.reply_id": gone.public_id,
        "reply-edit.reply_id": below.public_id,
        "words_id": share.public_id,
        "held-answer.words_id": kept.public_id,
        "held-release.words_id": kept.public_id,
        "words-return.words_id": hidden.public_id,
        "mute_id": Mute.objects.get(person=writer, other=reader).pk,
    }
