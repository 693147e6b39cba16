"""What hosts settle about welcoming, and what members offer."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openchair.greeting.models import Patience, Small, Willing
from openchair.greeting.models.patience import CHOICES
from openchair.groups.models import Membership

OFTEN: Final = (1, 2, 3, 5)  # asks a week


class PatienceForm(forms.Form):
    """How long a share may wait."""

    hours = forms.TypedChoiceField(coerce=int, label=gettext_lazy("How long may a share wait?"))

    def __init__(self, data: Mapping[str, object] | None, *, patience: Patience) -> None:
        super().__init__(data, initial={"hours": patience.hours})
        hours = cast(forms.TypedChoiceField, self.fields["hours"])
        hours.choices = [
            (one, ngettext("%(num)d hour", "%(num)d hours", one) % {"num": one}) for one in CHOICES
        ]
        hours.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Please choose one of these.")
        )


class WillingForm(forms.Form):
    """How often somebody would be asked to answer: never, unless they say so; and small things they like."""

    most = forms.TypedChoiceField(coerce=int, label=gettext_lazy("May you be asked?"))
    small = forms.MultipleChoiceField(
        required=False, choices=Small.choices, label=gettext_lazy("Which small things would you like to do?")
    )

    def __init__(self, data: Mapping[str, object] | None, *, kept: Willing | None) -> None:
        super().__init__(
            data, initial={"most": kept.most if kept else 0, "small": kept.small if kept else []}
        )
        field = cast(forms.TypedChoiceField, self.fields["most"])
        field.choices = [(0, _("Not now")), *((one, _often(one)) for one in OFTEN)]
        field.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Please choose one of these.")
        )
        self.fields["small"].error_messages["invalid_choice"] = _("Please choose among these.")

    @property
    def chosen(self) -> list[Small]:
        """The small things they ticked."""
        return [Small(one) for one in self.cleaned_data["small"]]


class GreeterForm(forms.Form):
    """Which member a host asks."""

    member = forms.ChoiceField(label=gettext_lazy("Whom would you ask?"))

    def __init__(self, data: Mapping[str, object] | None, *, members: Sequence[Membership]) -> None:
        super().__init__(data)
        self.members = {member.public_id: member for member in members}
        field = cast(forms.ChoiceField, self.fields["member"])
        field.choices = [(member.public_id, member.alias) for member in members]
        field.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Choose one of these people.")
        )

    @property
    def chosen(self) -> Membership:
        """The member who was picked."""
        return self.members[self.cleaned_data["member"]]


def _often(most: int) -> str:
    if most == 1:
        return _("Yes, once a week at most")
    if most == 2:
        return _("Yes, twice a week at most")
    return _("Yes, %(num)d times a week at most") % {"num": most}
