"""What people fill in about meetings."""

from openchair.meetings.forms.cancellation import CancelForm
from openchair.meetings.forms.meeting import MeetingForm
from openchair.meetings.forms.move import MoveForm
from openchair.meetings.forms.topic import TopicForm
from openchair.meetings.forms.zone import ZoneForm, zone_choices

__all__ = ["CancelForm", "MeetingForm", "MoveForm", "TopicForm", "ZoneForm", "zone_choices"]
