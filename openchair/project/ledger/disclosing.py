"""What could be handed over about a person: every row that leads to them, as it lies in the database.

`python -m openchair disclosure HANDLE` prints it. Members read of themselves what is theirs (`own.py`), and
in words what else there may be.
"""

import argparse
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import models
from django.db.models.fields.related import ForeignKey

from openchair.people import names
from openchair.people.models import Person
from openchair.project.ledger import own
from openchair.project.ledger.held import HOURS, how_held
from openchair.project.ledger.kinds import SHARED
from openchair.vault.checks import ours
from openchair.vault.fields import Sealed
from openchair.vault.results import Ciphertext

NOBODY: Final = "Nobody here has this sign-in name, so there is nothing to hand over."
TITLE: Final = """\
What could be handed over about one person
==========================================
"""
BEFORE: Final = """\
Every row in the database of this place that leads to them, and nothing else is stored.
“Sealed” is encrypted. Whoever has the database alone reads the number of bytes. Whoever also has the ring
and its keys can open it, as long as the person was not erased.
"""
BEFORE_OWN: Final = """\
Every row in the database of this place that is yours. What others did about you is theirs to tell: the end of
this page says what that may be.
“Sealed” is encrypted. Whoever has the database alone reads the number of bytes. Whoever also has the ring
and its keys can open it, as long as you were not erased.
"""
AFTER: Final = """\
Not in this list, because it is nowhere written: a telephone number, a real name, an address or kind of a
device, a location, what was said in a meeting that has closed, who came to it; and an e-mail address, unless
this person gave one to be told of things.
A hash of each form that was sent stays for a day, and leads to nobody.
While a meeting is on, its words are in memory, sealed under a key that is destroyed when it closes.
"""
NOT_TOLD: Final = """\
what others did about this person
    Rows that others made about you could be handed over too, and are theirs to tell, so none of them is
    shown here. If somebody told the hosts about words of yours: your name in that meeting, the words and a
    note, all three sealed, the reason and the day. If somebody blocked or muted you: the name they knew you
    by, sealed, and the day. If somebody hid or answered words of yours, or does not meet you: that they did,
    and when. What a companion lets you see, and whether they set an ask aside or ended it. What waits to be
    told to you. Whether there is any such row is not shown here, so that nobody is put in danger.
"""
NOT_SHOWN: Final = "not shown here"
Found = dict[tuple[type[models.Model], object], models.Model]


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One row: its table, and what stands in each column."""

    table: str
    columns: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        width = max(len(name) for name, _said in self.columns)
        return "\n".join([self.table, *(f"    {name:{width}}  {said}" for name, said in self.columns), ""])


def run(arguments: list[str]) -> int:
    """Print it; 1 when nobody has this sign-in name."""
    parser = argparse.ArgumentParser(prog="python -m openchair disclosure", allow_abbrev=False)
    parser.add_argument("handle", metavar="HANDLE", help="the sign-in name of the person")
    handle = names.as_kept(parser.parse_args(arguments).handle)
    person = Person.objects.by_handle(handle).first()
    sys.stdout.write(f"{about(person) if person else NOBODY}\n")
    return 0 if person else 1


def about(person: Person, *, to_themselves: bool = False) -> str:
    """The whole text. To themselves it does not say what others did about them (S22)."""
    said = [str(row) for row in rows(person, to_themselves=to_themselves)]
    before, after = (BEFORE_OWN, [NOT_TOLD]) if to_themselves else (BEFORE, [])
    return "\n".join([TITLE + before, *said, *after, AFTER])


def rows(person: Person, *, to_themselves: bool = False) -> list[Told]:
    """Every row that leads to the person, sorted by table; to themselves those that are theirs."""
    if to_themselves:
        return sorted(_told(row, person, own.others_columns(row, person)) for row in own.rows_of(person))
    found: Found = {}
    _gather(Person.objects.get(pk=person.pk), found)
    return sorted(_told(row, person) for row in found.values())


def _gather(row: models.Model, found: Found) -> None:
    """This row, and every row that leads to it."""
    if (type(row), row.pk) in found:
        return
    found[type(row), row.pk] = row
    if type(row) in SHARED:  # what hangs on it belongs to others
        return
    for model in ours():
        for column in model._meta.concrete_fields:
            if column.related_model is not type(row):
                continue
            for leading in model._meta.base_manager.filter(**{column.name: row}):
                _gather(leading, found)


def _told(row: models.Model, person: Person, others: frozenset[str] = frozenset()) -> Told:
    columns = [
        (one.name, NOT_SHOWN if one.name in others else _value(row, one, person))
        for one in row._meta.concrete_fields
    ]
    return Told(row._meta.db_table, tuple(columns))


def _value(row: models.Model, column: models.Field, person: Person) -> str:  # type: ignore[type-arg]
    held = row.__dict__.get(column.attname)
    if held is None:
        return "nothing"
    if isinstance(column, Sealed):
        return f"sealed, {len(held.sealed) if isinstance(held, Ciphertext) else 0} bytes"
    if isinstance(column, ForeignKey):
        return _leads_to(column, held, person)
    if described := how_held(column):
        size = f", {len(bytes(held))} bytes" if isinstance(column, models.BinaryField) else ""
        return f"{described}{size}" if held else "nothing"
    said = _plain(held)
    return said.replace("to the second", "to the hour") if str(column).lower() in HOURS else said


def _leads_to(column: "ForeignKey[models.Model, models.Model]", held: object, person: Person) -> str:
    name = column.related_model._meta.verbose_name
    article = "an" if str(name)[0] in "aeiou" else "a"
    if column.related_model is Person:
        return "this person" if held == person.pk else "another person"
    return f"the {'random id' if isinstance(held, UUID) else 'number'} of {article} {name}"


def _plain(held: object) -> str:
    if isinstance(held, datetime):
        exact = (held.hour, held.minute, held.second, held.microsecond) != (0, 0, 0, 0)
        return f"{held.date().isoformat()}, to the second" if exact else held.date().isoformat()
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, bool):
        return "yes" if held else "no"
    return str(held) or "nothing"
