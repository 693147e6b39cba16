"""What is over is deleted."""

from datetime import datetime

from openchair.shares.models import Reply, Share
from openchair.shares.models.share import DRAFT_STANDS, UNDO_WITHIN


def forget(moment: datetime) -> None:
    """Delete what was taken back a month ago, and drafts that nobody went on with."""
    Share.objects.filter(taken_back_at__lte=moment - UNDO_WITHIN).delete()
    Reply.objects.filter(taken_back_at__lte=moment - UNDO_WITHIN).delete()
    Share.objects.drafts().filter(begun_at__lte=moment - DRAFT_STANDS).delete()
