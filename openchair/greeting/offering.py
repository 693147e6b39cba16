"""Offering a share that waits too long to people who said that they would like to help."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openchair.greeting import telling
from openchair.greeting.models import Ask, Patience, Small, Taking, Willing
from openchair.greeting.models.willing import A_WEEK, KEPT
from openchair.groups.models import Group, Membership
from openchair.shares.arriving import seers_of
from openchair.shares.models import Share

AT_ONCE: Final = 2  # people are asked about one share
AGAIN_AFTER: Final = timedelta(hours=4)  # with nobody answering, others are asked
BACK: Final = timedelta(days=7)
MOST: Final = 20  # shares of a group, in one round

WhoRests = Callable[[datetime], Iterable[UUID]]
_resting: list[WhoRests] = []


def leave_be(who: WhoRests) -> WhoRests:
    """Memberships that are not asked at an instant, said by an app above this one."""
    _resting.append(who)
    return who


def be_willing(*, membership: Membership, most: int, small: Iterable[Small] = ()) -> None:
    """Be asked so often a week at most, and be offered these small things. With neither, no row is left."""
    likes = " ".join(small)
    if most or likes:
        Willing.objects.update_or_create(membership=membership, defaults={"most": most, "likes": likes})
    else:
        Willing.objects.filter(membership=membership).delete()


def willing(membership: Membership) -> Willing | None:
    """What this member said; for their eyes alone."""
    return Willing.objects.filter(membership=membership).first()


def ask_round(moment: datetime) -> None:
    """Offer what has waited too long, in every group where somebody would help."""
    helpers: dict[Group, list[Willing]] = {}
    resting = {member for who in _resting for member in who(moment)}
    willing_ones = Willing.objects.here().asked().exclude(membership__in=resting)
    for one in willing_ones.select_related("membership__group", "membership__person"):
        helpers.setdefault(one.membership.group, []).append(one)
    for group, those in helpers.items():
        _ask_in(group, those, moment)


def forget(moment: datetime) -> None:
    """What was offered two weeks ago is counted no more."""
    Ask.objects.filter(at__lte=moment - KEPT).delete()


@transaction.atomic
def _ask_in(group: Group, those: list[Willing], moment: datetime) -> None:
    asks = list(Ask.objects.filter(willing__in=those).values_list("willing_id", "share_id", "at"))
    this_week = Counter(who for who, _share, at in asks if at > moment - A_WEEK)
    before = {(who, share) for who, share, _at in asks}
    made: list[Ask] = []
    for share in _waiting_too_long(group, moment):
        could = [one for one in those if this_week[one.pk] < one.most and (one.pk, share.pk) not in before]
        for one in _those_who_see(share, could):
            this_week[one.pk] += 1
            made.append(Ask(willing=one, share=share, at=moment))
    Ask.objects.bulk_create(made)
    telling.somebody_waits(made)


def _waiting_too_long(group: Group, moment: datetime) -> Iterable[Share]:
    late = moment - Patience.of(group).limit
    waiting = Share.objects.standing().answerable().filter(group=group, answered_at=None)
    asked_lately = Ask.objects.filter(at__gt=moment - AGAIN_AFTER).values("share")
    taken = Taking.objects.alive(moment).values("share")
    late_ones = waiting.filter(posted_at__lte=late, posted_at__gt=moment - BACK)
    free = late_ones.filter(~Q(pk__in=asked_lately), ~Q(pk__in=taken)).exclude(audience=Share.Audience.ME)
    return list(free.select_related("person", "membership").order_by("posted_at", "id")[:MOST])


def _those_who_see(share: Share, could: list[Willing]) -> list[Willing]:
    """Two of them by lot."""
    if not could:
        return []
    seers = seers_of(share)
    seeing = [one for one in could if one.membership.person_id in seers]
    return secrets.SystemRandom().sample(seeing, min(AT_ONCE, len(seeing)))
