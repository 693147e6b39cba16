"""What the page of a path lists: its runs, its shares, its entries, its chips."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from openchair.kit.clock import now
from openchair.paths import saying
from openchair.paths.ledger import Event, Noted, belonging_to, standing
from openchair.paths.models import Entry
from openchair.paths.noting import UNDONE_WITHIN
from openchair.paths.picture import Picture

WINDOWS = (30, 90, 365)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in the list. `undo`: it can be taken back; `back`: it was, and can be brought back.

    `trouble`: why the last press on it changed nothing.
    """

    entry_id: str
    name: str
    date: str
    words: tuple[str, ...]
    opens: bool
    undo: bool
    back: bool
    trouble: str = ""


def runs_of(picture: Picture) -> list[list[str]]:
    """All runs of a day or more, the newest first: from, to, how long."""
    counted = picture.reckoning
    lines = []
    for run in reversed(counted.runs):
        if counted.number(run) or run is counted.current:
            to = saying.day(run.stop) if run.stop else _("now")
            lines.append([saying.dated(run.start, run.began.precision), to, saying.span(picture, run)])
    return lines


def shares_of(picture: Picture) -> list[str]:
    """ "27 of the last 30", for as far back as the path reaches; each window once."""
    counted = picture.reckoning
    wanted = [window for window in WINDOWS if counted.share(window)[1] == window] or [WINDOWS[0]]
    return [said for said in (saying.share(picture, window) for window in wanted) if said]


def lines_of(picture: Picture, entries: Iterable[Entry], trouble: Mapping[str, str]) -> list[Line]:
    """What was noted, the newest first, with what was taken back. `entries`: all of the path.

    What belongs to an entry that was taken back waits with it, out of sight, and goes with it.
    `trouble`: what is said beside an entry, by its public id.
    """
    as_they_read = {one.number: one for one in standing(picture.events)}
    readable = [one for one in entries if one.is_readable]
    gone = {one.number for one in readable if hasattr(one, "taken_back")}
    waiting = belonging_to(gone, (one.event for one in readable))
    listed = (one for one in reversed(readable) if one.number not in waiting)
    lines = (_line(one, as_they_read.get(one.number, one.event)) for one in listed)
    return [replace(one, trouble=trouble.get(one.entry_id, "")) for one in lines]


def _line(entry: Entry, event: Event) -> Line:
    gone = hasattr(entry, "taken_back")
    soon = now() - event.at <= UNDONE_WITHIN
    return Line(
        entry_id=entry.public_id,
        name=_name(event),
        date=saying.dated(event.on, event.precision) if event.kind is not Noted.EDIT else "",
        words=tuple(filter(None, event.lines)),
        opens=not gone and event.kind is not Noted.EDIT,
        undo=not gone and soon and event.kind is not Noted.START,
        back=gone,
    )


def _name(event: Event) -> str:
    if event.kind is Noted.SETBACK:
        return _("Setback, and a new run") if event.ends_run else _("Setback, and the run goes on")
    return {
        Noted.START: _("The path begins"),
        Noted.RESTART: _("Counting again"),
        Noted.PAUSE: _("A rest from counting"),
        Noted.END: _("Put away"),
        Noted.EDIT: _("Something was put right"),
    }[event.kind]
