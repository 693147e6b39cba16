"""What people fill in to tell a story, and to find one."""

from openchair.stories.forms.finder import FinderForm
from openchair.stories.forms.story import StoryForm

__all__ = ["FinderForm", "StoryForm"]
