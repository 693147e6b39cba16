"""What people fill in about groups."""

from openchair.groups.forms.aliases import AliasForm
from openchair.groups.forms.described import EditForm, FoundingForm
from openchair.groups.forms.entering import AskForm, JoinForm, RedeemForm
from openchair.groups.forms.hosts import HostForm, RemovalForm
from openchair.groups.forms.invited import InvitedForm
from openchair.groups.forms.line import LineForm

__all__ = [
    "AliasForm",
    "AskForm",
    "EditForm",
    "FoundingForm",
    "HostForm",
    "InvitedForm",
    "JoinForm",
    "LineForm",
    "RedeemForm",
    "RemovalForm",
]
