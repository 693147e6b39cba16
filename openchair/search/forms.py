"""What one looks for, and where."""

from collections.abc import Mapping, Sequence
from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.search.matching import Wanted

MOST: Final = 100  # signs
MINE: Final = "mine"
PLACE: Final = 60  # signs of the place from which to look on


class SearchForm(forms.Form):
    """A few words; one's own things or a group's; and from where to look further back."""

    words = forms.CharField(
        max_length=MOST,
        label=gettext_lazy("Words to look for"),
        error_messages={
            "required": gettext_lazy("Please type a word to look for."),
            "max_length": gettext_lazy("Please type fewer words: a hundred letters at most."),
        },
    )
    where = forms.ChoiceField(
        label=gettext_lazy("Where"),
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Please choose one of these.")
        ),
    )
    after = forms.CharField(max_length=PLACE, required=False)

    def __init__(
        self, data: Mapping[str, object] | None, *, groups: Sequence[tuple[str, str]], where: str
    ) -> None:
        places = [(MINE, _("What I wrote myself")), *groups]
        chosen = where if where in dict(places) else MINE
        super().__init__(data, initial={"where": chosen})
        self.fields["where"].choices = places  # type: ignore[attr-defined]

    def clean_words(self) -> str:
        """One letter stands in almost everything."""
        words: str = self.cleaned_data["words"]
        if Wanted.of(words).is_vague:
            raise ValidationError(_("Please type at least two letters."))
        return words
