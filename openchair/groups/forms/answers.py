"""What was filled in, in words: for looking it over before it is sent."""

from django import forms
from django.utils.translation import gettext as _

Answer = tuple[str, str]


def answers(form: forms.Form) -> list[Answer]:
    """Label and answer of every field, choices by their label."""
    return [(str(field.label), _said(field, form.cleaned_data[field.name])) for field in form]


def _said(field: forms.BoundField, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field.field, forms.ChoiceField):
        return str(dict(field.field.choices).get(value, value))  # type: ignore[arg-type]
    return str(value) or _("nothing")
