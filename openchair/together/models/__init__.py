"""Rounded numbers about many, and what somebody said yes to in a group."""

from openchair.together.models.saying_yes import Around, Celebrating, Counted, SheetHolder
from openchair.together.models.tally import Tally

__all__ = ["Around", "Celebrating", "Counted", "SheetHolder", "Tally"]
