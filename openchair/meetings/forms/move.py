"""Another time for one date."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.meetings import moving
from openchair.meetings.cancelling import HasBegun
from openchair.meetings.models import Occurrence, Series
from openchair.meetings.moving import Clash, TooFar
from openchair.meetings.recurrence import instant


class MoveForm(forms.Form):
    """The new date and time, on the meeting's own clock."""

    on = forms.DateField(
        label=gettext_lazy("New date"),
        error_messages={
            "required": gettext_lazy("Say on which date."),
            "invalid": gettext_lazy("We could not read this date."),
        },
    )
    wall = forms.TimeField(
        label=gettext_lazy("Begins at"),
        error_messages={
            "required": gettext_lazy("Say when it begins, such as 20:00."),
            "invalid": gettext_lazy("We could not read this time. Write it as 20:00."),
        },
    )

    def __init__(self, data: Mapping[str, object] | None, *, series: Series, start: datetime) -> None:
        here = start.astimezone(ZoneInfo(series.zone))
        super().__init__(data, initial={"on": here.date(), "wall": here.time()})
        self.series, self.start = series, start

    def save(self) -> Occurrence | None:
        """The date at its new time; None when it cannot be, with the reason beside the field."""
        told = self.cleaned_data
        try:
            to = instant(told["on"], told["wall"], self.series.zone)
            return moving.move(series=self.series, start=self.start, to=to)
        except HasBegun:
            self.add_error(None, _("This date has begun. It can no longer be moved."))
        except Clash:
            self.add_error("wall", _("This meeting is already held at that time."))
        except (TooFar, OverflowError):
            self.add_error("on", _("Choose a time to come, at most four weeks from the old one."))
        return None
