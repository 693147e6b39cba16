"""A reply, and the line that goes with what is held."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _

from openchair.groups.models import Group
from openchair.kit.words import WordsField
from openchair.shares.answering import Composer
from openchair.shares.beginnings import is_as_it_stood
from openchair.shares.told import MOST_WORDS
from openchair.support.pointing import Guard, Pointed


class ReplyForm(forms.Form):
    """Words, named as the share asks for them."""

    words = WordsField(max_length=MOST_WORDS)

    def __init__(
        self, data: Mapping[str, object] | None, *, composer: Composer | None = None, begun: str = ""
    ) -> None:
        super().__init__(data, initial={"words": begun})
        self.fields["words"].error_messages["required"] = _("Write a word or two first.")
        if composer:
            self.fields["words"].label = str(composer.label)
            self.fields["words"].help_text = str(composer.hint)

    def clean_words(self) -> str:
        """Nobody is answered with words of ours: a beginning goes out only once it was made one's own."""
        words: str = self.cleaned_data["words"]
        if is_as_it_stood(words):
            raise forms.ValidationError(
                _("This is still the beginning as we wrote it. Please go on from it in words of your own.")
            )
        return words

    def points_at(self, group: Group) -> Pointed | None:
        """What could lead to the writer and was not pointed at yet; None once they have seen it all."""
        pointed = Guard(group).at(self.cleaned_data["words"])
        return pointed if pointed and pointed.is_new_to(str(self.data.get("seen", ""))) else None

    def say_wait(self) -> None:
        """Enough was written for now."""
        self.add_error(
            "words", _("That is a lot in a short time. Please wait a little. Your words are still here.")
        )
