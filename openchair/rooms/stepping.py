"""The run-sheet: the chair sees the next line and steps on."""

from django.db import transaction

from openchair.library.scripts import script
from openchair.rooms import streams
from openchair.rooms.models import Room


@transaction.atomic
def step_to(*, room: Room, come_from: int, to: int) -> None:
    """Move from one step to another. A tap that comes twice finds the room elsewhere and does nothing."""
    last = len(script(room.occurrence.series.format).steps) - 1
    if 0 <= to <= last and Room.objects.filter(pk=room.pk, step=come_from).update(step=to):
        streams.changed(room)
