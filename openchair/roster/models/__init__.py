"""When those who welcome people are here, who steps in, how much each carries, and what they say after."""

from openchair.roster.models.carrying import Carrying
from openchair.roster.models.debrief import Debrief
from openchair.roster.models.shift import Cover, Shift

__all__ = ["Carrying", "Cover", "Debrief", "Shift"]
