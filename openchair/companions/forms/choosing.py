"""What one lets a companion see, and whom to nudge."""

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.companions.models import Care, Companionship, Showing
from openchair.companions.models.care import FEWEST, MOST
from openchair.companions.naming import Beside

DAYS_AT_FIRST = 5


class ShowForm(forms.Form):
    """Item by item; nothing is ticked beforehand."""

    items = forms.MultipleChoiceField(
        required=False,
        choices=Showing.Item.choices,
        label=gettext_lazy("Tick what you like, or nothing"),
        error_messages={"invalid_choice": gettext_lazy("Tick only what stands here.")},
    )

    def __init__(self, data: Mapping[str, object] | None, *, shown: Collection[str]) -> None:
        super().__init__(data, initial={"items": sorted(shown)})


class CareForm(forms.Form):
    """A companion, and a number of silent days."""

    companion = forms.ChoiceField(label=gettext_lazy("Who should be told?"))
    days = forms.IntegerField(
        min_value=FEWEST, max_value=MOST, label=gettext_lazy("After how many days without a check-in?")
    )

    def __init__(
        self, data: Mapping[str, object] | None, *, beside: Sequence[Beside], care: Care | None
    ) -> None:
        self.beside = {one.public_id: one.companionship for one in beside}
        kept = {"companion": care.companionship.public_id, "days": care.days} if care else {}
        super().__init__(data, initial={"days": DAYS_AT_FIRST, **kept})
        companion = cast(forms.ChoiceField, self.fields["companion"])
        companion.choices = [(one.public_id, f"{one.name} · {one.where}") for one in beside]
        trouble = dict.fromkeys(("required", "invalid_choice"), _("Choose one of your companions."))
        companion.error_messages |= trouble
        number = _("Write a number from %(few)d to %(most)d.") % {"few": FEWEST, "most": MOST}
        kinds = ("required", "invalid", "min_value", "max_value")
        self.fields["days"].error_messages |= dict.fromkeys(kinds, number)

    @property
    def chosen(self) -> Companionship:
        """The companionship that was picked."""
        return self.beside[self.cleaned_data["companion"]]
