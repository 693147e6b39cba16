"""Roles for this meeting, and who leads when the chair's connection is lost."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openchair.kit.clock import now
from openchair.meetings.claiming import TIME
from openchair.meetings.models import Claim
from openchair.rooms import streams
from openchair.rooms.models import Duty, Role, Room, Seat
from openchair.rooms.policy import roles_of

# Who is asked next when the chair does not answer. Group hosts come after tonight's co-hosts.
SUCCESSION = (Role.COHOST, "host", Role.GREETER, Role.TIMEKEEPER)


def welcome_chair(*, room: Room, seat: Seat) -> None:
    """The first host to come in has the chair, until somebody else is given it."""
    if seat.is_host and not room.duties.filter(role=Role.CHAIR).exists():
        Duty.objects.create(room=room, seat=seat, role=Role.CHAIR)
        _back_in_hands(room)


def welcome_timekeeper(*, room: Room, seat: Seat) -> None:
    """Whoever said beforehand that they would keep time does, from coming in on."""
    if seat.membership_id is None or room.duties.filter(role=Role.TIMEKEEPER).exists():
        return
    said = Claim.objects.filter(occurrence=room.occurrence_id, reading=TIME, membership=seat.membership_id)
    if said.exists():
        Duty.objects.create(room=room, seat=seat, role=Role.TIMEKEEPER)


@transaction.atomic
def give(*, room: Room, seat: Seat, role: str) -> None:
    """Give a role for this meeting. The chair is one person: giving it passes it on."""
    room = Room.objects.select_for_update().get(pk=room.pk)  # two who give the chair at once give it in turn
    if not room.seats.filter(pk=seat.pk, place=Seat.Place.INSIDE).exists():
        return
    if role == Role.CHAIR:
        room.duties.filter(role=Role.CHAIR).exclude(seat=seat).delete()
        _back_in_hands(room)
    made = Duty.objects.get_or_create(room=room, seat=seat, role=role)[1]
    if made:
        streams.regrouped(room, seat.person_id)
        streams.changed(room)


@transaction.atomic
def take_back(*, room: Room, seat: Seat, role: str) -> None:
    """End a role. What somebody could do by it, they cannot do from this moment on."""
    if room.duties.filter(seat=seat, role=role).delete()[0]:
        streams.regrouped(room, seat.person_id)
        streams.changed(room)


def next_in_line(seats: list[Seat], moment: datetime) -> Seat | None:
    """Who leads now: the chair when the chair answers, else the first who does in the order of succession."""
    answering = [seat for seat in seats if seat.answers_at(moment)]
    for role in (Role.CHAIR, *SUCCESSION):
        for seat in answering:
            if role in roles_of(seat) or (role == "host" and seat.is_host):
                return seat
    return None


def watch_over(room: Room) -> bool:
    """Pass the lead on when the chair is lost and give it back when the chair returns; True when it moved.

    With nobody left who answers, the queue runs by itself and the door is locked (ruling on live rooms).
    """
    # Read first: nearly every second nothing has moved, and SQLite has one writer for the whole place.
    if _who_leads(room)[1:] == (room.acting_id, room.runs_itself):
        return False
    return _pass_on(room)


@transaction.atomic
def _pass_on(room: Room) -> bool:
    room = Room.objects.select_for_update().get(pk=room.pk)
    seats, acting, alone = _who_leads(room)
    if (room.acting_id, room.runs_itself) == (acting, alone):
        return False
    before = {room.acting_id, acting} - {None}
    room.acting_id, room.runs_itself = acting, alone
    room.save(update_fields=["acting", "runs_itself"])
    for seat in seats:
        if seat.pk in before:
            streams.regrouped(room, seat.person_id)
    streams.changed(room)
    return True


def _who_leads(room: Room) -> tuple[list[Seat], UUID | None, bool]:
    """Who is inside, who of them acts as chair, and whether nobody is left to lead."""
    seats = list(room.seats.filter(place=Seat.Place.INSIDE).prefetch_related("duties").order_by("came_at"))
    lead = next_in_line(seats, now())
    has_chair = lead is not None and Role.CHAIR in roles_of(lead)
    return seats, None if lead is None or has_chair else lead.pk, lead is None


def _back_in_hands(room: Room) -> None:
    room.acting, room.runs_itself = None, False
    room.save(update_fields=["acting", "runs_itself"])
