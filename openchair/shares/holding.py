"""Words that wait for a host: a newcomer's that could lead out of here, and what a host put out of sight.

Nothing of them is lost.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from openchair.groups.models import Membership
from openchair.groups.newcomers import is_new
from openchair.kit.clock import now
from openchair.people.blocking import apart_from
from openchair.shares import telling
from openchair.shares.answered import note_answers
from openchair.shares.models import Hold, KeptFrom, Reply, Share
from openchair.support.pointing import Guard, Pointed

# To oneself one may write anything; hosts are those who look.
_NEEDS_NO_LOOK = (Share.Audience.ME, Share.Audience.HOSTS)


def would_wait(writer: Membership, pointed: Pointed | None, audience: str = Share.Audience.GROUP) -> bool:
    """Would a host look at these words before others read them?"""
    return bool(pointed and pointed.leads_out) and audience not in _NEEDS_NO_LOOK and is_new(writer)


def hold_of(what: Share | Reply) -> Hold | None:
    """That which keeps these words back; None while they stand."""
    return Hold.objects.filter(**_which(what)).first()


@transaction.atomic
def settle(*, what: Share | Reply, by: Membership, changed: bool = False) -> bool:
    """Hold these words, or let them stand, as they now are. True when others see them from now on.

    `changed`: they were written before, so whoever looked at them looks once more.
    """
    held = Hold.objects.select_for_update().filter(**_which(what)).first()
    if held and held.taken_out_at:
        Hold.objects.filter(pk=held.pk).update(looked_at=None)
        return False
    if not would_wait(by, _pointed(what), _audience(what)):
        return let_out(hold=held) if held else not changed
    if held is None:
        hold(what=what, stood_before=changed)
    else:
        Hold.objects.filter(pk=held.pk).update(looked_at=None)
    return False


def hold(*, what: Share | Reply, stood_before: bool = False) -> Hold:
    """Out of everybody's sight but the writer's and the hosts'."""
    made = Hold.objects.create(group_id=what.group_id, stood_before=stood_before, **_which(what))
    _note(what)
    return made


@transaction.atomic
def let_out(*, hold: Hold) -> bool:
    """As if it had just been said. False when somebody else was quicker."""
    what = hold.words
    gone, _rows = Hold.objects.filter(pk=hold.pk).delete()
    if gone and not hold.stood_before:
        what.posted_at = now()
        what.save(update_fields=["posted_at"])
    if gone and isinstance(what, Share):
        keep_from_whoever_is_apart(what)
    _note(what)
    if gone and isinstance(what, Reply) and not hold.stood_before:
        telling.answered(what)
    return bool(gone)


@transaction.atomic
def undo_taking_out(*, what: Share | Reply) -> bool:
    """As if no host had put it out of sight. False where it was changed since, or somebody was quicker."""
    untouched = Hold.objects.select_for_update().filter(looked_at=F("taken_out_at"), **_which(what))
    held = untouched.first()
    return held is not None and let_out(hold=held)


def leave_held(*, hold: Hold, by: Membership, line: str) -> None:
    """It stays held, with a line to the writer, who can change it."""
    hold.looked_at, hold.by, hold.line = now(), by, line
    hold.save(update_fields=["looked_at", "by", "line"])


@transaction.atomic
def take_out(*, what: Share | Reply, by: Membership, line: str) -> None:
    """A host puts words out of sight, with a line to their writer. Nothing is lost; twice is once."""
    moment = now()
    told = {"group_id": what.group_id, "stood_before": True, "taken_out_at": moment, "looked_at": moment}
    if Hold.objects.get_or_create(**_which(what), defaults={**told, "by": by, "line": line})[1]:
        _note(what)


def keep_from_whoever_is_apart(share: Share) -> None:
    """One without a name, from everybody who is apart from its writer now: see `KeptFrom`."""
    if share.named != Share.Named.ALIAS:
        rows = [KeptFrom(share=share, person_id=one) for one in apart_from(share.person)]
        KeptFrom.objects.bulk_create(rows, ignore_conflicts=True)


def _which(what: Share | Reply) -> dict[str, Share | Reply]:
    return {"reply" if isinstance(what, Reply) else "share": what}


def _pointed(what: Share | Reply) -> Pointed | None:
    if isinstance(what, Reply):
        return Guard(what.share.group).at(what.words)
    told = what.says
    return Guard(what.group).at(told.words, told.other) if told else None


def _audience(what: Share | Reply) -> str:
    return what.audience if isinstance(what, Share) else what.share.audience


def _note(what: Share | Reply) -> None:
    if isinstance(what, Reply):
        note_answers(what.share)
