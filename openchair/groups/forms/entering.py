"""Coming in: a name, and yes to the agreement."""

from abc import abstractmethod
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups import joining
from openchair.groups.aliases import AliasTaken
from openchair.groups.forms.aliases import NamedForm
from openchair.groups.models import Group, Invitation, JoinRequest, Membership
from openchair.groups.models.join_request import NOTE_LENGTH
from openchair.kit.words import WordsField
from openchair.people.models import Person


class EnteringForm(NamedForm):
    """What every way in asks for. The version that was read travels along."""

    agreed = forms.BooleanField(label=gettext_lazy("I have read the agreement and accept it"))

    def __init__(self, data: Mapping[str, object] | None, *, group: Group, person: Person) -> None:
        mine = Membership.objects.filter(group=group, person=person).first()
        super().__init__(data, group=group, mine=mine)
        self.into, self.person, self.agreement = group, person, group.agreement
        self.fields["agreed"].error_messages["required"] = _("Tick this when you accept the agreement.")

    def clean_agreed(self) -> bool:
        if self.data.get("version") != str(self.agreement.version):
            raise forms.ValidationError(_("The agreement has changed. Please read it once more."))
        return True

    @abstractmethod
    def enter(self) -> object:
        """Do what this form is for. Raises AliasTaken."""

    def save(self) -> bool:
        """True when the way in was taken."""
        try:
            self.enter()
        except AliasTaken:
            self.say_taken()
        return not self.errors


class JoinForm(EnteringForm):
    """In by the open door."""

    def enter(self) -> Membership:
        return joining.join(person=self.person, group=self.into, alias=self.cleaned_data["alias"])


class AskForm(EnteringForm):
    """Asking the hosts."""

    note = WordsField(max_length=NOTE_LENGTH, required=False, label=gettext_lazy("A line to the hosts"))

    def enter(self) -> JoinRequest:
        told = self.cleaned_data
        return joining.ask(person=self.person, group=self.into, alias=told["alias"], note=told["note"])


class RedeemForm(EnteringForm):
    """In by invitation."""

    invitation: Invitation

    def enter(self) -> Membership:
        alias = self.cleaned_data["alias"]
        return joining.redeem(person=self.person, invitation=self.invitation, alias=alias)
