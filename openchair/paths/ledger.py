"""The ledger of a path: what was noted, one after the other, and never written over. Pure.

An edit is an entry of its own that says what is otherwise about an earlier one. What was taken back is left
out before anything here looks, and so is whatever was noted about it.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from openchair.paths.about import About


class Noted(StrEnum):
    """What can be noted."""

    START = "start"
    SETBACK = "setback"
    RESTART = "restart"
    PAUSE = "pause"
    EDIT = "edit"
    END = "end"


class Precision(StrEnum):
    """How well a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


# What an edit may say otherwise.
EDITED = ("on", "precision", "moment", "ends_run", "lines", "asks", "about")
LINES = 3  # what was going on, what helped even a little, the next 24 hours


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. `at` is when it was noted, `on` the plain date it is about.

    `moment` is the instant, where an hour was given. `of` numbers the entry that this one belongs to: an edit
    to what it edits, a restart to its setback. `ends_run`: a setback after which counting begins anew.
    `lines`: three lines for oneself. `asks`: whether we may ask how it is, in the three days after.
    """

    number: int
    kind: Noted
    on: date
    at: datetime
    precision: Precision = Precision.DAY
    moment: datetime | None = None
    of: int | None = None
    ends_run: bool = False
    lines: tuple[str, ...] = ()
    asks: bool = True
    about: About | None = None
    changes: Mapping[str, object] = field(default_factory=dict)

    def words(self) -> str:
        """All of it as JSON, to be sealed."""
        told = {
            "kind": self.kind.value,
            "on": self.on.isoformat(),
            "at": self.at.isoformat(),
            "of": self.of,
            **_plain({name: getattr(self, name) for name in EDITED if name != "on"}),
            "changes": _plain(self.changes),
        }
        held = {name: value for name, value in told.items() if value not in (None, {}, [])}
        return json.dumps(held, ensure_ascii=False)


def event(number: int, words: str) -> Event:
    """An entry from its JSON."""
    told = json.loads(words)
    held = _rich({name: told[name] for name in EDITED if name in told})
    changes = _rich(told.get("changes", {}))
    at = datetime.fromisoformat(told["at"])
    return Event(number, Noted(told["kind"]), at=at, of=told.get("of"), changes=changes, **held)  # type: ignore[arg-type] # written by words


def standing(events: Iterable[Event]) -> list[Event]:
    """What is true now: each entry as its edits left it, by date; edits are gone into what they edited.

    A restart of the day of its setback moves with it, by the setback's own edit, and none lies before its
    setback: or a setback that was dated otherwise would end the run that was to begin after it.
    """
    held: dict[int, Event] = {}
    for one in sorted(events, key=lambda one: one.number):
        if one.kind is Noted.EDIT:
            if one.of in held:
                _edit(held, one.of, one.changes)
        elif one.of is None or one.of in held:
            held[one.number] = one
    for one in list(held.values()):
        if one.of is not None and one.on < held[one.of].on:
            held[one.number] = _moved(one, held[one.of].on)
    return sorted(held.values(), key=lambda one: (one.on, one.number))


def belonging_to(numbers: Collection[int], events: Iterable[Event]) -> set[int]:
    """The numbers of what was noted about these entries, and about that in turn; not their own."""
    found: set[int] = set()
    for one in sorted(events, key=lambda one: one.number):
        if one.of is not None and (one.of in numbers or one.of in found):
            found.add(one.number)
    return found


def about_of(events: Iterable[Event]) -> About:
    """What the path is about now. LookupError for a ledger without a start."""
    found = [one.about for one in standing(events) if one.about is not None]
    if not found:
        raise LookupError
    return found[0]


def begins_with_its_start(events: Iterable[Event]) -> bool:
    """Is nothing dated before the path began?"""
    held = standing(events)
    return bool(held) and held[0].kind is Noted.START


def before_its_start(events: Iterable[Event]) -> Event | None:
    """The first entry that is dated before the path began; None when there is none, or no beginning."""
    held = standing(events)
    has_start = any(one.kind is Noted.START for one in held)
    return held[0] if has_start and held[0].kind is not Noted.START else None


def _edit(held: dict[int, Event], number: int, changes: Mapping[str, object]) -> None:
    before = held[number]
    held[number] = replace(before, **changes)  # type: ignore[arg-type] # names of EDITED alone
    for one in list(held.values()):
        if one.of == number and one.on == before.on != held[number].on:
            held[one.number] = _moved(one, held[number].on)


def _moved(one: Event, on: date) -> Event:
    """On another day, of which nobody said the hour."""
    return replace(one, on=on, precision=Precision.DAY, moment=None)


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain_one(value) for name, value in values.items()}


def _plain_one(value: object) -> object:
    if isinstance(value, About):
        return value.as_plain()
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _rich(told: Mapping[str, object]) -> dict[str, object]:
    return {name: _READ.get(name, _as_it_is)(value) for name, value in told.items()}


def _as_it_is(value: object) -> object:
    return value


_READ = {
    "on": lambda value: date.fromisoformat(str(value)),
    "moment": lambda value: datetime.fromisoformat(str(value)) if value else None,
    "precision": lambda value: Precision(str(value)),
    "lines": lambda value: tuple(map(str, value)) if isinstance(value, list) else (),
    "about": lambda value: About.from_plain(value) if isinstance(value, dict) else None,
}
