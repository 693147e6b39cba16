"""Somebody is told of something: on Today, and by what they asked for; and it is taken back everywhere."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from openchair.kit.clock import now
from openchair.notices import kinds, planning, timing
from openchair.notices.home import home_zone
from openchair.notices.kinds import OWN, About
from openchair.notices.models import MailAddress, Notice, PushDevice, Sending, Wishes
from openchair.notices.models.notice import NoticeQuerySet
from openchair.people.models import Person, Place

JITTER = 120  # seconds at most: what leaves does not tell when it was written


def tell(*, person: Person, kind: str, subject: str = OWN, place: Place | None = None) -> None:
    """Tell it once: a second time makes the first one new. A kind that nobody registered is told to nobody.

    `place` saves a query where many are told.
    """
    tell_all(kind=kind, about=[About(person, subject)], place=place)


@transaction.atomic
def tell_all(*, kind: str, about: Sequence[About], place: Place | None = None) -> None:
    """The same for many, each of them another person or another subject, in a few queries."""
    told = kinds.named(kind)
    if told is None or not about:
        return
    moment = now()
    until = moment + told.stands
    Notice.objects.bulk_create(
        [
            Notice(person=who, kind=kind, subject=what, told_at=moment, expires_at=until)
            for who, what in about
        ],
        update_conflicts=True,
        unique_fields=["person", "kind", "subject"],
        update_fields=["told_at", "expires_at"],
    )
    wishes = {who.pk: Wishes.of(who) for who, _what in about}
    let_out = [one for one in wishes.values() if one.let_out(told.cause)]
    if let_out:
        place = place or Place.here()
        leave = {one.person.pk: _leaves(one, moment, place) for one in let_out}
        _send({person: at for person, at in leave.items() if at < until})


@transaction.atomic
def cancel(*, person: Person, kind: str, subject: str = OWN) -> None:
    """Take it back on every channel at once: what is shown, what waits to be sent, what is still to come.

    A reminder that the person set stays theirs and is worked out anew; what its kind no longer wants told has
    no next time. What a push service already showed said only that something waits.
    """
    person.told.filter(kind=kind, subject=subject).delete()
    _send_no_more_where_nothing_waits(person)
    if person.reminders.filter(kind=kind, subject=subject).exists():
        planning.put_right(kind=kind, subject=subject)


def read(*, person: Person, public_id: str) -> None:
    """The person has seen it and needs it no more; the last one takes along what was still to be sent."""
    person.told.filter(public_id=public_id).delete()
    _send_no_more_where_nothing_waits(person)


def that_may_leave(person: Person, moment: datetime) -> NoticeQuerySet:
    """What this person was told, still stands, and is of a cause that they let out of this site."""
    wishes = Wishes.of(person)
    names = [one.name for one in kinds.every() if wishes.let_out(one.cause)]
    return person.told.standing(moment).filter(kind__in=names)


def _send_no_more_where_nothing_waits(person: Person) -> None:
    if not that_may_leave(person, now()).exists():
        Sending.objects.of(person).delete()


def _leaves(wishes: Wishes, moment: datetime, place: Place) -> datetime:
    zone = home_zone(wishes.person, place)
    return timing.leaves_at(moment, wishes.quiet_from, wishes.quiet_until, zone)


def _send(leaves: dict[UUID, datetime]) -> None:
    """A sending for each channel that has none yet; what waits there already goes at its own time."""
    at = {person: leaves[person] + timedelta(seconds=secrets.randbelow(JITTER)) for person in leaves}
    devices = PushDevice.objects.filter(person__in=at).values_list("person_id", "pk")
    new = [Sending(person_id=person, device_id=device, due_at=at[person]) for person, device in devices]
    confirmed = MailAddress.objects.filter(person__in=at, confirmed_at__isnull=False)
    addresses = confirmed.values_list("person_id", "pk")
    new += [Sending(person_id=person, mail_id=address, due_at=at[person]) for person, address in addresses]
    Sending.objects.bulk_create(new, ignore_conflicts=True)
