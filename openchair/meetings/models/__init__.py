from openchair.meetings.models.attendance import Attendance
from openchair.meetings.models.cancellation import Cancellation
from openchair.meetings.models.claim import Claim
from openchair.meetings.models.occurrence import Occurrence
from openchair.meetings.models.series import EARLY_DOOR, ChatRule, Door, Format, Series
from openchair.meetings.models.topic import Topic

__all__ = [
    "EARLY_DOOR",
    "Attendance",
    "Cancellation",
    "ChatRule",
    "Claim",
    "Door",
    "Format",
    "Occurrence",
    "Series",
    "Topic",
]
