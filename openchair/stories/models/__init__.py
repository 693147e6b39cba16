"""Stories, and what keeps them from somebody's sight."""

from openchair.stories.models.hold import Hold
from openchair.stories.models.response import Response
from openchair.stories.models.story import Story
from openchair.stories.models.turning import Hiding, KeptFrom

__all__ = ["Hiding", "Hold", "KeptFrom", "Response", "Story"]
