"""What people fill in about groups."""

from openchair.groups.forms.aliases import AliasForm
from openchair.groups.forms.described import EditForm, FoundingForm
from openchair.groups.forms.entering import AskForm, JoinForm, RedeemForm
from openchair.groups.forms.hosts import HostForm, RemovalForm

__all__ = [
    "AliasForm",
    "AskForm",
    "EditForm",
    "FoundingForm",
    "HostForm",
    "JoinForm",
    "RedeemForm",
    "RemovalForm",
]
