"""What some of them want to change, how long ago they began, and what happened since."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from openchair.kit.clock import now
from openchair.paths.about import About, Kind, Matter
from openchair.paths.ledger import Event, Noted
from openchair.paths.models import Entry, Path
from openchair.people.models import Person, Place
from openchair.people.settling import settle, today_of

SEED = 27
ZONE = "Europe/London"
WINE = About("Wine", matter=Matter.ALCOHOL, word="sober", amount="5", price="9", currency="£", saves=True)
LESS = About(
    "Beer on weekdays", Kind.REDUCE, Matter.ALCOHOL, plan="Nothing before the weekend, two at the most then."
)
PILLS = About("Painkillers", Kind.MEDICATION, Matter.OPIOIDS)
SLOTS = About("Machines", matter=Matter.DOING, first="run")
MINE = About("My own evenings", Kind.FAMILY, plan="An evening a week that is mine, and the door stays shut.")
# Who, what, how many days ago it began, and how many days ago something happened; True: a new run.
STORIES: tuple[tuple[str, About, int, tuple[tuple[int, bool], ...]], ...] = (
    ("Amara", WINE, 1130, ((1004, True),)),
    ("Ben", replace(WINE, label="Drinking"), 241, ((41, True),)),
    ("Ben", SLOTS, 63, ()),
    ("Willow", LESS, 96, ((70, False), (52, False), (18, False), (3, False))),
    ("River", PILLS, 408, ((377, True), (201, False))),
    ("Oak", WINE, 2930, ()),
    ("Hazel", MINE, 150, ((88, False),)),
    ("Rowan", MINE, 12, ()),
    ("Maple", WINE, 4, ()),
    ("Fern", WINE, 90, ()),
    ("Ash", LESS, 200, ((31, False),)),
    ("Juniper", WINE, 365, ()),
    ("Sol", PILLS, 30, ()),
    ("Robin", WINE, 152, ()),
    ("Wren", LESS, 121, ()),
)
HOURS_AGO = 44  # since when Chidi counts
LINES = (
    ("A long day, and nobody at home.", "I rang Oak the next morning.", "The open circle at eight."),
    ("Payday. I had meant to walk the other way.", "Going to bed.", "Sleep, soup, a meeting."),
)


def load_paths(people: dict[str, Person], place: Place) -> None:
    """Write their ledgers, dated back from today; the same for everybody who tries the demo."""
    chance = random.Random(SEED)  # noqa: S311 - what happened to people who do not exist
    for name in dict.fromkeys((*(story[0] for story in STORIES), "Chidi")):
        settle(person=people[name], place=place, zone=ZONE, rollover=0)
    for name, about, ago, setbacks in STORIES:
        today = today_of(people[name], place)
        _keep(people[name], _ledger(about, today - timedelta(days=ago), today, setbacks, chance))
    began = now() - timedelta(hours=HOURS_AGO)
    new = replace(WINE, label="One day", word="", saves=False, first="run")
    _keep(people["Chidi"], [Event(1, Noted.START, began.date(), began, moment=began, about=new)])


def _ledger(
    about: About, start: date, today: date, setbacks: tuple[tuple[int, bool], ...], chance: random.Random
) -> list[Event]:
    events = [Event(1, Noted.START, start, _noon(start, today), about=about)]
    for ago, anew in setbacks:
        on, number = today - timedelta(days=ago), len(events) + 1
        lines, at = chance.choice(LINES), _noon(on, today)
        events.append(Event(number, Noted.SETBACK, on, at, ends_run=anew, lines=lines))
        if anew:
            events.append(Event(number + 1, Noted.RESTART, on, at, of=number))
    return events


def _keep(person: Person, events: list[Event]) -> None:
    path = Path.objects.create(person=person)
    for one in events:
        Entry.objects.create(path=path, person=person, number=one.number, told=one.words())


def _noon(on: date, today: date) -> datetime:
    """When it was noted: as long ago as the date says."""
    return now() - (today - on)
