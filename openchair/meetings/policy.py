"""Who may do what with a group's meetings: a table to be read aloud, and voted on."""

from openchair.groups.models import Group
from openchair.groups.policy import Who, is_host, is_listed, is_member
from openchair.kit.policy import Policy

POLICY: Policy[Who, Group] = Policy(
    {
        "meeting.read": [is_member, is_listed],
        "meeting.schedule": [is_host],
        "meeting.change": [is_host],
        "meeting.end": [is_host],
        "date.cancel": [is_host],
        "date.move": [is_host],
        "reading.claim": [is_member],
        "topic.choose": [is_member],
    }
)
