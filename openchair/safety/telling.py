"""Telling the hosts about words one heard."""

from openchair.groups.models import Group, Membership
from openchair.kit.ids import row_id
from openchair.people.models import Stewardship
from openchair.rooms.models import Seat
from openchair.rooms.speaking import Said
from openchair.safety.models import Report
from openchair.safety.models.report import sealed


class NobodyToTell(Exception):
    """Nobody but the one it is about runs the group or keeps the place."""


def readers_of(said: Said, group: Group) -> Report.Readers:
    """Hosts other than the one who said it; where there are none, stewards. Raises NobodyToTell."""
    if Membership.objects.hosts().filter(group=group).exclude(person=said.seat.person_id).exists():
        return Report.Readers.HOSTS
    if Stewardship.objects.exclude(person=said.seat.person_id).exists():
        return Report.Readers.STEWARDS
    raise NobodyToTell


def tell(*, seat: Seat, said: Said, reason: str, note: str = "") -> Report:
    """Copy the words, sealed under a case of their own. The same person telling of them twice tells once.

    `said` is what `rooms.speaking.heard` gave for `seat`: whoever could not hear it cannot tell of it.
    Raises NobodyToTell.
    """
    pk, group = row_id(), seat.room.occurrence.series.group
    report, _new = Report.objects.get_or_create(
        reporter=seat.person,
        utterance=said.utterance.id,
        defaults={
            "id": pk,
            "group": group,
            "occurrence": seat.room.occurrence,
            "about": said.seat.person,
            "told_to": readers_of(said, group),
            "alias": said.seat.alias,
            "reason": reason,
            "words": sealed(pk, "words", said.utterance.text),
            "note": sealed(pk, "note", note),
        },
    )
    return report
