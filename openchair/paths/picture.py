"""A path as it stands at this moment: its ledger, opened and counted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from uuid import UUID

from openchair.kit.prepared import prepared
from openchair.paths.about import About
from openchair.paths.ledger import Event, about_of, standing
from openchair.paths.milestones import (
    Coming,
    come_today,
    next_of,
    of_this_run,
    reached,
    seats_filled,
    told_to_others,
)
from openchair.paths.models import Entry, Path
from openchair.paths.models.entry import EntryQuerySet
from openchair.paths.noting import events_of
from openchair.paths.reckoning import Reckoning, reckon
from openchair.people.models import Person, Place
from openchair.people.own_days import Home
from openchair.people.settling import home_of, moment_here


@dataclass(frozen=True)
class Picture:
    """`events` are all that stand, edits included; `now` is the moment it was taken.

    `entry_ids`: the public id of each entry, by its number.
    """

    path: Path
    about: About
    events: Sequence[Event]
    reckoning: Reckoning
    now: datetime
    home: Home
    entry_ids: dict[int, str]

    @property
    def start(self) -> Event:
        """The entry with which the path began, as it reads now."""
        return standing(self.events)[0]

    @property
    def is_exact(self) -> bool:
        """False where a run began "around" some month or year, so that days are only about right."""
        return all(run.is_exact for run in self.reckoning.runs)

    @cached_property
    def next(self) -> Coming | None:
        """The milestone that comes next."""
        return next_of(self._of_this_run, self.reckoning, self.now)

    @property
    def reached(self) -> list[Coming]:
        """Every milestone there ever was, oldest first."""
        return reached(self.reckoning, self.about, self.now)

    @property
    def come_today(self) -> list[Coming]:
        """What came today in this run, for its owner alone: an earlier run may have come to it before."""
        return come_today(self.reckoning, self.about, self.now)

    @property
    def told_to_others(self) -> list[Coming]:
        """The milestones of today that somebody else may read; never one that would tell of a setback."""
        return told_to_others(self.reckoning, self.about, self.now)

    @property
    def seats(self) -> int:
        """Of the ring's twelve, how many are taken on the way to the next milestone."""
        return seats_filled(self._of_this_run, self.reckoning, self.next)

    @cached_property
    def _of_this_run(self) -> Sequence[Coming]:
        return of_this_run(self.reckoning, self.about)


def pictures_of(person: Person, place: Place) -> list[Picture]:
    """All of one's own, the oldest first, those put away last. One question to the database."""
    entries = _entries_of(person.pk)
    found = (_picture(list(held), person, place) for _path, held in groupby(entries, key=_path_of))
    return sorted((one for one in found if one), key=lambda one: (one.reckoning.has_ended, one.events[0].at))


@prepared
def _entries_of(person: UUID) -> EntryQuerySet:
    return Entry.objects.of(person).standing()


def picture_of(path: Path, person: Person, place: Place) -> Picture | None:
    """One path; None where its first entry cannot be opened any more."""
    entries = Entry.objects.filter(path=path).standing().select_related("path")
    return _picture(list(entries), person, place)


def pictures_by_id(paths: Collection[UUID], place: Place) -> dict[UUID, Picture]:
    """Paths of several people by their keys, each on its owner's own day. One question for all of them."""
    entries = Entry.objects.filter(path__in=paths).standing().select_related("path", "person")
    held = (list(its) for _path, its in groupby(entries.order_by("path_id", "number"), key=_path_of))
    found = (_picture(its, its[0].person, place) for its in held)
    return {one.path.pk: one for one in found if one}


def _picture(entries: Iterable[Entry], person: Person, place: Place) -> Picture | None:
    held = list(entries)
    events, home, moment = events_of(held), home_of(person, place), moment_here(place)
    try:
        about = about_of(events)
    except LookupError:
        return None
    counted = reckon(events, home.day(moment), counts_today=about.from_one)
    known = {one.number: one.public_id for one in held}
    return Picture(held[0].path, about, events, counted, moment, home, known)


def _path_of(entry: Entry) -> object:
    return entry.path_id
