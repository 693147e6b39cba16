"""What people type to join, to come in, and to come back."""

from collections.abc import Mapping
from typing import cast

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from openchair.kit.words import LineField
from openchair.people import codes, passphrase
from openchair.people.discretion import COVER, NO_COVER, Icon
from openchair.people.models import Person, Place, Session
from openchair.people.own_days import LATEST_ROLLOVER
from openchair.people.zones import zone_names

Typed = QueryDict | Mapping[str, str] | None

OFFERED, OWN = "offered", "own"


def _where() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Where are you?"),
        choices=[
            (Session.Mode.OWN, _("This is my device")),
            (Session.Mode.SHARED, _("A shared computer: forget me when I close it")),
        ],
        initial=Session.Mode.OWN,
        error_messages={"required": _("Say whether this is your device.")},
    )


class ChooseWords(forms.Form):
    """How to sign in from now on: the six offered words, or one's own."""

    how = forms.ChoiceField(
        label=_("How do you want to sign in?"),
        choices=[(OFFERED, ""), (OWN, "")],
        initial=OFFERED,
        error_messages={"required": _("Choose the six words, or your own.")},
    )
    own = forms.CharField(label=_("My own words"), strip=False, required=False)

    def __init__(self, data: Typed, *, offered: str, about: list[str]) -> None:
        super().__init__(data)
        self.offered, self.about = offered, about
        how = cast(forms.ChoiceField, self.fields["how"])
        how.choices = [(OFFERED, offered), (OWN, _("With my own words"))]

    def clean(self) -> None:
        """Look at one's own words only when they were chosen."""
        if self.cleaned_data.get("how") != OWN:
            return
        if trouble := passphrase.trouble(self.cleaned_data.get("own", ""), self.about):
            self.add_error("own", trouble)

    def other_words(self) -> None:
        """The six words that were chosen are no longer known: these are others, which nobody has read yet."""
        self.add_error("how", _("That took a while, so here are six other words. Write them down first."))

    @property
    def words(self) -> str:
        """The words that were chosen."""
        chosen: str = self.cleaned_data["own"]
        return chosen if self.cleaned_data["how"] == OWN else self.offered


class ChooseSignIn(ChooseWords):
    """The same while joining, with the kind of device."""

    mode = _where()


class SignIn(forms.Form):
    """The sign-in name and the words."""

    handle = forms.CharField(
        label=_("Sign-in name"),
        error_messages={"required": _("Type your sign-in name, such as amber-heron-4182.")},
    )
    words = forms.CharField(
        label=_("Your words"), strip=False, error_messages={"required": _("Type your words.")}
    )
    mode = _where()

    def refuse(self) -> None:
        """One sentence for every reason: a stranger does not learn which names exist."""
        self.add_error(
            "words", _("This name and these words do not fit together. Look at both and try again.")
        )


class TypeCode(forms.Form):
    """One whole recovery code."""

    code = forms.CharField(
        label=_("One of your spare keys"), error_messages={"required": _("Type one of your spare keys.")}
    )

    def refuse(self) -> None:
        """The same for a key that never was and one that was used."""
        self.add_error(
            "code", _("This key does not open anything. It may be used already. Look at it once more.")
        )


class TypeEnding(forms.Form):
    """The end of one spare key, to show that they were kept."""

    ending = forms.CharField(
        label="", error_messages={"required": _("Type the last 5 letters and numbers, or do it later.")}
    )

    def __init__(self, data: Typed, *, number: int, code: str) -> None:
        super().__init__(data)
        self.code = code
        self.fields["ending"].label = _("Type the last 5 letters and numbers of key %(number)d") % {
            "number": number
        }

    def clean_ending(self) -> str:
        """Refuse another ending."""
        typed: str = self.cleaned_data["ending"]
        if not codes.ends_with(self.code, typed):
            raise forms.ValidationError(_("This is not the end of that key. Look at it once more."))
        return typed


class SayWords(forms.Form):
    """The present words once more, before something that matters."""

    words = forms.CharField(
        label=_("Your words"),
        strip=False,
        error_messages={"required": _("Type the words you sign in with now.")},
    )

    def refuse(self) -> None:
        """These are not the person's words."""
        self.add_error(
            "words", _("These are not the words you sign in with now. Look at them and try again.")
        )


class Nickname(forms.Form):
    """What a passkey is called, by its owner for its owner."""

    nickname = LineField(label=_("A name for it"), max_length=40, required=False)


class Brings(forms.Form):
    """What brings you here? Nobody has to say."""

    brings = forms.ChoiceField(
        label=_("What brings you here?"), choices=Person.Brings.choices, required=False
    )


class OwnDay(forms.Form):
    """Where a person's days are counted, and at what hour they begin."""

    zone = forms.ChoiceField(
        label=_("Time zone at home"),
        choices=lambda: [(name, name.replace("_", " ")) for name in zone_names()],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a time zone from the list.")),
    )
    rollover = forms.ChoiceField(
        label=_("When does your day begin?"),
        choices=[(str(hour), f"{hour:02}:00") for hour in range(LATEST_ROLLOVER + 1)],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose an hour up to six.")),
    )


def _zones() -> list[tuple[str, str]]:
    return [("", str(_("As this place")))] + [(name, name.replace("_", " ")) for name in zone_names()]


class Display(forms.Form):
    """How pages look to this reader. What a form does not send stays as it is."""

    language = forms.ChoiceField(label=_("Language"), choices=lambda: settings.LANGUAGES, required=False)
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        choices=[("", _("As my device")), ("light", _("Light")), ("dark", _("Dark"))],
        required=False,
    )
    zone = forms.ChoiceField(label=_("Time zone"), choices=_zones, required=False)
    titles = forms.ChoiceField(
        label=_("What tabs and the history say"),
        choices=[("", _("As this place")), *Place.Titles.choices],
        required=False,
    )
    icon = forms.ChoiceField(
        label=_("The small picture on the tab"),
        choices=[("", _("What goes with the titles")), *Icon.choices],
        required=False,
    )
    cover = forms.ChoiceField(
        label=_("When you look at something else"),
        choices=[
            ("", _("Cover the page on a shared computer only")),
            (COVER, _("Always cover the page")),
            (NO_COVER, _("Never cover it")),
        ],
        required=False,
    )

    def chosen(self) -> dict[str, str]:
        """The fields that were sent, with what was chosen."""
        return {name: value for name, value in self.cleaned_data.items() if name in self.data}
