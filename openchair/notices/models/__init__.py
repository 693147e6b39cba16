"""The nouns of notices."""

from openchair.notices.models.calendar_feed import CalendarFeed
from openchair.notices.models.mail_address import MailAddress
from openchair.notices.models.notice import Notice
from openchair.notices.models.push_device import PushDevice
from openchair.notices.models.reminder import Reminder
from openchair.notices.models.sending import Sending
from openchair.notices.models.wishes import Wishes

__all__ = ["CalendarFeed", "MailAddress", "Notice", "PushDevice", "Reminder", "Sending", "Wishes"]
