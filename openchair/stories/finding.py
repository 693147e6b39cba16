"""Things by the ids that stand in addresses."""

from openchair.groups.models import Group
from openchair.stories.models import Story


def group_of(group_id: str) -> Group:
    """The group; whoever asks for it is looked up in it once. Raises Http404."""
    group = Group.objects.select_related("closing").get_or_404(public_id=group_id)
    group.known = {}
    return group


def story_of(story_id: str) -> Story:
    """The story, whatever became of it. Raises Http404."""
    story = Story.objects.get_or_404(public_id=story_id)
    story.group.known = {}
    return story
