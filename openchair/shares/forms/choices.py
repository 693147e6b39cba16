"""What a group settles about sharing, and what a reader does not want to see."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Norms
from openchair.people.topics import Topic


class NormsForm(forms.Form):
    """May a share stand without a name?"""

    unnamed = forms.ChoiceField(
        choices=Norms.Unnamed.choices, label=gettext_lazy("May people share without a name?")
    )

    def __init__(self, data: Mapping[str, object] | None, *, norms: Norms) -> None:
        super().__init__(data, initial={"unnamed": norms.unnamed})
        trouble = dict.fromkeys(("required", "invalid_choice"), _("Please choose one of these."))
        self.fields["unnamed"].error_messages |= trouble


class WishesForm(forms.Form):
    """Topics to leave out."""

    topics = forms.MultipleChoiceField(
        required=False,
        choices=Topic.choices,
        label=gettext_lazy("Leave out shares and stories with a care note about"),
        error_messages={"invalid_choice": gettext_lazy("Tick only what stands here.")},
    )

    def __init__(self, data: Mapping[str, object] | None, *, topics: Sequence[str]) -> None:
        super().__init__(data, initial={"topics": list(topics)})
