"""What a room keeps about a person: while it is open, a seat. Afterwards nothing."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person
from openchair.rooms.models import Seat

UNTIL_CLOSING = _("Until the room closes.")


def _seats(person: Person) -> list[Row]:
    seats = Seat.objects.filter(person=person).select_related("room__occurrence__series")
    return [
        {"meeting": seat.room.occurrence.series.name, "name": seat.alias, "came": seat.came_at.isoformat()}
        for seat in seats
    ]


def _leave_every_room(person: Person) -> None:
    Seat.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Seat,
        why=_(
            "To show who is here now, whose turn it is and who looks after the room; and from when until "
            "when you could hear, so that you can tell the hosts of it afterwards."
        ),
        how_long=UNTIL_CLOSING,
        export=_seats,
        erase=_leave_every_room,
    ),
)
