"""A meeting as its hosts plan it."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.languages import LANGUAGES
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.kit.words import LineField
from openchair.meetings import scheduling
from openchair.meetings.forms.zone import zone_choices
from openchair.meetings.models import ChatRule, Door, Format, Series
from openchair.meetings.models.series import LARGEST, LONGEST, SHORTEST, SMALLEST
from openchair.meetings.recurrence import Rule
from openchair.meetings.scheduling import NeverHeld, OnNow, Plan

Typed = Mapping[str, object] | None
FARTHEST = timedelta(days=731)
WEEKLY, ONCE = "weekly", "once"
_REPEATS = [(WEEKLY, gettext_lazy("Every week")), (ONCE, gettext_lazy("Once"))]


class MeetingForm(forms.Form):
    """One page for everything: when, for how long, how it goes, and who comes in how."""

    name = LineField(max_length=80, label=gettext_lazy("Name of the meeting"))
    repeats = forms.ChoiceField(choices=_REPEATS, label=gettext_lazy("How often"), initial=WEEKLY)
    weekday = forms.TypedChoiceField(
        choices=list(WEEKDAYS.items()), coerce=int, required=False, label=gettext_lazy("Weekday"), initial=0
    )
    on = forms.DateField(required=False, label=gettext_lazy("Date"))
    wall = forms.TimeField(label=gettext_lazy("Begins at"))
    zone = forms.ChoiceField(choices=zone_choices, label=gettext_lazy("On the clock of"))
    minutes = forms.IntegerField(
        min_value=SHORTEST, max_value=LONGEST, label=gettext_lazy("Minutes it lasts"), initial=60
    )
    format = forms.ChoiceField(
        choices=Format.choices, label=gettext_lazy("How it goes"), initial=Format.SHARING
    )
    language = forms.ChoiceField(choices=LANGUAGES, label=gettext_lazy("Language"))
    door = forms.ChoiceField(choices=Door.choices, label=gettext_lazy("Who comes in"), initial=Door.MEMBERS)
    chat_rule = forms.ChoiceField(
        choices=ChatRule.choices, label=gettext_lazy("Who may write"), initial=ChatRule.SPEAKER
    )
    capacity = forms.IntegerField(
        min_value=SMALLEST, max_value=LARGEST, label=gettext_lazy("People at most"), initial=200
    )

    def __init__(self, data: Typed, *, group: Group, zone: str = "UTC", series: Series | None = None) -> None:
        fresh = {"zone": zone, "language": group.language}
        super().__init__(data, initial=_as_typed(series) if series else fresh)
        self.group, self.series = group, series
        for field in self.fields.values():
            field.error_messages |= _messages()
        self.fields["name"].error_messages["required"] = _("Give the meeting a name.")
        self.fields["wall"].error_messages["required"] = _("Say when it begins, such as 20:00.")

    def clean_wall(self) -> time:
        """Meetings begin on the minute."""
        wall: time = self.cleaned_data["wall"]
        return wall.replace(second=0, microsecond=0)

    def clean_on(self) -> date | None:
        """Nobody plans a meeting for the year 9999: a mistyped year is said, not kept."""
        on: date | None = self.cleaned_data["on"]
        if on and abs(on - now().date()) > FARTHEST:
            raise forms.ValidationError(_("Choose a date within the next two years."))
        return on

    def clean(self) -> None:
        """A weekday or a date, as was chosen above them."""
        wanted = {WEEKLY: "weekday", ONCE: "on"}.get(self.cleaned_data.get("repeats", ""))
        if wanted and wanted not in self.errors and self.cleaned_data.get(wanted) in {None, ""}:
            self.add_error(wanted, _("Choose a weekday.") if wanted == "weekday" else _("Say on which date."))

    def save(self) -> Series | None:
        """The meeting, new or changed; None when it cannot be, with the reason beside the field."""
        try:
            if self.series:
                return scheduling.change(series=self.series, plan=self._plan())
            return scheduling.schedule(group=self.group, plan=self._plan())
        except NeverHeld:
            self.add_error("on", _("This date has passed. Choose one that is still to come."))
        except OnNow:
            self.add_error("wall", _("It is on, or about to begin. Change its time when it is over."))
        return None

    def _plan(self) -> Plan:
        told = self.cleaned_data
        once = told["repeats"] == ONCE
        day = {"on": told["on"]} if once else {"weekday": told["weekday"]}
        return Plan(
            name=told["name"],
            rule=Rule(wall=told["wall"], zone=told["zone"], minutes=told["minutes"], **day),
            format=told["format"],
            language=told["language"],
            door=told["door"],
            chat_rule=told["chat_rule"],
            capacity=told["capacity"],
        )


def _as_typed(series: Series) -> dict[str, object]:
    kept = [name for name in MeetingForm.base_fields if name != "repeats"]
    return {name: getattr(series, name) for name in kept} | {"repeats": ONCE if series.on else WEEKLY}


def _messages() -> dict[str, str]:
    return {
        "required": _("Please fill this in."),
        "invalid_choice": _("Please choose one of these."),
        "invalid": _("We could not read this. Look at the example and try again."),
        "min_value": _("Choose a number from %(limit_value)s up."),
        "max_value": _("Choose a number up to %(limit_value)s."),
    }
