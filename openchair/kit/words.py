"""What people type, made safe to keep and to show. Nothing here changes what was meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LINE_LENGTH = 80
WORDS_LENGTH = 4000
MOST_MARKS = 4
# Format characters that join emoji and shape Arabic or Indic text stay; direction overrides do not.
_KEPT_FORMATS = {"\u200c", "\u200d", "\u200e", "\u200f"}


def tidy(text: str) -> str:
    """Text in NFC, with line ends as \\n, without control characters, stacked marks or bidi overrides."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_without_noise(text)).strip()


def tidy_line(text: str) -> str:
    """As `tidy`, on one line, runs of white space made one space."""
    return re.sub(r"\s+", " ", tidy(text))


def _without_noise(text: str) -> Iterator[str]:
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > MOST_MARKS or (kind in ("Cc", "Cs", "Co", "Cn") and letter not in "\n\t"):
            continue
        if kind == "Cf" and letter not in _KEPT_FORMATS:
            continue
        yield letter


class LineField(forms.CharField):
    """One tidy line of text."""

    def __init__(
        self, *, max_length: int = LINE_LENGTH, required: bool = True, label: str | _StrPromise = ""
    ) -> None:
        super().__init__(max_length=max_length, required=required, label=label or None)
        self.error_messages["max_length"] = _("This is too long. Please keep it to %(limit_value)d letters.")

    def to_python(self, value: object) -> str:
        return tidy_line(str(value)) if value is not None else ""


class WordsField(forms.CharField):
    """Several tidy lines of text."""

    def __init__(
        self, *, max_length: int = WORDS_LENGTH, required: bool = True, label: str | _StrPromise = ""
    ) -> None:
        super().__init__(max_length=max_length, required=required, label=label or None, widget=forms.Textarea)
        self.error_messages["max_length"] = _(
            "This is too long. Please keep it to %(limit_value)d letters. What you wrote is still here."
        )

    def to_python(self, value: object) -> str:
        return tidy(str(value)) if value is not None else ""
