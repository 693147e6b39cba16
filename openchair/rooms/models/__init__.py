"""A live room: who sits where, who has a hand up, whose turn it is. No table holds a word that was said."""

from openchair.rooms.models.duty import Duty, Role
from openchair.rooms.models.hand import Hand, Turn
from openchair.rooms.models.heard import Heard
from openchair.rooms.models.response import Response
from openchair.rooms.models.room import EARLY_DOOR, Room
from openchair.rooms.models.seat import AskedToWait, PutOut, Quieting, Seat

__all__ = [
    "EARLY_DOOR",
    "AskedToWait",
    "Duty",
    "Hand",
    "Heard",
    "PutOut",
    "Quieting",
    "Response",
    "Role",
    "Room",
    "Seat",
    "Turn",
]
