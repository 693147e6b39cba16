"""What people fill in to be told, and how they wish to be."""

from collections.abc import Mapping
from datetime import time, timedelta

from django import forms
from django.core.validators import EmailValidator
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.kit.clock import now
from openchair.kit.words import tidy_line
from openchair.notices import far_away, push, saying, timing
from openchair.notices.far_away import Refused
from openchair.notices.home import home_zone
from openchair.notices.kinds import Kind
from openchair.notices.models import Reminder, Wishes
from openchair.notices.models.mail_address import LONGEST_ADDRESS
from openchair.notices.models.push_device import LONGEST_ENDPOINT
from openchair.notices.reminding import When
from openchair.notices.timing import EVERY_DAY
from openchair.people.models import Person

Typed = Mapping[str, object] | None
_NO_TIME = gettext_lazy("Type a time, such as 20:00.")


class SetReminder(forms.Form):
    """At which time of day on which days; or how long before a thing begins."""

    wall = forms.TimeField(
        label=gettext_lazy("At what time"), error_messages={"required": _NO_TIME, "invalid": _NO_TIME}
    )
    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On which days"),
        coerce=int,
        choices=list(WEEKDAYS.items()),
        error_messages={"required": gettext_lazy("Choose one day or more.")},
    )
    before = forms.TypedChoiceField(
        label=gettext_lazy("How long before"),
        coerce=int,
        error_messages={"required": gettext_lazy("Choose one of these.")},
    )

    def __init__(self, data: Typed, *, person: Person, kind: Kind, subject: str) -> None:
        before = Reminder.objects.filter(person=person, kind=kind.name, subject=subject).first()
        super().__init__(data, initial=_as_typed(before, kind))
        self.person, self.kind, self.subject = person, kind, subject
        self.fields["before"].choices = [(one, saying.before(one)) for one in kind.befores]  # type: ignore[attr-defined]
        unasked = ("wall", "days") if kind.next_after else ("before",)
        for name in (*unasked, "days") if kind.on_its_days else unasked:
            self.fields.pop(name, None)

    def clean(self) -> None:
        """Nothing is promised that the person's own quiet hours would keep from them."""
        name = "before" if self.kind.next_after else "wall"
        comes, wishes = self._comes(), Wishes.of(self.person)
        if comes is not None and timing.is_quiet(comes, wishes.quiet_from, wishes.quiet_until):
            hours = {"from": f"{wishes.quiet_from:%H:%M}", "until": f"{wishes.quiet_until:%H:%M}"}
            words = _(
                "This would come at %(at)s, in your quiet hours (%(from)s to %(until)s). Choose another"
                " time, or change the quiet hours first."
            )
            self.add_error(name, words % (hours | {"at": f"{comes:%H:%M}"}))

    def chosen(self) -> When:
        """As `reminding.remind` takes it."""
        told = self.cleaned_data
        if self.kind.next_after:
            return When(minutes_before=told["before"])
        weekdays = sum(1 << day for day in told["days"]) if "days" in told else EVERY_DAY
        return When(wall=told["wall"].replace(second=0), weekdays=weekdays)

    def _comes(self) -> time | None:
        """The time of day at which it would come next, at home."""
        if self.kind.next_after is None:
            wall: time | None = self.cleaned_data.get("wall")
            return wall
        if "before" not in self.cleaned_data:
            return None
        before = timedelta(minutes=self.cleaned_data["before"])
        begins = self.kind.next_after(self.person, self.subject, now() + before)
        return (begins - before).astimezone(home_zone(self.person)).time() if begins else None


class SayWishes(forms.Form):
    """How much may leave this site, and when nothing does."""

    level = forms.ChoiceField(
        label=gettext_lazy("What may reach you outside of this site"),
        choices=Wishes.Level.choices,
        error_messages={"required": gettext_lazy("Choose one of these.")},
    )
    quiet_from = forms.TimeField(
        label=gettext_lazy("Quiet from"), error_messages={"required": _NO_TIME, "invalid": _NO_TIME}
    )
    quiet_until = forms.TimeField(
        label=gettext_lazy("until"), error_messages={"required": _NO_TIME, "invalid": _NO_TIME}
    )

    def __init__(self, data: Typed, *, wishes: Wishes) -> None:
        names = ("level", "quiet_from", "quiet_until")
        super().__init__(data, initial={name: getattr(wishes, name) for name in names})


class AddDevice(forms.Form):
    """What a browser says of its own push subscription; nobody types it."""

    endpoint = forms.CharField(max_length=LONGEST_ENDPOINT, widget=forms.HiddenInput)
    public_key = forms.CharField(max_length=100, widget=forms.HiddenInput)
    auth = forms.CharField(max_length=30, widget=forms.HiddenInput)

    def clean_endpoint(self) -> str:
        """A push service in the world, by https, and nothing else."""
        try:
            far_away.looked_at(self.cleaned_data["endpoint"])
        except Refused:
            raise forms.ValidationError("elsewhere") from None
        return str(self.cleaned_data["endpoint"])

    def clean(self) -> None:
        """Keys that a message can be sealed for."""
        if self.errors:
            return
        try:
            auth = push.as_bytes(self.cleaned_data["auth"])
            push.sealed(b"", public_key=push.as_bytes(self.cleaned_data["public_key"]), auth=auth)
        except ValueError:
            self.add_error("public_key", "damaged")
        else:
            if len(auth) != 16:
                self.add_error("auth", "damaged")


class GiveAddress(forms.Form):
    """A mail address."""

    address = forms.CharField(
        label=gettext_lazy("Mail address"),
        max_length=LONGEST_ADDRESS,
        validators=[EmailValidator(gettext_lazy("Type an address such as name@example.org."))],
        error_messages={
            "required": gettext_lazy("Type the address the notes should come to."),
            "max_length": gettext_lazy("This is longer than any mail address."),
        },
    )

    def clean_address(self) -> str:
        """As it is written on the envelope."""
        return tidy_line(self.cleaned_data["address"])

    def refuse(self) -> None:
        """Too many questions were sent today."""
        self.add_error("address", _("Several mails were asked for already today. Please try again tomorrow."))


class MakeFeed(forms.Form):
    """What a calendar may say."""

    tells_names = forms.BooleanField(
        label=gettext_lazy("Tell the names of meetings and reminders"), required=False
    )


def _as_typed(reminder: Reminder | None, kind: Kind) -> dict[str, object]:
    if reminder is None:
        return {"days": list(range(7)), "before": kind.befores[len(kind.befores) // 2]}
    days = [day for day in range(7) if reminder.weekdays >> day & 1]
    return {"wall": reminder.wall, "days": days, "before": reminder.minutes_before}
