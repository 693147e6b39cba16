"""A name, how long, and when it begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.gatherings.models import Gathering
from openchair.gatherings.models.gathering import FARTHEST, LONGEST, NAME_LENGTH, SHORTEST
from openchair.gatherings.opening import NoSuchTime, TooMany, open_for_days
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.kit.words import LineField
from openchair.meetings.recurrence import instant

OWN: Final = "own"
LENGTHS: Final = (
    ("1", gettext_lazy("24 hours")),
    ("3", gettext_lazy("3 days")),
    ("7", gettext_lazy("7 days")),
    ("14", gettext_lazy("14 days")),
    ("30", gettext_lazy("30 days")),
    (OWN, gettext_lazy("Until a day and time of my own")),
)
BEGINS: Final = (("now", gettext_lazy("Now")), ("later", gettext_lazy("On a day and time to come")))
UNREAD_DAY = gettext_lazy("We could not read this date.")
UNREAD_TIME = gettext_lazy("We could not read this time. Write it as 20:00.")


class OpeningForm(forms.Form):
    """Dates and times are on the clock of whoever fills it in (`zone`)."""

    name = LineField(max_length=NAME_LENGTH, label=gettext_lazy("What is it about?"))
    length = forms.ChoiceField(choices=LENGTHS, label=gettext_lazy("How long is it open?"))
    end_on = forms.DateField(required=False, label=gettext_lazy("It ends on"))
    end_at = forms.TimeField(required=False, label=gettext_lazy("Ends at"))
    begins = forms.ChoiceField(choices=BEGINS, label=gettext_lazy("When does it begin?"))
    begin_on = forms.DateField(required=False, label=gettext_lazy("It begins on"))
    begin_at = forms.TimeField(required=False, label=gettext_lazy("Begins at"))
    after = forms.ChoiceField(choices=Gathering.After.choices, label=gettext_lazy("After the end"))

    def __init__(self, data: Mapping[str, object] | None, *, zone: ZoneInfo) -> None:
        super().__init__(data, initial={"length": "7", "begins": "now", "after": Gathering.After.AWAY})
        self.zone = zone
        self.fields["name"].error_messages["required"] = _("Give it a name, so that people know what it is.")
        for name in ("length", "begins", "after"):
            trouble = dict.fromkeys(("required", "invalid_choice"), _("Please choose one of these."))
            self.fields[name].error_messages |= trouble
        for name in ("end", "begin"):
            self.fields[f"{name}_on"].error_messages["invalid"] = UNREAD_DAY
            self.fields[f"{name}_at"].error_messages["invalid"] = UNREAD_TIME

    def clean(self) -> dict[str, object]:
        """Say beside the field what cannot be."""
        said = super().clean() or self.cleaned_data
        begins = self._instant("begin") if said.get("begins") == "later" else now()
        if begins is None or "length" not in said:
            return said
        if not now() - timedelta(minutes=1) <= begins <= now() + FARTHEST:
            self.add_error("begin_on", _("Choose a time to come, at most eight weeks from now."))
            return said
        own = said["length"] == OWN
        ends = self._instant("end") if own else begins + timedelta(days=int(str(said["length"])))
        if ends is not None and not SHORTEST <= ends - begins <= LONGEST:
            self.add_error("end_on", self._too_short_or_long(begins, ends))
        elif ends is not None:
            said["span"] = (begins, ends)
        return said

    def save(self, by: Membership) -> Gathering | None:
        """The meeting; None when it cannot be, with the reason on top."""
        begins, ends = self.cleaned_data["span"]
        name, after = self.cleaned_data["name"], self.cleaned_data["after"]
        try:
            return open_for_days(by=by, name=name, begins=begins, ends=ends, after=after)
        except TooMany:
            self.add_error(None, _("Five are open or to come here already. Close one first, or wait."))
        except NoSuchTime:
            self.add_error("begin_on", _("Choose a time to come, at most eight weeks from now."))
        return None

    def _instant(self, which: str) -> datetime | None:
        """On the clock of the zone: an hour that does not exist is moved on, of two the first is taken."""
        day, wall = self.cleaned_data.get(f"{which}_on"), self.cleaned_data.get(f"{which}_at")
        if day is None and f"{which}_on" not in self.errors:
            self.add_error(f"{which}_on", _("Say on which date."))
        if wall is None and f"{which}_at" not in self.errors:
            self.add_error(f"{which}_at", _("Say at what time, such as 20:00."))
        return at_clock(day, wall, self.zone) if day and wall else None

    def _too_short_or_long(self, begins: datetime, ends: datetime) -> str:
        if ends <= begins:
            return _("This is before it begins.")
        if ends - begins < SHORTEST:
            return _("This is less than 24 hours. Leave time for whoever is asleep or at work now.")
        return _("This is more than 30 days. Choose an earlier day; another one can follow.")


def at_clock(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The instant at which the clocks of the zone show this. Beyond the calendar, its last day."""
    try:
        return instant(day, wall, zone.key)
    except OverflowError:
        return datetime.combine(day, wall, UTC)
