"""Opening an invitation: what came in the link, or what somebody was told."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Invitation
from openchair.groups.models.invitation import LONGEST


class InvitedForm(forms.Form):
    """One field for the code and for the link."""

    code = forms.CharField(
        max_length=LONGEST,
        label=gettext_lazy("The code of your invitation"),
        error_messages={"required": gettext_lazy("Type the code that you were given.")},
    )

    def find(self) -> Invitation | None:
        """The invitation, if it was typed as it should be."""
        return Invitation.find(self.cleaned_data["code"])

    def refuse(self) -> None:
        """The same for one that never was, was taken back, is over or let in all it could (S80)."""
        self.add_error("code", _("This opens nothing now. Look at it once more, or ask for a new one."))
