"""How the room travels: what changed is rendered once for each audience and language, and sent to all."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from openchair.live.frames import frame
from openchair.live.hub import Channel, hub
from openchair.live.words import Utterance
from openchair.people.blocking import apart_from
from openchair.rooms.models import Room, Seat
from openchair.rooms.picture import EVERYBODY, Own, Picture, own_views, picture_of
from openchair.rooms.policy import powers_of

MEMBERS, WAITING = "member", "waiting"
# Who gets which parts of the panel: the audience's name, and the powers it stands for.
PANELS: dict[str, frozenset[str]] = {
    "lead": frozenset({"run", "greet", "time"}),
    "greet": frozenset({"greet"}),
    "time": frozenset({"time"}),
    "greet-time": frozenset({"greet", "time"}),
}
INSIDE = (MEMBERS, *PANELS)

_soon: set[UUID] = set()


def changed(room: Room) -> None:
    """Show everybody the room as it is, once this transaction has been committed."""
    transaction.on_commit(partial(send_state, room.pk))


def changed_soon(room_id: UUID) -> None:
    """As `changed`, gathered with others into one frame a quarter of a second: people coming and going."""
    transaction.on_commit(partial(_soon.add, room_id))


def send_gathered() -> None:
    """Send what was gathered since the last time."""
    while _soon:
        send_state(_soon.pop())


def spoken(room: Room, seat: Seat, utterance: Utterance, *, apart: bool) -> None:
    """Show everybody what was said, but for those kept apart from who said it (when `apart`)."""
    skip: dict[UUID, str | None] = dict.fromkeys(apart_from(seat.person), None) if apart else {}
    for channel in hub().channels(room.topic, INSIDE):
        with translation.override(channel.language):
            html = frame("append", "log", turn_html(utterance, seat.alias, room))
        hub().publish(channel.topic, html, instead=skip)


def only_for(room: Room, seat: Seat, target: str, template: str, context: Mapping[str, object]) -> None:
    """Show one person something that is theirs alone; everybody else gets nothing."""
    for channel in hub().channels(room.topic, (*INSIDE, WAITING)):
        with translation.override(channel.language):
            html = frame("replace", target, render_to_string(template, dict(context)))
        hub().publish(channel.topic, "", instead={seat.person_id: html})


def moved(room: Room, person_id: UUID) -> None:
    """This person's place in the room is another now: their page asks again what it may see."""
    transaction.on_commit(lambda: hub().dismiss(room.topic, person_id))


def regrouped(room: Room, person_id: UUID) -> None:
    """This person's roles are others now: their page shows it, once they have sent what they are writing."""
    transaction.on_commit(lambda: hub().regroup(room.topic, person_id))


def closed(room: Room) -> None:
    """End every stream of the room."""
    transaction.on_commit(lambda: hub().close(room.topic))


def send_state(room_id: UUID) -> None:
    """Render and send the present state of a room that is still open."""
    room = Room.objects.live().filter(pk=room_id).select_related("occurrence__series__group").first()
    if room is None:
        return
    picture = picture_of(room)
    own = own_views(picture)
    for channel in hub().channels(room.topic, (*INSIDE, WAITING)):
        with translation.override(channel.language):
            _send_to(channel, picture, own)


def audience_of(seat: Seat) -> str:
    """The audience a seat belongs to by where it is and what its roles allow."""
    if not seat.is_inside:
        return WAITING
    powers = powers_of(seat, seat.room)
    return next((name for name, part in PANELS.items() if part == powers), MEMBERS)


def state_frames(picture: Picture, audience: str, own: Own = EVERYBODY) -> str:
    """The frames that make a page of this audience show this picture, with what is one person's own."""
    if audience == WAITING:
        return frame("replace", "doorstep", render_to_string("rooms/doorstep.html", {"picture": picture}))
    frames = frame("replace", "now", render_to_string("rooms/now.html", {"picture": picture, "own": own}))
    powers = PANELS.get(audience, frozenset())
    if "greet" in powers:
        switch = render_to_string("rooms/calm_switch.html", {"picture": picture})
        frames += frame("replace", "calm-switch", switch)
    if powers:
        panel = render_to_string("rooms/run.html", {"picture": picture, "powers": powers})
        frames += frame("replace", "run", panel)
    return frames


def turn_html(utterance: Utterance, alias: str, room: Room) -> str:
    """One thing that was said, as page and frame both show it."""
    return render_to_string("rooms/utterance.html", {"utterance": utterance, "alias": alias, "room": room})


def _send_to(channel: Channel, picture: Picture, own: Mapping[UUID, Own]) -> None:
    html = state_frames(picture, channel.audience)
    instead: dict[UUID, str | None] = {}
    if channel.audience != WAITING:
        instead = {person: state_frames(picture, channel.audience, view) for person, view in own.items()}
    hub().publish(channel.topic, html, instead=instead)
