"""Saying something. Words go to the hub's store and to the people who are here; no table ever holds them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from openchair.kit.clock import now
from openchair.library.scripts import script
from openchair.live.shelf import Away
from openchair.live.words import Utterance, words
from openchair.meetings.models import ChatRule
from openchair.people import limits
from openchair.people.blocking import apart_from
from openchair.people.limits import Limit
from openchair.people.models import Person
from openchair.people.once import id_by_form, if_undone
from openchair.rooms import streams
from openchair.rooms.hands import held_for, refuse_if_resting
from openchair.rooms.models import Heard, Response, Room, Seat, Turn
from openchair.rooms.refusals import Refused

SAYING = Limit("say in a room", 20, 60)
# By so much the clocks of two machines that serve one room may differ.
APART = timedelta(seconds=2)
INSTANT = timedelta(microseconds=1)


@transaction.atomic
def say(*, room: Room, seat: Seat, text: str, utterance_id: str) -> None:
    """Say something in one's turn, or as the chat rule allows. Raises Refused, and nothing was said.

    Raises Away (`live/shelf.py`) when the store is, as do the two below: then the same form is sent again.
    """
    room = held_for(room, seat)
    turn = room.turns.filter(ended_at=None).first()
    if not may_speak(room, seat, turn):
        raise Refused(_("It is not your turn just now. Your words are still here; raise a hand to speak."))
    _refuse_a_flood(seat)
    kind = "turn" if turn and turn.seat_id == seat.pk else "chat"
    _utter(room, seat, Utterance(utterance_id, seat.public_id, seat.person_id, kind, text, now()), apart=True)


@transaction.atomic
def say_line(*, room: Room, seat: Seat, text: str, utterance_id: str) -> None:
    """Say a line of the run-sheet, or a reading, in the room's own voice: everybody hears it."""
    room = held_for(room, seat)
    _utter(
        room, seat, Utterance(utterance_id, seat.public_id, seat.person_id, "line", text, now()), apart=False
    )


@transaction.atomic
def say_what_helped(*, room: Room, seat: Seat, text: str, utterance_id: str) -> None:
    """What helped tonight, said while the meeting closes; gone with everything else. Raises Refused."""
    room = held_for(room, seat)
    if not _is_closing(room):
        raise Refused(_("What helped is asked at the end of the meeting. Your words are still here."))
    _refuse_a_flood(seat)
    _utter(
        room, seat, Utterance(utterance_id, seat.public_id, seat.person_id, "helped", text, now()), apart=True
    )


def may_speak(room: Room, seat: Seat, turn: Turn | None) -> bool:
    """The speaker always; others as the room's chat rule says; everybody in the closing words."""
    if (turn and turn.seat_id == seat.pk) or _is_closing(room):
        return True
    return room.chat == ChatRule.ALL or (room.chat == ChatRule.AFTER and turn is None)


def heard_by(person: Person, room: Room, since: datetime) -> list[Utterance]:
    """What was said since this person came, without the words of those they are kept apart from."""
    said = words().said(room.pk, room.word_key, since)
    apart = apart_from(person) if said else ()
    return [one for one in said if one.kind == "line" or one.person not in apart]


@transaction.atomic
def respond(*, room: Room, seat: Seat, utterance_id: str, kind: str) -> None:
    """Let somebody know that they were heard. They alone learn how many did. Raises Refused.

    For those who are inside, and to what was said since they came; of what they heard before they only tell.
    """
    refuse_if_resting(room)
    said = heard(seat, utterance_id)
    if said is None or said.seat.pk == seat.pk or not _hears(seat, said.utterance.at):
        return
    fresh = Response.objects.get_or_create(
        seat=seat, utterance=utterance_id, kind=kind, defaults={"room": room, "to": said.seat}
    )[1]
    if fresh:
        transaction.on_commit(partial(_tell, room, said.seat))


def responses_to(seat: Seat) -> list[tuple[str, int]]:
    """For the one who spoke: each kind of response, and how many people gave it."""
    labels = dict(Response.Kind.choices)
    kinds = list(seat.responses_to.values_list("kind", "seat_id").distinct())
    return [
        (str(labels[kind]), sum(1 for one, _who in kinds if one == kind))
        for kind in labels
        if kind in dict(kinds)
    ]


def _refuse_a_flood(seat: Seat) -> None:
    """Raise Refused for more in a minute than anybody could read. Lines of the run-sheet are not counted."""
    if not limits.take(SAYING, str(seat.pk)):
        raise Refused(_("That was a lot in one minute. Your words are still here; send them in a moment."))


def _is_closing(room: Room) -> bool:
    steps = script(room.occurrence.series.format).steps
    return steps[min(room.step, len(steps) - 1)].kind == "closing"


def _tell(room: Room, to: Seat) -> None:
    streams.only_for(room, to, "answers", "rooms/answers.html", {"answers": responses_to(to)})


def _utter(room: Room, seat: Seat, utterance: Utterance, *, apart: bool) -> None:
    """Keep the words while the room is held, and only then let the form be remembered.

    The other way round a repeat would be led on as if they had been said, after a store that was away.
    Whatever closes or calms the room waits for the commit meanwhile: nothing is kept after a closing forgot.
    A repeat has the same id: words that were kept, though the answer was lost, are not heard twice.
    """
    utterance = replace(utterance, id=id_by_form(utterance.id), at=_after_all_spans(room, utterance.at))
    if_undone(partial(words().remove, room.pk, room.word_key, utterance.id))
    words().say(room.pk, room.word_key, utterance)
    transaction.on_commit(partial(streams.spoken, room, seat, utterance, apart=apart), robust=True)


def _after_all_spans(room: Room, moment: datetime) -> datetime:
    """This moment, or the one after the last span that has ended: whoever went outside has not heard it.

    Spans hold the moment in which they end, and another machine's clock may be a little ahead.
    """
    ended = Heard.objects.filter(seat__room=room, until__gte=moment, until__lt=moment + APART)
    last: datetime | None = ended.aggregate(last=Max("until"))["last"]
    return last + INSTANT if last else moment


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said, and the seat of who said it."""

    utterance: Utterance
    seat: Seat


def heard(seat: Seat, utterance_id: str) -> Said | None:
    """Words that this seat hears or heard, with who said them; None for others, and once they are gone.

    For whoever is outside these are the words of the spans in which they were inside, so that they can block
    and tell; what is said meanwhile is not theirs, even when they come in again.
    """
    if not seat.room.is_open:
        return None
    utterance = words().find(seat.room_id, seat.room.word_key, utterance_id)
    if utterance is None or utterance.person in apart_from(seat.person):
        return None
    if not _hears(seat, utterance.at) and not seat.heard.at(utterance.at).exists():
        return None
    speaker = Seat.objects.select_related("person").filter(room=seat.room, public_id=utterance.seat).first()
    return Said(utterance, speaker) if speaker else None


def heard_before(seat: Seat) -> list[Utterance]:
    """What others said in earlier spans of this seat, the oldest first; no lines of a run-sheet."""
    spans = list(seat.heard.order_by("since")) if seat.room.is_open else []
    said = heard_by(seat.person, seat.room, spans[0].since) if spans else []
    people = [one for one in said if one.kind != "line" and one.person != seat.person_id]
    return [one for one in people if any(span.holds(one.at) for span in spans)]


def has_heard_before(seat: Seat) -> bool:
    """Is there anything of it? While the store is away that they were inside is enough: doors stay open."""
    try:
        return bool(heard_before(seat))
    except Away:
        return True


def _hears(seat: Seat, moment: datetime) -> bool:
    """Does what is said at this moment reach the seat in the span it is in?"""
    return seat.is_inside and moment >= seat.came_at
