"""Coming in, waiting outside, being let in, and going out."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.aliases import is_taken
from openchair.groups.models import Membership
from openchair.groups.models.alias_key import alias_key
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.rooms import streams
from openchair.rooms.duties import welcome_chair, welcome_timekeeper
from openchair.rooms.models import AskedToWait, Heard, Room, Seat
from openchair.rooms.models.seat import ANSWERS_FOR, HERE_BY_PAGE, HERE_BY_STREAM, SAME_VISIT
from openchair.rooms.refusals import Refused

LET_IN_AFTER = timedelta(minutes=3)
PUT_OUT = gettext_lazy("A host asked you to leave this room. You can come to the next meeting.")


@transaction.atomic
def enter(*, room: Room, person: Person, alias: str = "") -> Seat:
    """Take a seat, inside or waiting as the door says. A guest brings a name for this meeting.

    Raises Refused when the room is closed or full, when this person was put out, or when the name is taken.
    """
    room = _held(room)
    membership = (
        Membership.objects.current().filter(group=room.occurrence.series.group, person=person).first()
    )
    seat = room.seats.filter(person=person).select_related("put_out").first()
    _refuse_entry(room, membership, seat)
    seat = _back(seat, room) if seat else _new_seat(room, person, membership, alias)
    if seat.is_inside:
        welcome_chair(room=room, seat=seat)
        welcome_timekeeper(room=room, seat=seat)
    streams.changed_soon(room.pk)
    return seat


@transaction.atomic
def let_in(*, room: Room, seat: Seat) -> None:
    """From the doorstep into the room. Somebody who is inside already stays there.

    Raises Refused when every chair is taken, for greeters as for the clock.
    """
    room = _held(room)
    waits = room.seats.filter(pk=seat.pk, place=Seat.Place.WAITING).exists()
    if waits and _is_full(room):
        raise Refused(_("Every chair is taken just now. They can come in when someone goes out."))
    moved = room.seats.filter(pk=seat.pk, place=Seat.Place.WAITING).update(
        place=Seat.Place.INSIDE, came_at=now(), waits_since=None
    )
    if moved:
        welcome_timekeeper(room=room, seat=seat)
        AskedToWait.objects.filter(seat=seat).delete()
        streams.moved(room, seat.person_id)
        streams.changed(room)


@transaction.atomic
def ask_to_wait(*, room: Room, seat: Seat) -> None:
    """From the room to the doorstep, until somebody lets them in: hand down, turn ended, roles laid down."""
    room = _held(room)
    AskedToWait.objects.get_or_create(seat=seat)
    step_out(room, [seat], Seat.Place.WAITING)
    streams.changed(room)


@transaction.atomic
def go_out(*, room: Room, seat: Seat) -> None:
    """Leave of one's own will. Whoever was outside is outside again on coming back."""
    room = _held(room)
    outside = room.seats.filter(pk=seat.pk, place=Seat.Place.WAITING).exists()
    step_out(room, [seat], Seat.Place.GONE)
    if outside:
        room.seats.filter(pk=seat.pk).update(waits_since=now())
    streams.changed_soon(room.pk)


def step_out(room: Room, seats: list[Seat], place: str) -> None:
    """Move seats out of the circle; whatever they held there ends. Who has gone is not made to wait.

    What they heard until now stays theirs to tell of. The room is held: whatever is said before is heard, and
    whatever is said after is not.
    """
    moment = now()
    ids = [seat.pk for seat in seats]
    Heard.objects.remember(room.seats.filter(pk__in=ids), moment)
    room.hands.filter(seat__in=ids).delete()
    room.turns.filter(seat__in=ids, ended_at=None).update(ended_at=moment)
    room.duties.filter(seat__in=ids).delete()
    waits = moment if place == Seat.Place.WAITING else None
    leaving = room.seats.filter(pk__in=ids)
    if place == Seat.Place.WAITING:
        leaving = leaving.filter(place=Seat.Place.INSIDE)
    leaving.update(place=place, waits_since=waits, seen_by_greeter=False)
    for seat in seats:
        streams.moved(room, seat.person_id)


def see_waiting(*, room: Room, seat: Seat) -> None:
    """A greeter lets somebody on the doorstep know that they were seen."""
    if room.seats.filter(pk=seat.pk, seen_by_greeter=False).update(seen_by_greeter=True):
        streams.only_for(room, seat, "seen", "rooms/seen.html", {"seen": True})
        streams.changed(room)


def still_here(*, seat: Seat, by_page: bool) -> None:
    """Note that this person's page is alive: for three minutes by a request, for less by a stream."""
    moment = now()
    spans = (HERE_BY_PAGE, HERE_BY_PAGE) if by_page else (HERE_BY_STREAM, ANSWERS_FOR)
    was_here = seat.present_until > moment
    seat.came_at = came(seat, moment)
    Seat.objects.filter(pk=seat.pk).update(
        present_until=moment + spans[0], answers_until=moment + spans[1], came_at=seat.came_at
    )
    if not was_here:
        streams.changed_soon(seat.room_id)


def came(seat: Seat, moment: datetime) -> datetime:
    """Since when this person hears: within ten minutes their own span goes on, later a new one begins."""
    if seat.goes_on(moment):
        return seat.came_at
    away = Seat.objects.filter(pk=seat.pk, present_until__lt=moment - SAME_VISIT)
    Heard.objects.remember(away, moment)
    return moment


def _held(room: Room) -> Room:
    """The room with its row held, so that two who come at once meet the same door and the last chair."""
    return (
        Room.objects.select_for_update(of=("self",))
        .select_related("occurrence__series__group")
        .get(pk=room.pk)
    )


def _refuse_entry(room: Room, membership: Membership | None, seat: Seat | None) -> None:
    if not room.is_open:
        raise Refused(_("This meeting has closed. Thank you for coming."))
    if membership is None and not room.occurrence.series.group.guests:
        raise Refused(_("This meeting is for members of the group."))
    if seat and hasattr(seat, "put_out"):
        raise Refused(PUT_OUT)
    comes_anyway = (seat is not None and seat.is_inside) or (membership is not None and membership.is_host)
    if not comes_anyway and _is_full(room):  # a host always finds a chair: who else would empty one?
        raise Refused(_("This room is full just now. Someone may go out soon; please try again in a moment."))


def _is_full(room: Room) -> bool:
    return room.seats.inside().count() >= room.occurrence.series.capacity


def _back(seat: Seat, room: Room) -> Seat:
    moment = now()
    seat.came_at = came(seat, moment)
    seat.is_host = seat.membership is not None and seat.membership.is_host
    if seat.place == Seat.Place.GONE:
        _place(seat, room)
        seat.came_at = moment
    seat.present_until = seat.answers_until = moment + HERE_BY_PAGE
    seat.save()
    return seat


def _new_seat(room: Room, person: Person, membership: Membership | None, alias: str) -> Seat:
    name = membership.alias if membership else alias
    if not name:
        raise Refused(_("Choose a name for this meeting."))
    until = now() + HERE_BY_PAGE
    seat = Seat(
        room=room, person=person, membership=membership, alias=name, present_until=until, answers_until=until
    )
    if not membership and _is_taken(room, name):
        raise Refused(_("Someone here goes by that name. Please choose another."))
    if membership:
        _make_way(room, name)
    seat.is_host = membership is not None and membership.is_host
    _place(seat, room)
    seat.save()
    return seat


def _is_taken(room: Room, name: str) -> bool:
    return is_taken(room.occurrence.series.group, name) or bool(_looking_like(name, room))


def _make_way(room: Room, name: str) -> None:
    """A member's name is theirs: a guest who went by it before the member joined gets a number behind it."""
    for guest in _looking_like(name, room):
        guest.alias = _numbered(guest.alias[:24], room)
        guest.save(update_fields=["alias", "alias_key"])


def _looking_like(name: str, room: Room) -> list[Seat]:
    """Guests whose names look like this one, and whoever has this very name."""
    key = alias_key(name)
    seats = room.seats.filter(Q(membership=None) | Q(alias_key=Seat.key_of(name, room)))
    return [seat for seat in seats if alias_key(seat.alias) == key]


def _numbered(name: str, room: Room) -> str:
    number = 2
    while room.seats.filter(alias_key=Seat.key_of(f"{name} {number}", room)).exists():
        number += 1
    return f"{name} {number}"


def _place(seat: Seat, room: Room) -> None:
    was_outside = hasattr(seat, "asked_to_wait") or (
        seat.place == Seat.Place.GONE and seat.waits_since is not None
    )
    if (_is_free(seat, room) and not room.is_calm and not was_outside) or seat.is_host:
        seat.place, seat.waits_since = Seat.Place.INSIDE, None
    else:
        seat.place, seat.waits_since = Seat.Place.WAITING, now()


def _is_free(seat: Seat, room: Room) -> bool:
    if room.door == Room.Door.LOCKED:
        return False
    if room.runs_itself:
        # Whoever led is lost: the door is locked. A meeting that no host came to is open to its members.
        return seat.membership is not None and not room.duties.exists()
    if room.door == Room.Door.KNOCK:
        return False
    return room.door == Room.Door.OPEN or seat.membership is not None
