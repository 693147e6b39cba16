"""Somebody's paths, what they noted on them, what they shared of them, and sets of milestones of groups."""

from openchair.paths.models.celebration import Celebration
from openchair.paths.models.entry import Entry, TakenBack
from openchair.paths.models.group_set import GroupSet
from openchair.paths.models.path import Path

__all__ = ["Celebration", "Entry", "GroupSet", "Path", "TakenBack"]
