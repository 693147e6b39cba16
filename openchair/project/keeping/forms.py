"""What the first run asked about the place, all on one page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kit.words import LineField
from openchair.people.elsewhere import LONGEST, https_address
from openchair.people.models import Place
from openchair.project.welcome.forms import Joining, Languages, Name, Question, Where

_NAMES = ("name", "languages", "zone", "country", "joining", "titles", "leave_to")


class Discreet(Question):
    """What a browser shows to others, and where leaving leads."""

    titles = forms.ChoiceField(choices=Place.Titles.choices, label=_("What tabs and the history say"))
    leave_to = LineField(max_length=LONGEST, label=_("Where “Leave this site” goes"), required=False)
    missing = {"titles": _("Choose what titles say.")}

    def clean_leave_to(self) -> str:
        """Only what a browser follows without asking anything."""
        typed: str = self.cleaned_data["leave_to"]
        if typed and not https_address(typed):
            raise forms.ValidationError(_("Type a whole address, beginning with https://, or nothing."))
        return typed


class Keeping(Name, Languages, Where, Joining, Discreet):
    """The place as it stands, to be changed."""

    field_order = _NAMES
    missing = {**Name.missing, **Languages.missing, **Where.missing, **Joining.missing, **Discreet.missing}

    def kept(self) -> dict[str, str]:
        """Everything, as the place keeps it."""
        one_by_one = {name: str(self.cleaned_data[name]) for name in _NAMES}
        return one_by_one | super().kept()


def as_draft(place: Place) -> dict[str, str]:
    """The answers of the first run, read from the place."""
    return {name: getattr(place, name) for name in _NAMES}
