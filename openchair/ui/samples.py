"""What the gallery shows of days: nobody's."""

from datetime import date, timedelta
from typing import NamedTuple

from openchair.ui.plots import Plot, Scale, ends, levels, plotted

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 14)
SCALE = Scale(1, 5, {1: "very low", 2: "low", 3: "okay", 4: "good", 5: "very good"})
MOODS = (2, 3, 2, 4, 0, 0, 3, 3, 4, 0, 5, 4, 4, 3)  # nought: not written
WEEKDAYS = [(name[0], name) for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")]


class Cell(NamedTuple):
    """A day in the calendar."""

    number: int
    href: str
    looked: bool
    today: bool


class Days(NamedTuple):
    """All of it."""

    drawn: Plot
    weekdays: list[tuple[str, str]]
    weeks: list[list[Cell | None]]


def days() -> Days:
    """A plot with gaps, and the month it is from."""
    values = {FIRST + timedelta(days=ahead): float(mood) for ahead, mood in enumerate(MOODS) if mood}
    named = ["1 March 2026", "14 March 2026"]
    told = "From 1 to 14 March: 11 days. Lowest: low. Highest: very good."
    runs = plotted(values, SCALE, first=FIRST, last=LAST)
    cells: list[Cell | None] = [None] * 6
    for day in range(1, 32):
        looked = FIRST.replace(day=day) in values
        cells.append(Cell(day, "#days" if day <= LAST.day else "", looked, day == LAST.day))
    cells += [None] * 5
    drawn = Plot("Mood", told, runs, levels(SCALE), ends(FIRST, LAST, named))
    weeks = [cells[at : at + 7] for at in range(0, len(cells), 7)]
    return Days(drawn, [*WEEKDAYS, ("S", "Sunday")], weeks)
