"""The questions of the first run, one page each."""

from collections.abc import Mapping

from babel import Locale
from django import forms
from django.utils.translation import get_language, gettext_lazy, to_locale
from django.utils.translation import gettext as _

from openchair.groups.aliases import whats_wrong
from openchair.groups.languages import LANGUAGES
from openchair.groups.models.membership import ALIAS_LENGTH
from openchair.kit.words import LineField
from openchair.people.models import Place
from openchair.people.zones import zone_names

_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


class Question(forms.Form):
    """One page: what it keeps are words, for the draft."""

    missing: Mapping[str, object] = {}

    def __init__(self, data: Mapping[str, object] | None, *, draft: Mapping[str, str]) -> None:
        super().__init__(data, initial={name: draft[name] for name in self.base_fields if name in draft})
        for name, words in self.missing.items():
            self.fields[name].error_messages["required"] = str(words)

    def kept(self) -> dict[str, str]:
        """The answers."""
        return {name: str(value) for name, value in self.cleaned_data.items()}


class Name(Question):
    """What the place is called."""

    name = LineField(max_length=60, label=gettext_lazy("Name of this place"))
    missing = {"name": gettext_lazy("Give the place a name. You can change it later.")}


class Languages(Question):
    """Which languages are spoken here."""

    languages = forms.MultipleChoiceField(
        choices=LANGUAGES,
        label=gettext_lazy("Languages"),
        initial=["en"],
        widget=forms.CheckboxSelectMultiple,
    )
    missing = {"languages": gettext_lazy("Choose at least one language.")}

    def __init__(self, data: Mapping[str, object] | None, *, draft: Mapping[str, str]) -> None:
        super().__init__(data, draft=draft)
        self.initial["languages"] = draft.get("languages", "en").split(",")

    def kept(self) -> dict[str, str]:
        """Codes with commas between."""
        return {"languages": ",".join(self.cleaned_data["languages"])}


def _zones() -> list[tuple[str, str]]:
    return [("", _("Choose one"))] + [(name, name.replace("_", " ")) for name in zone_names()]


def countries() -> list[tuple[str, str]]:
    """Countries by their two letters (ISO 3166-1), each by its name in the reader's language."""
    named = Locale.parse(to_locale(get_language() or "en")).territories
    known = [(code, name) for code, name in named.items() if len(code) == 2 and code not in _NO_COUNTRY]
    return [("", _("Choose one")), *sorted(known, key=lambda pair: pair[1])]


class Where(Question):
    """Whose clock, and whose help lines."""

    zone = forms.ChoiceField(choices=_zones, label=gettext_lazy("Time zone"))
    country = forms.ChoiceField(choices=countries, label=gettext_lazy("Country"))
    missing = {"zone": gettext_lazy("Choose a time zone."), "country": gettext_lazy("Choose a country.")}


class Joining(Question):
    """Who may join."""

    joining = forms.ChoiceField(
        choices=Place.Joining.choices, label=gettext_lazy("Who may join?"), initial=Place.Joining.INVITED
    )
    missing = {"joining": gettext_lazy("Choose who may join.")}


class FirstGroup(Question):
    """The first group, and the steward's name in it."""

    group = LineField(max_length=60, label=gettext_lazy("Name of the first group"))
    focus = LineField(max_length=60, label=gettext_lazy("What it is about"))
    alias = LineField(max_length=ALIAS_LENGTH, label=gettext_lazy("Your name in this group"))
    missing = {
        "group": gettext_lazy("Give the group a name."),
        "focus": gettext_lazy("Say what the group is about, in a word or two."),
        "alias": gettext_lazy("Choose a name for this group."),
    }

    def clean_alias(self) -> str:
        """A name that could be taken for a role, or leads to somebody, is refused."""
        alias: str = self.cleaned_data["alias"]
        if trouble := whats_wrong(alias):
            raise forms.ValidationError(trouble)
        return alias
