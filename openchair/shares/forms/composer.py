"""What somebody wants to say, to whom, and what would help."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.models import Group
from openchair.kit.words import LineField, WordsField
from openchair.people.topics import Topic
from openchair.shares.models import Share
from openchair.shares.told import MOST_WORDS, OTHER_LENGTH, Kind, Need, Told
from openchair.support.pointing import Guard, Pointed

# A turn is told in a thread, which has a form of its own.
_KINDS = [(one.value, one.label) for one in Kind if one != Kind.TURN]


class ShareForm(forms.Form):
    """One share. `names`: under which it may stand here; a single one is not asked for.

    `whole`: it is to be shown to others now. Until then nothing is needed.
    """

    audience = forms.ChoiceField(choices=Share.Audience.choices, label=gettext_lazy("Who can see this"))
    kind = forms.ChoiceField(choices=_KINDS, label=gettext_lazy("It is"))
    words = WordsField(max_length=MOST_WORDS, label=gettext_lazy("What would you like to say?"))
    need = forms.ChoiceField(
        choices=[("", gettext_lazy("Nothing in particular")), *Need.choices],
        required=False,
        label=gettext_lazy("What would help"),
    )
    topics = forms.MultipleChoiceField(
        choices=Topic.choices, required=False, label=gettext_lazy("It speaks of")
    )
    other = LineField(max_length=OTHER_LENGTH, required=False, label=gettext_lazy("Something else"))
    named = forms.ChoiceField(choices=Share.Named.choices, label=gettext_lazy("Show it"))

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        names: Sequence[str],
        share: Share | None = None,
        whole: bool = True,
    ) -> None:
        super().__init__(data, initial=_as_typed(share) if share else _AT_FIRST)
        self.fields["words"].required = self.fields["kind"].required = whole
        self.fields["words"].error_messages["required"] = _("Write a word or two first.")
        for name in ("audience", "kind", "need", "topics", "named"):
            trouble = dict.fromkeys(("required", "invalid_choice"), _("Please choose one of these."))
            self.fields[name].error_messages |= trouble
        if len(names) > 1:
            named = cast(forms.ChoiceField, self.fields["named"])
            named.choices = [(one, Share.Named(one).label) for one in names]
        else:
            del self.fields["named"]

    def reach_no_further(self, within: Collection[str]) -> None:
        """Offer only these audiences, and say why where that is not all of them."""
        if len(within) == len(Share.Audience):
            return
        audience = cast(forms.ChoiceField, self.fields["audience"])
        audience.choices = [one for one in Share.Audience.choices if one[0] in within]
        audience.help_text = _(
            "Answers stay with those they were given for, so it can go to fewer people, not to more. "
            "To reach more, share it anew."
        )
        audience.error_messages["invalid_choice"] = _TOO_WIDE

    def say_too_wide(self, within: Collection[str]) -> None:
        """Somebody answered while this was on its way."""
        self.reach_no_further(within)
        self.add_error("audience", str(_TOO_WIDE))

    @property
    def told(self) -> Told:
        """What was said."""
        said = self.cleaned_data
        return Told(said["words"], said["kind"], said["need"], tuple(said["topics"]), said["other"])

    def points_at(self, group: Group) -> Pointed | None:
        """What could lead to the writer and was not pointed at yet; None once they have seen it all."""
        told = self.told
        pointed = None
        if self.cleaned_data["audience"] != _TO_ONESELF:
            pointed = Guard(group).at(told.words, told.other)
        return pointed if pointed and pointed.is_new_to(str(self.data.get("seen", ""))) else None

    @property
    def name_shown(self) -> str:
        """Under which name."""
        return str(self.cleaned_data.get("named", Share.Named.ALIAS))


_TOO_WIDE = gettext_lazy("Others would read answers that were not given for them. Please choose again.")
_TO_ONESELF = Share.Audience.ME
_AT_FIRST: dict[str, object] = {
    "audience": Share.Audience.GROUP,
    "named": Share.Named.ALIAS,
    "need": "",
}


def _as_typed(share: Share) -> dict[str, object]:
    told = share.says
    if told is None:
        return _AT_FIRST
    typed = {"words": told.words, "kind": told.kind, "need": told.need, "other": told.other}
    return {**typed, "topics": list(told.topics), "audience": share.audience, "named": share.named}
