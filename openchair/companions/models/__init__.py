"""Companions: asks, what each lets the other see, and whom to nudge."""

from openchair.companions.models.care import Care
from openchair.companions.models.companionship import Companionship
from openchair.companions.models.offer import Offer
from openchair.companions.models.showing import Showing
from openchair.companions.models.word import Word

__all__ = ["Care", "Companionship", "Offer", "Showing", "Word"]
