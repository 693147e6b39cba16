"""How is it now? Asked on Today, a day, two and three days after a setback, and never after that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from openchair.paths.ledger import Event
from openchair.paths.picture import Picture

A_DAY = timedelta(hours=24)
LAST = 3  # days after which nothing is asked


@dataclass(frozen=True, slots=True)
class Question:
    """A gentle one, for one path, after its latest setback. `day`: 1, 2 or 3."""

    picture: Picture
    event: Event
    day: int

    @property
    def entry_id(self) -> str:
        """The entry that it is about, for its address."""
        return self.picture.entry_ids[self.event.number]

    @property
    def words(self) -> str:
        """One sentence for each day."""
        return {
            1: _("A day has passed. How is it now? You do not have to be alone with it."),
            2: _("Two days. The worst of an urge is often over by now. A meeting may still help."),
            3: _("Three days since. What would make the next days a little easier?"),
        }[self.day]


def questions(pictures: Iterable[Picture]) -> list[Question]:
    """What to ask now, one for each path at most."""
    return [one for one in map(_question, pictures) if one]


def _question(picture: Picture) -> Question | None:
    setback = picture.reckoning.last_setback
    if setback is None or not setback.asks:
        return None
    day = (picture.now - setback.at) // A_DAY
    return Question(picture, setback, day) if 1 <= day <= LAST else None
