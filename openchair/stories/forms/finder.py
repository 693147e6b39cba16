"""Which stories of the library somebody looks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.stories.told import Stage, Theme


class FinderForm(forms.Form):
    """By a theme, by where it is told from, or both. Whatever is none of ours asks for all of them."""

    theme = forms.ChoiceField(
        choices=[("", _("All themes")), *Theme.choices], required=False, label=_("Theme")
    )
    stage = forms.ChoiceField(
        choices=[("", _("Anywhere on the way")), *Stage.choices], required=False, label=_("Told from")
    )

    def chosen(self, name: str) -> str:
        """What was chosen, or nothing."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
