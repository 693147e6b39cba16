"""A date, as well as somebody knows it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.kit.words import WordsField
from openchair.paths.ledger import LINES, Event, Noted, Precision, begins_with_its_start, standing
from openchair.paths.noting import When
from openchair.paths.picture import Picture
from openchair.paths.saying import day
from openchair.people.own_days import Home

AHEAD: Final = timedelta(days=7)
YEARS_BACK: Final = 120
LINE_LENGTH: Final = 600
PRECISIONS: Final = [
    (Precision.DAY.value, gettext_lazy("On this day")),
    (Precision.MONTH.value, gettext_lazy("Around this month")),
    (Precision.YEAR.value, gettext_lazy("Around this year")),
]
HOURS: Final = [
    ("", gettext_lazy("I would rather not say")),
    *((str(hour), f"{hour:02}:00") for hour in range(24)),
]

_BEFORE_NOTED: Final = gettext_lazy(
    "This is before what you noted on %(date)s. Choose that day or a later one."
)


class DatedForm(forms.Form):
    """`on` up to a week ahead (`ahead`), and not before anybody alive could have begun."""

    on = forms.DateField(label=gettext_lazy("Since when?"))
    precision = forms.ChoiceField(
        choices=PRECISIONS, required=False, label=gettext_lazy("How well do you know the date?")
    )
    hour = forms.ChoiceField(choices=HOURS, required=False, label=gettext_lazy("At what hour?"))
    ahead = AHEAD
    kept: Event | None = None

    def look_at(self, home: Home, today: date) -> None:
        """Say whose days these are; called before anything is asked of the form."""
        self.home, self.today = home, today
        self.fields["on"].error_messages |= {
            "required": _("Choose a date. It may be about right."),
            "invalid": _("Choose a date that is in the calendar, such as %(date)s.")
            % {"date": today.isoformat()},
        }

    def clean_on(self) -> date:
        """Refuse what lies too far ahead or back to be meant."""
        on: date = self.cleaned_data["on"]
        last, first = self.today + self.ahead, date(self.today.year - YEARS_BACK, 1, 1)
        if on > last and self.ahead:
            raise forms.ValidationError(
                _("This is more than a week ahead. Choose a day up to %(date)s.") % {"date": day(last)}
            )
        if on > last:
            raise forms.ValidationError(_("This day has not come yet. Choose today or an earlier day."))
        if on < first:
            raise forms.ValidationError(
                _("This is too long ago to count from. Choose a day after %(date)s.") % {"date": day(first)}
            )
        return on

    @property
    def when(self) -> When:
        """The date, as it was when untouched: the first of its month or year where one knows no more."""
        if self.kept and not {"on", "hour", "precision"} & set(self.changed_data):
            return When(self.kept.on, self.kept.precision, self.kept.moment)
        on, precision = self.cleaned_data["on"], Precision(self.cleaned_data["precision"] or Precision.DAY)
        if precision is Precision.DAY:
            hour = self.cleaned_data["hour"]
            return When(on, precision, self.home.moment(on, int(hour)) if hour else None)
        return When(on.replace(day=1, month=on.month if precision is Precision.MONTH else 1), precision)

    def refuse_disorder(self, events: list[Event], of: Event) -> None:
        """Nothing may be dated before the path began: say so beside the date."""
        moved = Event(10**9, Noted.EDIT, of.on, of.at, of=of.number, changes={"on": self.when.on})
        if begins_with_its_start([*events, moved]):
            return
        held = standing(events)
        if of.kind is Noted.START:
            said = {"date": day(held[1].on)}
            self.add_error(
                "on", _("This is after something you noted, on %(date)s. Change that first.") % said
            )
        else:
            self.add_error("on", _("This is before the path began, on %(date)s.") % {"date": day(held[0].on)})

    def refuse_before_setback(self, events: list[Event], of: Event) -> None:
        """A run that is counted after a setback does not begin before it: say so beside the date."""
        setback = next((one for one in standing(events) if one.number == of.of), None)
        if setback and self.when.on < setback.on:
            self.add_error("on", _BEFORE_NOTED % {"date": day(setback.on)})


class RestartForm(DatedForm):
    """From when it counts again."""

    def __init__(self, data: Mapping[str, object] | None, *, picture: Picture) -> None:
        super().__init__(data, initial={"on": picture.reckoning.today, "precision": Precision.DAY})
        self.look_at(picture.home, picture.reckoning.today)
        self.picture = picture
        self.fields["on"].label = _("From when?")

    def clean(self) -> None:
        """Not before what was noted last."""
        last = max(one.on for one in standing(self.picture.events))
        if (on := self.cleaned_data.get("on")) and on < last:
            self.add_error("on", _BEFORE_NOTED % {"date": day(last)})


class EntryForm(DatedForm):
    """An entry, dated otherwise; of a setback also the three lines."""

    going_on = WordsField(max_length=LINE_LENGTH, required=False, label=gettext_lazy("What was going on"))
    helped = WordsField(
        max_length=LINE_LENGTH, required=False, label=gettext_lazy("What helped, even a little")
    )
    next_day = WordsField(max_length=LINE_LENGTH, required=False, label=gettext_lazy("The next 24 hours"))

    def __init__(self, data: Mapping[str, object] | None, *, picture: Picture, event: Event) -> None:
        lines = dict(zip(("going_on", "helped", "next_day"), (*event.lines, *[""] * LINES), strict=False))
        hour = str(event.moment.astimezone(picture.home.clock).hour) if event.moment else ""
        super().__init__(data, initial={"on": event.on, "precision": event.precision, "hour": hour, **lines})
        self.look_at(picture.home, picture.reckoning.today)
        self.picture, self.event, self.kept = picture, event, event
        self.fields["on"].label = _("When?")
        if event.kind not in {Noted.START, Noted.RESTART}:
            self.ahead = timedelta()
            del self.fields["precision"], self.fields["hour"]
        if event.kind is not Noted.SETBACK:
            for name in ("going_on", "helped", "next_day"):
                del self.fields[name]

    def clean(self) -> None:
        """Nothing before the beginning."""
        self.cleaned_data.setdefault("precision", "")
        self.cleaned_data.setdefault("hour", "")
        if "on" in self.cleaned_data:
            self.refuse_disorder(list(self.picture.events), self.event)
            self.refuse_before_setback(list(self.picture.events), self.event)

    @property
    def changes(self) -> dict[str, object]:
        """What differs from the entry as it was."""
        when = self.when
        told = {"on": when.on, "precision": when.precision, "moment": when.moment}
        if self.event.kind is Noted.SETBACK:
            told["lines"] = tuple(self.cleaned_data[name] for name in ("going_on", "helped", "next_day"))
        before = replace(self.event, lines=(*self.event.lines, *[""] * LINES)[:LINES])
        return {name: one for name, one in told.items() if one != getattr(before, name)}
