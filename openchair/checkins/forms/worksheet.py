"""The boxes of a sheet."""

from collections.abc import Mapping
from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.checkins.worksheets import Sheet
from openchair.kit.words import WordsField

ANSWER_LENGTH: Final = 2000


class WorksheetForm(forms.Form):
    """A box for each question; any of them may stay empty, but not all."""

    def __init__(
        self, data: Mapping[str, object] | None, *, sheet: Sheet, answers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(data, initial=dict(answers or {}))
        self.sheet = sheet
        for one in sheet.questions:
            field = WordsField(label=str(one.label), max_length=ANSWER_LENGTH, required=False)
            field.help_text = str(one.hint)
            self.fields[one.name] = field

    def clean(self) -> None:
        """Something was written."""
        if not self.errors and not any(self.cleaned_data.values()):
            self.add_error(self.sheet.questions[0].name, _("Write in one of the boxes at least."))
