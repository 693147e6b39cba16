"""Who was told that something happened, and who is to be told on a later day."""

from openchair.days.models.confided import Confided
from openchair.days.models.later import Later

__all__ = ["Confided", "Later"]
