"""Why a date is called off."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kit.words import LineField


class CancelForm(forms.Form):
    """A reason helps people who had planned to come; nobody has to give one."""

    why = LineField(max_length=120, required=False, label=_("Why"))
