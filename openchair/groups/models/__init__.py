"""Groups, and who belongs to them under which name."""

from openchair.groups.models.agreement import Acceptance, Agreement
from openchair.groups.models.closing import Closing
from openchair.groups.models.group import Group
from openchair.groups.models.invitation import Invitation
from openchair.groups.models.join_request import JoinRequest
from openchair.groups.models.membership import Departure, Hosting, Membership, Removal
from openchair.groups.models.norms import Norms
from openchair.groups.models.rest import Rest
from openchair.groups.models.succession import Succession

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
    "Norms",
    "Removal",
    "Rest",
    "Succession",
]
