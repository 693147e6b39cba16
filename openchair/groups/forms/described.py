"""A group's description of itself."""

from collections.abc import Mapping

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups import editing
from openchair.groups.first_agreement import agreement_text
from openchair.groups.forms.aliases import NamedForm
from openchair.groups.founding import Description, found_group
from openchair.groups.languages import LANGUAGES
from openchair.groups.models import Group
from openchair.kit.words import LineField, WordsField
from openchair.people.models import Person

AGREEMENT_LENGTH = 4000
_CHOSEN = ("approach", "goal", "crosstalk", "audience", "language", "joining")


class DescribedForm(forms.Form):
    """The fields a group has from its founding on."""

    name = LineField(max_length=60, label=gettext_lazy("Name of the group"))
    focus = LineField(max_length=60, label=gettext_lazy("What it is about"))
    purpose = WordsField(max_length=600, required=False, label=gettext_lazy("What people find here"))
    approach = forms.ChoiceField(choices=Group.Approach.choices, label=gettext_lazy("How it works"))
    goal = forms.ChoiceField(choices=Group.Goal.choices, label=gettext_lazy("Goals"))
    language = forms.ChoiceField(choices=LANGUAGES, label=gettext_lazy("Language"))
    crosstalk = forms.ChoiceField(choices=Group.Crosstalk.choices, label=gettext_lazy("Answering each other"))
    audience = forms.ChoiceField(choices=Group.Audience.choices, label=gettext_lazy("Who it is for"))
    listed = forms.BooleanField(required=False, label=gettext_lazy("Show this group to everyone"))
    joining = forms.ChoiceField(choices=Group.Joining.choices, label=gettext_lazy("How people join"))
    guests = forms.BooleanField(required=False, label=gettext_lazy("Guests are welcome at meetings"))
    agreement = WordsField(max_length=AGREEMENT_LENGTH, label=gettext_lazy("Agreement"))

    def mend_messages(self) -> None:
        """Say what is missing in the words of this form."""
        self.fields["name"].error_messages["required"] = _("Give the group a name.")
        self.fields["focus"].error_messages["required"] = _("Say what the group is about, in a word or two.")
        self.fields["agreement"].error_messages["required"] = _("Write at least one line people agree to.")
        for name in _CHOSEN:
            for kind in ("required", "invalid_choice"):
                self.fields[name].error_messages[kind] = _("Please choose one of these.")

    @property
    def described(self) -> Description:
        """Everything but name, focus and agreement."""
        told = self.cleaned_data
        return Description(
            purpose=told["purpose"],
            approach=told["approach"],
            goal=told["goal"],
            language=told["language"],
            crosstalk=told["crosstalk"],
            audience=told["audience"],
            listed=told["listed"],
            joining=told["joining"],
            guests=told["guests"],
        )


class FoundingForm(DescribedForm, NamedForm):
    """A new group, and the founder's name in it."""

    field_order = tuple(DescribedForm.base_fields)

    def __init__(self, data: Mapping[str, object] | None, *, language: str = "en") -> None:
        super().__init__(data, group=None)
        self.mend_messages()
        self.initial.update(
            approach=Group.Approach.OPEN,
            goal=Group.Goal.ANY,
            crosstalk=Group.Crosstalk.NONE,
            audience=Group.Audience.ANYONE,
            joining=Group.Joining.ASK,
            language=language,
            agreement=agreement_text(),
        )

    def found(self, person: Person) -> Group:
        """The new group."""
        told = self.cleaned_data
        return found_group(
            person=person,
            alias=told["alias"],
            agreement=told["agreement"],
            name=told["name"],
            focus=told["focus"],
            **self.described,
        )


class EditForm(DescribedForm):
    """The description of a group that stands."""

    def __init__(self, data: Mapping[str, object] | None, *, group: Group) -> None:
        initial = {name: getattr(group, name) for name in self.base_fields if name != "agreement"}
        super().__init__(data, initial=initial | {"agreement": group.agreement.words})
        self.mend_messages()
        self.group = group

    def save(self) -> bool:
        """Write the description; True when the agreement changed, which asks everyone to accept it anew."""
        told = self.cleaned_data
        with transaction.atomic():
            editing.describe(group=self.group, name=told["name"], focus=told["focus"], **self.described)
            return editing.change_agreement(group=self.group, words=told["agreement"])
