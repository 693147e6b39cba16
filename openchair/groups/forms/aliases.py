"""A name for one group."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups import joining
from openchair.groups.aliases import AliasTaken, is_taken, whats_wrong
from openchair.groups.models import Group, Membership
from openchair.groups.models.membership import ALIAS_LENGTH
from openchair.kit.words import LineField


class NamedForm(forms.Form):
    """Any form that asks for a name in a group: a new one when `group` is None."""

    alias = LineField(max_length=ALIAS_LENGTH, label=gettext_lazy("Your name in this group"))

    def __init__(
        self, data: Mapping[str, object] | None, *, group: Group | None, mine: Membership | None = None
    ) -> None:
        initial = {"alias": mine.alias} if mine else {}
        super().__init__(data, initial=initial)
        self.group, self.mine = group, mine
        self.fields["alias"].error_messages["required"] = _("Choose a name for this group.")

    def clean_alias(self) -> str:
        alias: str = self.cleaned_data["alias"]
        if trouble := whats_wrong(alias):
            raise forms.ValidationError(trouble)
        if self.group and is_taken(self.group, alias, besides=self.mine):
            raise forms.ValidationError(_taken())
        return alias

    def say_taken(self) -> None:
        """Somebody took the name between our look and our write."""
        self.add_error("alias", _taken())


class AliasForm(NamedForm):
    """Another name in a group one is in."""

    def __init__(self, data: Mapping[str, object] | None, *, member: Membership) -> None:
        super().__init__(data, group=member.group, mine=member)
        self.member = member

    def save(self) -> bool:
        """True when the new name stands."""
        try:
            joining.rename(membership=self.member, alias=self.cleaned_data["alias"])
        except AliasTaken:
            self.say_taken()
        return not self.errors


def _taken() -> str:
    return _("Somebody here has this name, or one that looks like it. Please choose another.")
