"""What a meeting is to be about."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Membership
from openchair.kit.words import LineField
from openchair.meetings.models.topic import MOST_LETTERS
from openchair.support.pointing import staying_here


class TopicForm(forms.Form):
    """A few words."""

    words = LineField(max_length=MOST_LETTERS, label=_("What shall it be about?"))

    def __init__(self, data: Mapping[str, object] | None, *, by: Membership, before: str = "") -> None:
        super().__init__(data, initial={"words": before})
        self.by = by

    def clean_words(self) -> str:
        """Somebody new brings in no way to reach them."""
        return staying_here(self.cleaned_data["words"], by=self.by)
