"""What is typed in and at the door of a room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.groups.aliases import whats_wrong
from openchair.groups.models.membership import ALIAS_LENGTH
from openchair.kit.words import LineField, WordsField
from openchair.meetings.models import ChatRule
from openchair.rooms.models import Response, Role, Room

MOST_LETTERS = 2000


class AliasForm(forms.Form):
    """The name a guest goes by in this meeting."""

    alias = LineField(max_length=ALIAS_LENGTH, label=_("Your name for this meeting"))

    def clean_alias(self) -> str:
        """A guest's name keeps to the same rules as a member's: no role, no address, nothing unseen."""
        alias: str = self.cleaned_data["alias"]
        if wrong := whats_wrong(alias):
            raise forms.ValidationError(wrong)
        return alias


class SayForm(forms.Form):
    """Something to say."""

    words = WordsField(max_length=MOST_LETTERS, label=_("Your words"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["words"].error_messages["required"] = _("There are no words here yet.")


class DoorForm(forms.Form):
    """Who comes in, and who may write."""

    door = forms.ChoiceField(choices=Room.Door.choices, label=_("Door"), widget=forms.RadioSelect)
    chat = forms.ChoiceField(choices=ChatRule.choices, label=_("Who may write"), widget=forms.RadioSelect)


class DutyForm(forms.Form):
    """A role for somebody."""

    role = forms.ChoiceField(choices=Role.choices)


class ResponseForm(forms.Form):
    """A response to something that was said: its id and a kind."""

    utterance = forms.CharField(max_length=32)
    kind = forms.ChoiceField(choices=Response.Kind.choices)
