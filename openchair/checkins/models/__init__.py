"""What somebody notes for themselves about their days."""

from openchair.checkins.models.check_in import CheckIn
from openchair.checkins.models.earlier import Earlier
from openchair.checkins.models.habit import Habit, Week
from openchair.checkins.models.hidden_reading import HiddenReading
from openchair.checkins.models.plan import Plan
from openchair.checkins.models.pledge import Pledge
from openchair.checkins.models.worksheet import Worksheet

__all__ = ["CheckIn", "Earlier", "Habit", "HiddenReading", "Plan", "Pledge", "Week", "Worksheet"]
