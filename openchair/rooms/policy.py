"""Who may do what in a room. A role lasts as long as the meeting."""

from openchair.kit.policy import Policy, rule
from openchair.rooms.models import Role, Room, Seat


def roles_of(seat: Seat) -> set[str]:
    """The roles this seat has tonight."""
    return {duty.role for duty in seat.duties.all()}


@rule
def is_inside(seat: Seat, room: Room) -> bool:
    return seat.is_inside and seat.room_id == room.pk


@rule
def is_chair(seat: Seat, room: Room) -> bool:  # noqa: ARG001 - a rule asks about both
    return Role.CHAIR in roles_of(seat)


@rule
def is_cohost(seat: Seat, room: Room) -> bool:  # noqa: ARG001
    return Role.COHOST in roles_of(seat)


@rule
def is_greeter(seat: Seat, room: Room) -> bool:  # noqa: ARG001
    return Role.GREETER in roles_of(seat)


@rule
def is_timekeeper(seat: Seat, room: Room) -> bool:  # noqa: ARG001
    return Role.TIMEKEEPER in roles_of(seat)


@rule
def is_host(seat: Seat, room: Room) -> bool:  # noqa: ARG001
    return seat.is_host


@rule
def is_acting_chair(seat: Seat, room: Room) -> bool:
    return room.acting_id == seat.pk


_LEADS = [is_inside & (is_chair | is_cohost | is_host | is_acting_chair)]
_LEADS_OR_GREETS = [*_LEADS, is_inside & is_greeter]

POLICY: Policy[Seat, Room] = Policy(
    {
        "room.be": [is_inside],
        "room.run": _LEADS,
        "room.guard": _LEADS,
        "room.duties": _LEADS,
        "room.time": [*_LEADS, is_inside & is_timekeeper],
        "room.greet": _LEADS_OR_GREETS,
        "room.calm": _LEADS_OR_GREETS,
        "room.close": _LEADS,
    }
)


def powers_of(seat: Seat, room: Room) -> set[str]:
    """Which parts of the panel this seat gets: to run the meeting, to greet, to keep time."""
    return {power for power in ("run", "greet", "time") if POLICY.allows(seat, f"room.{power}", room)}


def leads(seat: Seat, room: Room) -> bool:
    """True for everyone who gets a part of the panel to run the room with."""
    return bool(powers_of(seat, room))
