"""Three words of the paper key, typed back."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from openchair.project.ringing.asking import is_said

Typed = QueryDict | Mapping[str, str] | None


class TypeWords(forms.Form):
    """Asks for the words of these numbers (from 1), to show that all of them are on paper."""

    def __init__(self, data: Typed, *, words: str, asked: Sequence[int]) -> None:
        super().__init__(data)
        self.words, self.asked = words, asked
        for number in asked:
            field = forms.CharField(max_length=40, label=_("Word %(number)d") % {"number": number})
            field.error_messages["required"] = _("Type word %(number)d from your paper.") % {"number": number}
            self.fields[f"word_{number}"] = field

    def clean(self) -> None:
        """Refuse each word that is another."""
        for number in self.asked:
            typed: str | None = self.cleaned_data.get(f"word_{number}")
            if typed and not is_said(self.words, number, typed):
                self.add_error(f"word_{number}", _("This is another word. Look at your paper once more."))
