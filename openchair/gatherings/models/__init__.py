"""A meeting that is open for days: its run-sheet, who serves in it, and what is said in it."""

from openchair.gatherings.models.gathering import Gathering, Step
from openchair.gatherings.models.role import Role
from openchair.gatherings.models.turn import Draft, Turn
from openchair.gatherings.models.wording import Wording

__all__ = ["Draft", "Gathering", "Role", "Step", "Turn", "Wording"]
