"""Writing in a ledger: each act adds entries, none changes one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max

from openchair.kit.clock import now
from openchair.notices import reminding
from openchair.paths.about import About
from openchair.paths.ledger import Event, Noted, Precision, before_its_start, belonging_to
from openchair.paths.models import Entry, Path, TakenBack
from openchair.people.models import Person

UNDONE_WITHIN: Final = timedelta(days=30)
Follower = Callable[[Path], None]
_followers: list[Follower] = []


def follow(act: Follower) -> Follower:
    """Call `act` with a path whenever its ledger changed, in the same transaction. Register it at start."""
    if act not in _followers:
        _followers.append(act)
    return act


class OutOfOrder(Exception):
    """Something that was noted would lie before the path began: `on` is its date."""

    def __init__(self, on: date) -> None:
        super().__init__(on)
        self.on = on


@dataclass(frozen=True, slots=True)
class When:
    """A date as somebody gave it, and the instant where they gave an hour."""

    on: date
    precision: Precision = Precision.DAY
    moment: datetime | None = None


class Told(TypedDict, total=False):
    """What an entry may say beside its date."""

    about: About
    ends_run: bool
    of: int


@transaction.atomic
def begin(*, person: Person, about: About, when: When) -> Path:
    """A new path, with its first entry."""
    path = Path.objects.create(person=person)
    _write(path, _dated(Noted.START, when, about=about))
    return path


def describe(*, path: Path, start: Event, about: About, when: When) -> Entry:
    """Say otherwise what the path is about, or when it began. Only what differs is noted."""
    said = {} if about == start.about else {"about": about}
    return edit(path=path, of=start, changes={**said, **_changed(start, when)})


def redate(*, path: Path, of: Event, when: When) -> Entry:
    """Another date for an entry. Never questioned."""
    return edit(path=path, of=of, changes=_changed(of, when))


def edit(*, path: Path, of: Event, changes: Mapping[str, object]) -> Entry:
    """Note what is otherwise about an entry."""
    return _write(path, Event(0, Noted.EDIT, of.on, now(), of=of.number, changes=changes))


@transaction.atomic
def set_back(*, path: Path, when: When, again: When | None) -> Entry:
    """It happened. `again`: from when a new run counts; None keeps the one there is."""
    noted = _write(path, _dated(Noted.SETBACK, when, ends_run=again is not None))
    if again is not None:
        _write(path, _dated(Noted.RESTART, again, of=noted.number))
    return noted


def pause(*, path: Path, on: date) -> Entry:
    """Count nothing from this day on; what was kept stays."""
    return _write(path, _dated(Noted.PAUSE, When(on)))


def end(*, path: Path, on: date) -> Entry:
    """Put the path away."""
    return _write(path, _dated(Noted.END, When(on)))


def restart(*, path: Path, when: When) -> Entry:
    """Count again: after a pause the same run, after anything else a new one."""
    return _write(path, _dated(Noted.RESTART, when))


@transaction.atomic
def take_back(*, entry: Entry, on: date) -> bool:
    """Undo what an entry said, and all that was noted about it. False once thirty days are over.

    Raises OutOfOrder, and changes nothing then.
    """
    if entry.event.kind is Noted.START or now() - entry.event.at > UNDONE_WITHIN:
        return False
    with _in_order(entry.path):
        TakenBack.objects.get_or_create(entry=entry, defaults={"on": on})
    _tell_followers(entry.path)
    return True


@transaction.atomic
def bring_back(*, entry: Entry) -> None:
    """It counts again. Raises OutOfOrder, and changes nothing then."""
    with _in_order(entry.path):
        TakenBack.objects.filter(entry=entry).delete()
    _tell_followers(entry.path)


@transaction.atomic
def purge(*, path: Path) -> None:
    """Delete the path and every entry, for good, and what reminded of it."""
    reminding.forget(person=path.person, subject=path.public_id)
    path.delete()


def forget_taken_back() -> None:
    """Delete entries that were taken back thirty days ago, and all that was noted about them."""
    over = TakenBack.before((now() - UNDONE_WITHIN).date()).values("entry")
    for path in list(Path.objects.filter(entries__in=over).distinct()):
        _forget_of(path, set(path.entries.filter(pk__in=over).values_list("number", flat=True)))


@transaction.atomic
def _forget_of(path: Path, numbers: set[int]) -> None:
    about_them = belonging_to(numbers, events_of(list(path.entries.all())))
    path.entries.filter(number__in=numbers | about_them).delete()


def events_of(entries: Sequence[Entry]) -> list[Event]:
    """What entries say. One whose bytes were changed on the disk says nothing, and the others still do."""
    return [entry.event for entry in entries if entry.is_readable]


@transaction.atomic
def _write(path: Path, event: Event) -> Entry:
    """The entry under the next number. Two at once wait for each other at the row of the path."""
    Path.objects.select_for_update().get(pk=path.pk)
    last = path.entries.aggregate(last=Max("number"))["last"] or 0
    numbered = replace(event, number=last + 1)
    told = {"number": last + 1, "told": numbered.words()}
    made = Entry.objects.create(path=path, person_id=path.person_id, **told)
    _tell_followers(path)
    return made


@contextmanager
def _in_order(path: Path) -> Iterator[None]:
    """Refuse what leaves an entry before the start. Where one lay there already, nothing is refused."""
    was = _before_start(path)
    yield
    found = _before_start(path)
    if found and not was:
        raise OutOfOrder(found.on)


def _before_start(path: Path) -> Event | None:
    return before_its_start(events_of(list(Entry.objects.filter(path=path).standing())))


def _tell_followers(path: Path) -> None:
    for act in _followers:
        act(path)


def _dated(kind: Noted, when: When, **told: Unpack[Told]) -> Event:
    return Event(0, kind, when.on, now(), precision=when.precision, moment=when.moment, **told)


def _changed(event: Event, when: When) -> dict[str, object]:
    said = {"on": when.on, "precision": when.precision, "moment": when.moment}
    return {name: one for name, one in said.items() if one != getattr(event, name)}
