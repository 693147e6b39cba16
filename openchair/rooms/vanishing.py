"""Going from every room at once, with what was said there: the account ends."""

from datetime import UTC, datetime
from functools import partial

from django.db import transaction

from openchair.live.frames import frame
from openchair.live.hub import hub
from openchair.live.words import words
from openchair.people.models import Person
from openchair.rooms import streams
from openchair.rooms.entering import step_out
from openchair.rooms.models import Room, Seat

_EVER = datetime(1970, 1, 1, tzinfo=UTC)


@transaction.atomic
def vanish(*, person: Person) -> None:
    """The seats go, and from every page in the room what was said from them. Twice is once."""
    for seat in Seat.objects.filter(person=person).select_related("room"):
        step_out(seat.room, [seat], Seat.Place.GONE)
        seat.delete()
        streams.changed(seat.room)
    for room in Room.objects.live():
        transaction.on_commit(partial(_take_words, room, person), robust=True)


def _take_words(room: Room, person: Person) -> None:
    """Looked for in every open room: what was said stays in the store when a seat has gone."""
    for said in words().said(room.pk, room.word_key, _EVER):
        if said.person == person.pk:
            words().remove(room.pk, room.word_key, said.id)
            for channel in hub().channels(room.topic, streams.INSIDE):
                hub().publish(channel.topic, frame("remove", f"u-{said.id}"))
