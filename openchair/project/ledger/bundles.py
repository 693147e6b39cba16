"""A copy of all that is one's own, as a ZIP that is made while it is sent and never stored."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info

from openchair.kit.clock import now
from openchair.kit.privacy import Row
from openchair.kit.sheets import Cell, sheet
from openchair.people.models import Person
from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.kinds import COLUMNS, KINDS
from openchair.project.ledger.schema import FORMAT, WHOLE

MOST_PACKED: Final = 1024 * 1024  # bytes of a copy that somebody brings along
FILE_NAME: Final = "notes.zip"


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of row: under its name in the copy, with a title for readers."""

    name: str
    title: str | Promise
    rows: list[dict[str, Cell]]

    @property
    def columns(self) -> list[str]:
        """The names of the columns; all rows of a kind have the same."""
        return list(self.rows[0]) if self.rows else []

    @property
    def headings(self) -> list[str | Promise]:
        """The columns, as a reader calls them."""
        return [COLUMNS[name] for name in self.columns]


def tables(person: Person) -> list[Table]:
    """Everything that is kept about this person and is theirs; kinds without a row are left out."""
    found = [
        Table(KINDS[kept.model].name, KINDS[kept.model].title, [_plain(row) for row in kept.export(person)])
        for kept in reversed(EVERYTHING)
    ]
    return [table for table in found if table.rows]


def files(person: Person, preferences: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a copy by their names. `preferences`: what was chosen, here and in this browser."""
    kept = tables(person)
    made = {"index.html": _page(kept, preferences)}
    made["preferences.json"] = _json(dict(preferences))
    for table in kept:
        made[f"{table.name}.json"] = _json(table.rows)
        made[f"{table.name}.csv"] = _csv(table)
    return {"manifest.json": _json(_manifest([*made])), **made}


def zipped(made: Mapping[str, bytes]) -> Iterator[bytes]:
    """The ZIP piece by piece: each file is packed only when the one before it was handed on."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, held in made.items():
            packed.writestr(
                zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), held, zipfile.ZIP_DEFLATED
            )
            yield pipe.taken()
    yield pipe.taken()


class _Pipe(io.RawIOBase):
    """Where the ZIP is written to; what was taken is gone."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        held = bytes(piece)  # type: ignore[call-overload] # whatever zipfile hands over
        self._held += held
        return len(held)

    def taken(self) -> bytes:
        """What was written since the last time."""
        held, self._held = bytes(self._held), bytearray()
        return held


def _manifest(names: list[str]) -> dict[str, object]:
    made_on = now().date().isoformat()
    return {"format": FORMAT, "version": 1, "made_on": made_on, "files": names, "schema": WHOLE}


def _page(kept: list[Table], preferences: Mapping[str, str]) -> bytes:
    language = get_language() or "en"
    context = {
        "tables": kept,
        "preferences": preferences,
        "language": language,
        "direction": "rtl" if get_language_info(language)["bidi"] else "ltr",
    }
    return render_to_string("ledger/copy_page.html", context).encode()


def _json(held: object) -> bytes:
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(table: Table) -> bytes:
    return sheet(table.columns, [row.values() for row in table.rows])


def _plain(row: Row) -> dict[str, Cell]:
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.isoformat()
    if value is None or type(value) in (int, bool):
        return value  # type: ignore[return-value] # one of the two, exactly
    return str(value)
