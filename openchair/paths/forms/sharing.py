"""With which group a milestone is shared."""

from collections.abc import Mapping, Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Membership


class ShareForm(forms.Form):
    """One of one's groups. None is chosen beforehand."""

    group = forms.ChoiceField(label=gettext_lazy("With which group?"))

    def __init__(self, data: Mapping[str, object] | None, *, members: Sequence[Membership]) -> None:
        super().__init__(data)
        self.members = {one.group.public_id: one for one in members}
        group = cast(forms.ChoiceField, self.fields["group"])
        group.choices = [(key, _said(one)) for key, one in self.members.items()]
        group.error_messages |= dict.fromkeys(("required", "invalid_choice"), _("Choose one of your groups."))

    @property
    def member(self) -> Membership:
        """The person's own membership in the group that was chosen."""
        return self.members[self.cleaned_data["group"]]


def _said(member: Membership) -> str:
    return _("%(group)s, where you are %(alias)s") % {"group": member.group.name, "alias": member.alias}
