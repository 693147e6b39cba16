"""Groups, and who belongs to them under which name."""

from openchair.groups.models.agreement import Acceptance, Agreement
from openchair.groups.models.closing import Closing
from openchair.groups.models.group import Group
from openchair.groups.models.invitation import Invitation
from openchair.groups.models.join_request import JoinRequest
from openchair.groups.models.membership import Departure, Hosting, Membership, Removal

__all__ = [
    "Acceptance",
    "Agreement",
    "Closing",
    "Departure",
    "Group",
    "Hosting",
    "Invitation",
    "JoinRequest",
    "Membership",
    "Removal",
]
