"""A line of a host to somebody of the group, about what they wrote."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models.membership import REASON_LENGTH
from openchair.kit.words import WordsField


class LineForm(forms.Form):
    """Why, and what could be changed. `has_nobody`: the words say that their writer is gone."""

    line = WordsField(max_length=REASON_LENGTH, label=gettext_lazy("A line to whoever wrote it"))

    def __init__(self, data: Mapping[str, object] | None, *, has_nobody: bool = False) -> None:
        super().__init__(data)
        self.fields["line"].error_messages["required"] = _("Write a line. They will read it.")
        if has_nobody:
            self.fields["line"].label = _("A line for the hosts")
            self.fields["line"].error_messages["required"] = _("Write a line. Other hosts will read it.")
