"""What is over is deleted."""

from datetime import datetime

from openchair.stories.models import Story
from openchair.stories.models.story import DRAFT_STANDS, UNDO_WITHIN


def forget(moment: datetime) -> None:
    """Delete what was taken back a month ago, and drafts that nobody went on with."""
    Story.objects.filter(taken_back_at__lte=moment - UNDO_WITHIN).delete()
    Story.objects.drafts().filter(begun_at__lte=moment - DRAFT_STANDS).delete()
