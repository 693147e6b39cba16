"""What people type is bounded, composed, and cannot reach out of its place (S77)."""

import unicodedata

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as some

from openchair.kit.words import MOST_MARKS, LineField, WordsField, tidy
from tests.hardening.forms import every_form

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\u200b\ufeff\u00ad"
HOSTILE = some.text(
    some.one_of(some.characters(), some.sampled_from(f"{OVERRIDES}\0\x1b\r\n\u0301\u0488\u20dd\u200d\u202e"))
)

# Compared or hashed to their last letter, never kept or shown; what bounds them is the whole body's most.
SECRETS = {
    *("ChooseSignIn.own", "ChooseWords.own", "SayWords.words", "SignIn.handle", "SignIn.words"),
    *("TypeCode.code", "TypeEnding.ending", "Sample.secret"),
}

pytestmark = pytest.mark.requirement("S77")


def texts() -> list[tuple[str, forms.CharField]]:
    """Every field of every form into which somebody types freely, by `Form.name`."""
    return [
        (f"{form.__name__}.{name}", field)
        for form in every_form()
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField) and f"{form.__name__}.{name}" not in SECRETS
    ]


def test_every_field_of_text_has_a_most() -> None:
    assert len(texts()) > 15
    assert [name for name, field in texts() if not field.max_length or field.max_length > 8000] == []


def test_a_field_tells_when_it_is_too_long_and_never_cuts() -> None:
    for name, field in texts():
        with pytest.raises(forms.ValidationError):
            field.clean("x " * (field.max_length or 0) + "x" * (field.max_length or 0))
        assert name


@given(HOSTILE)
def test_what_is_kept_is_composed_and_holds_nothing_that_reaches_out(typed: str) -> None:
    kept = tidy(typed)
    assert unicodedata.is_normalized("NFC", kept)
    assert not set(kept) & set(OVERRIDES)
    assert not [
        one for one in kept if unicodedata.category(one) in ("Cc", "Cs", "Co", "Cn") and one not in "\n\t"
    ]
    assert _longest_pile(kept) <= MOST_MARKS
    assert tidy(kept) == kept


@given(HOSTILE)
def test_fields_keep_what_is_tidy_or_refuse(typed: str) -> None:
    for field in (LineField(max_length=40, required=False), WordsField(max_length=200, required=False)):
        try:
            kept = field.clean(typed)
        except forms.ValidationError:
            continue
        assert len(kept) <= (field.max_length or 0)
        assert unicodedata.is_normalized("NFC", kept)
        assert not set(kept) & set(OVERRIDES)
    assert "\n" not in LineField(max_length=10_000, required=False).to_python(typed)


def test_words_of_other_scripts_stay_as_they_are() -> None:
    for words in ("क्षत्रिय", "می‌خواهم", "👩‍👩‍👧", "Việt", "ภาษาไทย", "ﷺ", "e\u0301".replace("e\u0301", "é")):
        assert tidy(words) == words


def _longest_pile(text: str) -> int:
    longest = pile = 0
    for letter in text:
        pile = pile + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        longest = max(longest, pile)
    return longest
