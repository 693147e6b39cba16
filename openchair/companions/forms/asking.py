"""Whom one asks to be a companion, and what the two would call it."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.companions.models.companionship import CALLED_LENGTH
from openchair.companions.models.offer import FEWEST, MOST
from openchair.companions.words import CALLED
from openchair.groups.models import Membership
from openchair.kit.words import LineField
from openchair.support.pointing import staying_here

OWN: Final = "own"


class AskForm(forms.Form):
    """A member, and a word: one of ours, or one's own."""

    member = forms.ChoiceField(label=gettext_lazy("Whom would you like to ask?"))
    called = forms.ChoiceField(
        label=gettext_lazy("What would you call it?"),
        choices=[*CALLED, (OWN, gettext_lazy("a word of our own"))],
    )
    own = LineField(max_length=CALLED_LENGTH, required=False, label=gettext_lazy("Our own word"))

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        by: Membership,
        members: Sequence[Membership],
        chosen: str = "",
    ) -> None:
        self.by = by
        self.members = {one.public_id: one for one in members}
        super().__init__(data, initial={"member": chosen, "called": CALLED[0][0]})
        member = cast(forms.ChoiceField, self.fields["member"])
        member.choices = [("", _("Choose somebody")), *((one.public_id, one.alias) for one in members)]
        member.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Choose one of these people.")
        )
        trouble = dict.fromkeys(("required", "invalid_choice"), _("Choose a word, or use your own."))
        self.fields["called"].error_messages |= trouble

    def clean_own(self) -> str:
        """Somebody new brings in no way to reach them."""
        return staying_here(self.cleaned_data["own"], by=self.by)

    def clean(self) -> None:
        """One's own word is needed where it was chosen."""
        if self.cleaned_data.get("called") != OWN or "own" in self.errors:
            return
        if not self.cleaned_data.get("own"):
            self.add_error("own", _("Write the word, such as: walking partner."))

    @property
    def chosen(self) -> Membership:
        """The member who was picked."""
        return self.members[self.cleaned_data["member"]]

    @property
    def word(self) -> str:
        """A code of ours, or the word that was written."""
        called: str = self.cleaned_data["called"]
        return str(self.cleaned_data["own"]) if called == OWN else called

    def say_wait(self) -> None:
        """The same whoever has asked enough, or was asked by enough people."""
        self.add_error("member", _("Asks need time. Please wait a few days, or ask somebody else."))


class OfferForm(forms.Form):
    """For how many somebody can be a companion."""

    capacity = forms.ChoiceField(
        label=gettext_lazy("For how many people at most?"),
        choices=[(str(number), str(number)) for number in range(FEWEST, MOST + 1)],
    )

    def __init__(self, data: Mapping[str, object] | None, *, capacity: int = FEWEST) -> None:
        super().__init__(data, initial={"capacity": str(capacity)})
        trouble = _("Choose a number from %(few)d to %(most)d.") % {"few": FEWEST, "most": MOST}
        self.fields["capacity"].error_messages |= dict.fromkeys(("required", "invalid_choice"), trouble)
