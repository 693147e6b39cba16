"""What somebody says yes to in a group, and to whom a host gives the sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Membership
from openchair.paths.models import Path
from openchair.paths.picture import Picture
from openchair.together.choosing import Chosen
from openchair.together.stages import Stage

NO: Final = ""
STAGE: Final = "stage-"


class YesForm(forms.Form):
    """Three questions; each answer is no until somebody says otherwise."""

    counted = forms.ChoiceField(required=False, label=gettext_lazy("Do your days count in the sum?"))
    celebrating = forms.ChoiceField(
        required=False, label=gettext_lazy("Shall the birthday night celebrate you?")
    )
    around = forms.ChoiceField(
        required=False, label=gettext_lazy("Would you like to know others around where you are?")
    )

    def __init__(
        self, data: Mapping[str, object] | None, *, pictures: Sequence[Picture], chosen: Chosen
    ) -> None:
        names = ("counted", "celebrating", "around")
        super().__init__(data, initial={name: _value(getattr(chosen, name)) for name in names})
        self.paths = {one.path.public_id: one.path for one in pictures}
        own = [(one.path.public_id, _("Yes, by “%(path)s”") % {"path": one.about.label}) for one in pictures]
        said = [(f"{STAGE}{one.value}", _("Yes: %(stage)s") % {"stage": one.label}) for one in Stage]
        for name in names:
            field = cast(forms.ChoiceField, self.fields[name])
            field.choices = [(NO, _("No")), *own, *(said if name == "around" else ())]
            field.error_messages["invalid_choice"] = _("Please choose one of these.")

    @property
    def chosen(self) -> Chosen:
        """What was said."""
        told = self.cleaned_data
        around = told["around"]
        stage = Stage(around.removeprefix(STAGE)) if around.startswith(STAGE) else None
        return Chosen(
            self._path(told["counted"]), self._path(told["celebrating"]), stage or self._path(around)
        )

    def say_wait(self) -> None:
        """Whoever goes through all stages in a day would see who is where."""
        self.add_error("around", _("You changed this a few times today. Please wait until tomorrow."))

    def _path(self, value: str) -> Path | None:
        return self.paths.get(value)


class HolderForm(forms.Form):
    """Which member a host gives the sheet."""

    member = forms.ChoiceField(label=gettext_lazy("Who helps with the birthday night?"))

    def __init__(self, data: Mapping[str, object] | None, *, members: Sequence[Membership]) -> None:
        super().__init__(data)
        self.members = {one.public_id: one for one in members}
        field = cast(forms.ChoiceField, self.fields["member"])
        field.choices = [("", _("Choose somebody")), *((key, one.alias) for key, one in self.members.items())]
        field.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), _("Choose one of these people.")
        )

    @property
    def chosen(self) -> Membership:
        """The member who was picked."""
        return self.members[self.cleaned_data["member"]]


def _value(chosen: Path | Stage | None) -> str:
    if chosen is None:
        return NO
    return f"{STAGE}{chosen.value}" if isinstance(chosen, Stage) else chosen.public_id
