"""Opening the room of a meeting that is on, or about to be."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.meetings.models import EARLY_DOOR, Occurrence, Series
from openchair.people.models import Person
from openchair.rooms.models import Room
from openchair.rooms.refusals import Refused

CLOSED = gettext_lazy("This meeting has closed. Thank you for coming.")
NOT_YET = gettext_lazy("This room is not open yet. A host opens it up to fifteen minutes before the meeting.")


def room_of(series: Series) -> Room | None:
    """The room that is open for this meeting now, if there is one."""
    rooms = Room.objects.live().filter(occurrence__series=series)
    return rooms.select_related("occurrence__series__group").order_by("-opened_at").first()


def has_closed(series: Series) -> bool:
    """Has the room closed although the time of the meeting is not over, and is no other date on?"""
    closed = _closed_dates(series)
    return bool(closed) and (
        series.next_start is None or series.next_start > now() or series.next_start in closed
    )


def may_open(series: Series, membership: Membership | None) -> bool:
    """Hosts from fifteen minutes before; any member once the meeting's time has come."""
    span = series.next
    if span is None or membership is None:
        return False
    early = EARLY_DOOR if membership.is_host else EARLY_DOOR * 0
    return span.start - early <= now() < span.end and span.start not in _closed_dates(series)


@transaction.atomic
def open_room(*, series: Series, person: Person) -> Room:
    """The room of the occurrence that is on or begins within fifteen minutes; opened when it is not yet.

    Raises Refused before its time, after its end, for a cancelled date and for someone who may not open it.
    """
    series = Series.objects.select_for_update().select_related("group").get(pk=series.pk)
    standing = room_of(series)
    if standing:
        return standing
    membership = Membership.objects.current().filter(group=series.group, person=person).first()
    if not may_open(series, membership):
        raise Refused(CLOSED if has_closed(series) else NOT_YET)
    return _opened(series)


def _opened(series: Series) -> Room:
    span = series.next
    if span is None:
        raise Refused(_("This meeting has no date to come."))
    occurrence: Occurrence = series.occurrence_at(span.start)
    room = Room.objects.get_or_create(
        occurrence=occurrence, defaults={"door": series.door, "chat": series.chat_rule}
    )[0]
    room.occurrence.series = series
    return room


def _closed_dates(series: Series) -> set[datetime]:
    """When those of its meetings began whose rooms have closed before their time was over."""
    rooms = Room.objects.exclude(closed_at=None).filter(
        occurrence__series=series, occurrence__ends_at__gt=now()
    )
    return set(rooms.values_list("occurrence__starts_at", flat=True))
