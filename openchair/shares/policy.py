"""Who may do what with a share. What somebody sees is asked of `seeing.py` alone."""

from __future__ import annotations

from openchair.groups.models import Group
from openchair.groups.newcomers import is_new
from openchair.groups.policy import is_host, is_member, membership_in
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person
from openchair.shares.answering import composer_for
from openchair.shares.models import Hiding, Hold, Reply, Share
from openchair.shares.seeing import held_for, reader_in, replies_for, shares_for
from openchair.shares.threads import is_turn

Who = Person | None
Words = Share | Reply


@rule
def sees_it(who: Who, what: Words) -> bool:
    """Is in the group and in the audience, and nothing keeps it from them."""
    reader = reader_in(what.group, who)
    if reader is None:
        return False
    share = what.share if isinstance(what, Reply) else what
    if not shares_for(reader).filter(pk=share.pk).exists():
        return False
    return share is what or replies_for(reader).filter(pk=what.pk).exists()


@rule
def wrote_it(who: Who, what: Words) -> bool:
    """Is its writer, and in the group."""
    return who is not None and who.pk == what.person_id and membership_in(what.group, who) is not None


@rule
def stands(who: Who, what: Words) -> bool:  # noqa: ARG001 - a rule asks about both
    """Was posted, and not taken back."""
    return what.taken_back_at is None and not (isinstance(what, Share) and what.is_draft)


@rule
def has_nobody(who: Who, what: Words) -> bool:  # noqa: ARG001
    """Says that its writer is gone, so that nobody would read an answer."""
    return what.has_nobody


@rule
def was_taken_back(who: Who, what: Words) -> bool:  # noqa: ARG001
    """Was taken back, and can still be put back."""
    return what.taken_back_at is not None


@rule
def is_no_turn(who: Who, what: Words) -> bool:  # noqa: ARG001
    """Stands in the group's shares alone; what was said in a thread is changed there."""
    return isinstance(what, Reply) or not is_turn(what)


@rule
def takes_words(who: Who, what: Words) -> bool:  # noqa: ARG001
    """The group's rule and the writer's need leave room for words."""
    told = what.says if isinstance(what, Share) else None
    return told is not None and composer_for(what.group, told.need) is not None


@rule
def sees_its_name(who: Who, what: Words) -> bool:
    """Is shown who wrote it. What has no name cannot be turned from by name."""
    reader, share = reader_in(what.group, who), what.share if isinstance(what, Reply) else what
    return reader is not None and (share.person_id != what.person_id or reader.sees_name_of(share))


@rule
def hid_it(who: Who, what: Words) -> bool:
    """Has put it out of their own sight, and is in the group."""
    mine = Hiding.objects.filter(person=who, **{"reply" if isinstance(what, Reply) else "share": what})
    return membership_in(what.group, who) is not None and mine.exists()


@rule
def waits(who: Who, what: Words) -> bool:  # noqa: ARG001
    """Is held until a host has looked."""
    return Hold.objects.filter(**_as_held(what)).exists()


@rule
def looks_at_it(who: Who, what: Words) -> bool:
    """Runs the group in which it is held, and meets whoever wrote it."""
    reader = reader_in(what.group, who)
    return reader is not None and held_for(reader).filter(**_as_held(what)).exists()


@rule
def is_new_there(who: Who, what: Words) -> bool:
    """Is in the first weeks in the group."""
    mine = membership_in(what.group, who)
    return mine is not None and is_new(mine)


@rule
def a_host_took_it_out(who: Who, what: Words) -> bool:  # noqa: ARG001
    """Was put out of sight by a host."""
    return Hold.objects.filter(taken_out_at__isnull=False, **_as_held(what)).exists()


@rule
def goes_beyond_hosts(who: Who, what: Words) -> bool:  # noqa: ARG001
    """Others than the hosts and its writer read it, so that there is a sight to put it out of."""
    share = what.share if isinstance(what, Reply) else what
    return share.audience in (Share.Audience.GROUP, Share.Audience.CIRCLE)


@rule
def hosts_it(who: Who, what: Words) -> bool:
    """Runs the group in which it stands."""
    mine = membership_in(what.group, who)
    return mine is not None and mine.is_host


def _as_held(what: Words) -> dict[str, Words]:
    return {"reply" if isinstance(what, Reply) else "share": what}


GROUP_POLICY: Policy[Who, Group] = Policy(
    {
        "share.list": [is_member],
        "share.write": [is_member],
        "share.norms": [is_host],
        "held.list": [is_host],
    }
)

POLICY: Policy[Who, Words] = Policy(
    {
        "share.read": [sees_it],
        "share.change": [wrote_it & stands & is_no_turn],
        "share.take_back": [wrote_it & stands],
        "share.put_back": [wrote_it & was_taken_back],
        "share.respond": [sees_it & ~wrote_it & ~has_nobody],
        "share.reply": [sees_it & takes_words & ~has_nobody],
        "words.hide": [sees_it & ~wrote_it],
        "words.show": [hid_it],
        "words.turn_from": [sees_it & ~wrote_it & sees_its_name],
        "reply.take_back": [wrote_it & stands],
        "reply.put_back": [wrote_it & was_taken_back],
        "reply.change": [wrote_it & stands & waits],
        "held.answer": [looks_at_it],
        "held.let_out": [looks_at_it, wrote_it & stands & waits & ~is_new_there & ~a_host_took_it_out],
        "words.take_out": [hosts_it & sees_it & ~wrote_it & stands & goes_beyond_hosts],
    }
)


def door(who: Who, act: str, share_id: str) -> Share:
    """The posted share of this public id, for this act. Raises Http404 when it is not there for them."""
    share = Share.objects.get_or_404(public_id=share_id)
    share.group.known = {}
    POLICY.require(who, act, share)
    return share
