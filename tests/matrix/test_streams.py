"""Streams: who is let in to which room and hears what, and who not any more (S61)."""

from collections.abc import Callable

import pytest

from openchair.groups.leaving import leave
from openchair.groups.models import Membership
from openchair.live.doors import Admission
from openchair.people.ending import end_sessions
from openchair.people.models import Session
from openchair.project.ledger.erasing import ask
from openchair.rooms.closing import close
from openchair.rooms.duties import give, take_back
from openchair.rooms.entering import ask_to_wait, go_out, let_in
from openchair.rooms.guarding import put_out
from openchair.rooms.models import Seat
from openchair.rooms.stream_door import RoomDoor
from tests import recipes
from tests.matrix.people import ROLES
from tests.matrix.world import LISTENERS, World

# The words of the room reach these audiences; `waiting` gets the doorstep alone.
AUDIENCES = {
    **dict.fromkeys(("seated", "reader", "guest"), "member"),
    **dict.fromkeys(("host", "chair", "cohost"), "lead"),
    "greeter": "greet",
    "timekeeper": "time",
    "waiting": "waiting",
}
LOSSES: dict[str, Callable[[Seat], object]] = {
    "went out": lambda seat: go_out(room=seat.room, seat=seat),
    "was asked to wait": lambda seat: ask_to_wait(room=seat.room, seat=seat),
    "was put out": lambda seat: put_out(room=seat.room, seat=seat),
    "left the group": lambda seat: leave(membership=member(seat)),
    "was removed": lambda seat: recipes.remove(member(seat)),
    "signed out": lambda seat: end_sessions(Session.objects.filter(person=seat.person)),
    "asked to be erased": lambda seat: ask(person=seat.person, wait="week"),
    "the room closed": lambda seat: close(room=seat.room),
    "got a role": lambda seat: give(room=seat.room, seat=seat, role="greeter"),
}
STILL_SOMEWHERE = {"was asked to wait": "waiting", "got a role": "greet"}


def member(seat: Seat) -> Membership:
    """The membership by which this seat was taken."""
    assert seat.membership is not None
    return seat.membership


def admitted(world: World, role: str, corner: str) -> Admission | None:
    """What the door of rooms says to this role."""
    key = str(world.values(corner)["room_id"])
    return RoomDoor().admit(key, world.people.cookies[role])


@pytest.mark.django_db
@pytest.mark.requirement("S61")
@pytest.mark.parametrize("corner", LISTENERS)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_listen_and_as_what(world: World, role: str, corner: str) -> None:
    admission = admitted(world, role, corner)
    if role not in LISTENERS[corner]:
        assert admission is None
        return
    assert admission is not None and admission.audience == AUDIENCES[role]
    assert admission in RoomDoor().still_welcome([admission])
    assert ("I am glad to be here" in RoomDoor().state(admission)) == (role != "waiting")


@pytest.mark.django_db
@pytest.mark.requirement("S61")
@pytest.mark.parametrize("loss", LOSSES)
def test_whoever_lost_what_let_them_in_hears_nothing_from_then_on(world: World, loss: str) -> None:
    before = admitted(world, "seated", "harbour")
    assert before is not None
    LOSSES[loss](world.corners["harbour"].seats["seated"])
    assert before not in RoomDoor().still_welcome([before])
    after = admitted(world, "seated", "harbour")
    assert (after.audience if after else None) == STILL_SOMEWHERE.get(loss)


@pytest.mark.django_db
@pytest.mark.requirement("S61")
@pytest.mark.parametrize("role", ["cohost", "greeter", "timekeeper"])
def test_whoever_laid_a_role_down_hears_what_a_member_hears(world: World, role: str) -> None:
    before, corner = admitted(world, role, "harbour"), world.corners["harbour"]
    assert before is not None
    take_back(room=corner.open_room, seat=corner.seats[role], role=role)
    assert before not in RoomDoor().still_welcome([before])
    after = admitted(world, role, "harbour")
    assert after is not None and after.audience == "member"


@pytest.mark.django_db
def test_whoever_was_let_in_hears_the_words(world: World) -> None:
    corner = world.corners["harbour"]
    let_in(room=corner.open_room, seat=corner.seats["waiting"])
    after = admitted(world, "waiting", "harbour")
    assert after is not None and after.audience == "member"
