"""What people fill in to open a meeting for days, to run it and to write in it."""

from openchair.gatherings.forms.opening import OpeningForm
from openchair.gatherings.forms.running import AskForm, ClosingForm, StepForm
from openchair.gatherings.forms.turn import TurnForm

__all__ = ["AskForm", "ClosingForm", "OpeningForm", "StepForm", "TurnForm"]
