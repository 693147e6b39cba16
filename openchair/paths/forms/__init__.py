"""What people fill in about their paths, and hosts about milestones of their group."""

from openchair.paths.forms.dated import DatedForm, EntryForm, RestartForm
from openchair.paths.forms.described import PathForm
from openchair.paths.forms.marks import GroupSetForm, PathMarksForm
from openchair.paths.forms.sharing import ShareForm

__all__ = ["DatedForm", "EntryForm", "GroupSetForm", "PathForm", "PathMarksForm", "RestartForm", "ShareForm"]
