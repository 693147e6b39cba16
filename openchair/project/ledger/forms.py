"""What somebody says who goes, and what somebody brings along."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kit.words import LineField
from openchair.project.ledger.bundles import MOST_PACKED

CODE_LENGTH = 80


class Going(forms.Form):
    """When to erase. One day is chosen already: long enough to think, short enough to be soon."""

    wait = forms.ChoiceField(
        label=_("When?"),
        choices=[
            ("now", _("Now, for good")),
            ("day", _("In one day")),
            ("week", _("In seven days")),
        ],
        initial="day",
        error_messages={"required": _("Choose when."), "invalid_choice": _("Choose one of the three.")},
    )


class Closing(forms.Form):
    """What becomes of one's words. Nothing is chosen already: it is nobody's to guess.

    Whoever has none there is not asked.
    """

    STAY, GO = "stay", "go"

    becomes = forms.ChoiceField(
        label=_("What you shared, answered and told in groups"),
        choices=[(STAY, _("It stays, under “A former member”")), (GO, _("It goes with me, now"))],
        error_messages={
            "required": _("Choose what becomes of your words."),
            "invalid_choice": _("Choose one of the two."),
        },
    )

    def __init__(self, *args: object, has_words: bool, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type] # Django's own
        if not has_words:
            del self.fields["becomes"]

    @property
    def words_stay(self) -> bool:
        """What was chosen."""
        return bool(self.cleaned_data.get("becomes") == self.STAY)


class EraseCode(forms.Form):
    """The code that was given when an account was closed."""

    code = LineField(max_length=CODE_LENGTH, label=_("Your erase code"))

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type] # Django's own
        self.fields["code"].error_messages["required"] = _("Type the code you kept.")

    def refuse(self) -> None:
        """One answer to every code that opens nothing."""
        self.add_error("code", _("No closed account has this code. Look at each letter, and try again."))


class Bringing(forms.Form):
    """A copy of one's own, from here or from another place."""

    copy = forms.FileField(
        label=_("The copy you saved"),
        error_messages={
            "required": _("Choose the file you saved, of one megabyte at most."),
            "missing": _("Choose the file you saved, of one megabyte at most."),
            "empty": _("This file is empty."),
        },
    )

    def clean_copy(self) -> bytes:
        """The bytes of the file, which is only ever held in memory."""
        sent = self.cleaned_data["copy"]
        if sent.size > MOST_PACKED:
            raise forms.ValidationError(_("This file is too big to be such a copy."))
        held: bytes = sent.read()
        return held
