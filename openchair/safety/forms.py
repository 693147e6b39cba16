"""What people fill in about words that troubled them."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.kit.words import WordsField
from openchair.safety.models import Answer, Report
from openchair.safety.models.report import NOTE_LENGTH


class TellForm(forms.Form):
    """Why the hosts should look at the words."""

    reason = forms.ChoiceField(choices=Report.Reason.choices, label=gettext_lazy("What is it about?"))
    note = WordsField(max_length=NOTE_LENGTH, required=False, label=gettext_lazy("Anything they should know"))

    def __init__(self, data: Mapping[str, object] | None) -> None:
        super().__init__(data)
        for kind in ("required", "invalid_choice"):
            self.fields["reason"].error_messages[kind] = _("Choose what comes closest.")


class AnswerForm(forms.Form):
    """What a host did about it."""

    done = forms.ChoiceField(choices=Answer.Done.choices, label=gettext_lazy("What did you do?"))

    def __init__(self, data: Mapping[str, object] | None) -> None:
        super().__init__(data)
        for kind in ("required", "invalid_choice"):
            self.fields["done"].error_messages[kind] = _("Choose what comes closest.")
