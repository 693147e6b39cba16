"""A plan for seven days: what, when, who helps."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.checkins.models.plan import LINES, Line
from openchair.kit.words import LineField

WHAT_LENGTH: Final = 120
SHORT_LENGTH: Final = 60
_PARTS: Final = (
    ("what", _("What"), WHAT_LENGTH),
    ("when", _("When"), SHORT_LENGTH),
    ("who", _("Who helps"), SHORT_LENGTH),
)


class PlanForm(forms.Form):
    """Five lines at most; an empty one is left out."""

    def __init__(self, data: Mapping[str, object] | None, *, lines: Sequence[Line] = ()) -> None:
        shown = {
            f"{name}_{at}": getattr(one, name) for at, one in enumerate(lines, 1) for name in Line.__slots__
        }
        super().__init__(data, initial=shown)
        self.before = {one.what: one.done for one in lines}
        for at in range(1, LINES + 1):
            for name, label, longest in _PARTS:
                self.fields[f"{name}_{at}"] = LineField(label=label, max_length=longest, required=False)

    @property
    def rows(self) -> Iterator[list[forms.BoundField]]:
        """The fields of each line."""
        for at in range(1, LINES + 1):
            yield [self[f"{name}_{at}"] for name, _label, _longest in _PARTS]

    def clean(self) -> None:
        """A plan says one thing at least, and a line says what it is about."""
        said = self.cleaned_data
        for at in range(1, LINES + 1):
            if not said.get(f"what_{at}") and (said.get(f"when_{at}") or said.get(f"who_{at}")):
                self.add_error(f"what_{at}", _("Write what you will do, or leave the whole line empty."))
        if not self.errors and not self.lines():
            self.add_error("what_1", _("Write one thing at least. It can be small."))

    def lines(self) -> list[Line]:
        """The lines that say something; one with the same words stays done."""
        said = self.cleaned_data
        made = (
            Line(said[f"what_{at}"], said[f"when_{at}"], said[f"who_{at}"])
            for at in range(1, LINES + 1)
            if said.get(f"what_{at}")
        )
        return [Line(one.what, one.when, one.who, done=self.before.get(one.what, False)) for one in made]
