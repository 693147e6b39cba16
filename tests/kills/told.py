"""What a writer told of itself: what it tried, and what it was sure of."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Told:
    """For each person what may be there now: one handle, or "-" for nobody; two while it was cut off."""

    stands: dict[str, set[str]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    acknowledged: int = 0

    def take(self, lines: Iterable[str]) -> None:
        """The lines of one life."""
        for line in lines:
            when, what, person, handle = line.split(" ")
            after = handle if what == "+" else "-"
            if when == "try":
                self.stands[person] = self.stands.get(person, {"-"}) | {after}
            else:
                self.stands[person] = {after}
                self.acknowledged += 1
            self.touched.add(person)
