"""Telling the hosts about words one heard or read."""

from uuid import UUID

from django.db import transaction

from openchair.groups.models import Group, Membership
from openchair.meetings.models import Topic
from openchair.people.models import Person, Stewardship
from openchair.rooms.models import Seat
from openchair.rooms.speaking import Said
from openchair.safety.models import Report
from openchair.safety.subjects import Subject


class NobodyToTell(Exception):
    """Nobody but the one it is about runs the group or keeps the place."""


def readers_of(group: Group, about: UUID, *, hidden: bool = False) -> Report.Readers:
    """Hosts other than the one who said it; where there are none, stewards.

    Raises NobodyToTell, but never where it is `hidden` who looks, as for words without a name: saying that
    nobody else runs the group would tell whose they are. Then they wait for whoever keeps this place next.
    """
    if Membership.objects.hosts().filter(group=group).exclude(person=about).exists():
        return Report.Readers.HOSTS
    if hidden or Stewardship.objects.filter(person__erasure=None).exclude(person=about).exists():
        return Report.Readers.STEWARDS
    raise NobodyToTell


def tell(*, seat: Seat, said: Said, reason: str, note: str = "") -> Report:
    """Copy the words, sealed under a case of their own. The same person telling of them twice tells once.

    `said` is what `rooms.speaking.heard` gave for `seat`: whoever could not hear it cannot tell of it.
    Raises NobodyToTell.
    """
    group = seat.room.occurrence.series.group
    report, _new = Report.objects.get_or_create(
        reporter=seat.person,
        utterance=said.utterance.id,
        defaults={
            "group": group,
            "occurrence": seat.room.occurrence,
            "about": said.seat.person,
            "told_to": readers_of(group, said.seat.person_id),
            "alias": said.seat.alias,
            "reason": reason,
            "words": said.utterance.text,
            "note": note,
        },
    )
    return report


@transaction.atomic
def tell_of(*, teller: Person, what: Subject, reason: str, note: str = "") -> Report:
    """As `tell`, of words that `teller` reads; from then on they are out of their sight.

    What has no name comes to the hosts without one, whoever tells of it: telling is no way to learn it.
    Raises NobodyToTell.
    """
    report, _new = Report.objects.get_or_create(
        reporter=teller,
        utterance=what.key,
        defaults={
            "group": what.group,
            "occurrence": what.occurrence,
            "about_id": what.about,
            "told_to": readers_of(what.group, what.about, hidden=what.hides_readers),
            "where": what.where,
            "said_on": what.said_on,
            "alias": what.alias,
            "reason": reason,
            "words": what.words,
            "note": note,
        },
    )
    what.hide(teller)
    return report


def told_of_topic(person: Person, topic: Topic) -> bool:
    """Did they tell of it? Then it is out of their sight."""
    return Report.objects.told_of_by(person, topic.key).exists()
