"""The kinds of things people can be told: each is registered by the app that knows it, when it starts.

Here only people are known. So a kind brings along its words, its link, and the answer to "is it still due?".

    register(Kind(name="check-in", title=_("Checking in"), why=_("…"), line=…, link=…, is_due=…, alone=True))
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from django.utils.functional import Promise

from openchair.people.models import Person

Words = str | Promise
OWN: Final = "own"  # the subject of a kind that is about nothing but the person


class Cause(StrEnum):
    """Why somebody is told: they asked to be reminded, or somebody answered them."""

    SET = "set"
    PEOPLE = "people"


class About(NamedTuple):
    """Whom it is told, and about what."""

    person: Person
    subject: str = OWN


def _nameless(_person: Person, subject: str) -> str | None:
    return "" if subject == OWN else None


def _always(_person: Person, _subject: str, _at: datetime) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. A subject is a random public id of the app that registers it, or OWN.

    `title` names it in lists, `why` explains it before anybody says yes. `line` is the sentence on Today
    (None where Today shows the thing itself) and `link` where it leads. `name_of` gives the name of a subject
    for its owner ("" for none), and None when it is not theirs or there is no such thing. `is_due` is asked
    before it is told, and again before it is sent; `are_due` is the same question for many at once,
    where a few queries answer it, and `shown` gives the sentence while it is due, and else None, where one
    look at the thing answers both; `shown_all` gives those of several subjects at once. `next_after` gives
    the next instant of the thing itself, strictly after the one it is given; without it the person sets a
    time of day; with it, one of `befores`,
    in minutes. `on_its_days`: only the time of day is chosen, for `is_due` alone knows the days. `stands` is
    how long it is shown. `alone`: offered on the page of reminders, without a thing to start from.
    """

    name: str
    title: Words
    why: Words
    line: Callable[[Person, str], str] | None
    link: Callable[[str], str]
    name_of: Callable[[Person, str], str | None] = _nameless
    is_due: Callable[[Person, str, datetime], bool] = _always
    are_due: Callable[[Sequence[About], datetime], list[About]] | None = None
    shown: Callable[[Person, str, datetime], str | None] | None = None
    shown_all: Callable[[Person, Sequence[str], datetime], Mapping[str, str]] | None = None
    next_after: Callable[[Person, str, datetime], datetime | None] | None = None
    befores: tuple[int, ...] = (10, 30, 60, 24 * 60)
    on_its_days: bool = False
    stands: timedelta = timedelta(days=1)
    alone: bool = False
    cause: Cause = Cause.SET

    def sentences(self, person: Person, subjects: Sequence[str], at: datetime) -> Mapping[str, str]:
        """What Today says of each; nothing of what is no longer due, or stands on Today by itself."""
        if self.shown_all:
            return self.shown_all(person, subjects, at)
        said = {one: self._sentence(person, one, at) for one in subjects}
        return {one: line for one, line in said.items() if line is not None}

    def _sentence(self, person: Person, subject: str, at: datetime) -> str | None:
        if self.shown:
            return self.shown(person, subject, at)
        return self.line(person, subject) if self.line and self.is_due(person, subject, at) else None

    def those_due(self, about: Sequence[About], at: datetime) -> list[About]:
        """Those of many to whom it is still due."""
        if self.are_due:
            return self.are_due(about, at)
        return [one for one in about if self.is_due(one.person, one.subject, at)]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Let people be told of it. Call it once, when the app starts."""
    _kinds[kind.name] = kind
    return kind


def named(name: str) -> Kind | None:
    """The kind of that name; None when no app knows it any more."""
    return _kinds.get(name)


def every() -> list[Kind]:
    """All kinds, in the order in which they were registered."""
    return list(_kinds.values())


def forget(name: str) -> None:
    """Take a kind out again; for tests, which bring kinds of their own."""
    _kinds.pop(name, None)
