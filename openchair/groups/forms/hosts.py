"""What hosts fill in about people."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Membership
from openchair.groups.models.membership import REASON_LENGTH
from openchair.kit.words import WordsField


class HostForm(forms.Form):
    """Which member becomes a host too."""

    member = forms.ChoiceField(label=gettext_lazy("Who becomes a host"))

    def __init__(self, data: Mapping[str, object] | None, *, members: Sequence[Membership]) -> None:
        super().__init__(data)
        self.members = {member.public_id: member for member in members}
        self.fields["member"] = forms.ChoiceField(
            choices=[(member.public_id, member.alias) for member in members],
            label=self.fields["member"].label,
            error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose one of these people.")),
        )

    @property
    def chosen(self) -> Membership:
        """The member who was picked."""
        return self.members[self.cleaned_data["member"]]


class RemovalForm(forms.Form):
    """Why somebody is removed."""

    reason = WordsField(max_length=REASON_LENGTH, label=gettext_lazy("The reason"))

    def __init__(self, data: Mapping[str, object] | None) -> None:
        super().__init__(data)
        self.fields["reason"].error_messages["required"] = _("Write the reason. They will read it.")
