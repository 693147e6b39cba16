"""Bringing one's own along: a copy from here or from another place, looked at hard before it is believed."""

import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final, cast

from django.utils.translation import gettext as _

from openchair.people import moving_home
from openchair.people.forms import Display
from openchair.people.models import Person
from openchair.project.ledger.schema import MANIFEST, MEMBERSHIPS, PREFERENCES, ROWS, Schema, Unfit, fit
from openchair.support.help import known_country

MOST_FILES: Final = 200  # two of each kind, and room for kinds to come
MOST_BYTES: Final = 8 * 1024 * 1024  # of all files once they are unpacked
DEEPEST: Final = 8  # of brackets in a file
# Commas in a file, so that there are no more values. The longest copy has 5,000 rows of twenty, and prose.
MOST_COMMAS: Final = 200_000
_NAME: Final = re.compile(r"[a-z][a-z-]{0,40}\.(?:json|csv|html)", re.ASCII)
# All that hostile bytes make the readers of ZIP and of deflate raise.
_UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError),
)


class NotACopy(ValueError):
    """It cannot be brought along; the argument says why, for a reader."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a copy holds that means something here."""

    preferences: dict[str, str]
    memberships: list[dict[str, str]]


def read(packed: bytes) -> Brought:
    """What comes along. Raises NotACopy; nothing is written anywhere, also not to a disk."""
    files = _unpacked(packed)
    try:
        _believed(files, "manifest.json", MANIFEST)
        for name in files:
            if name.endswith(".json") and name not in ("manifest.json", "preferences.json"):
                _believed(files, name, MEMBERSHIPS if name == "memberships.json" else ROWS)
        chosen = cast(dict[str, str], _believed(files, "preferences.json", PREFERENCES))
        groups = cast(
            list[dict[str, str]],
            _believed(files, "memberships.json", MEMBERSHIPS) if "memberships.json" in files else [],
        )
    except Unfit:
        raise NotACopy(_("This is no copy that this place can read.")) from None
    return Brought(
        _known(chosen), [{name: str(one[name]) for name in ("group_name", "alias")} for one in groups]
    )


def take_over(*, person: Person, brought: Brought) -> None:
    """Keep what belongs to the account; the rest is the browser's."""
    chosen = brought.preferences
    person.zone, person.brings = chosen.get("zone", person.zone), chosen.get("brings", person.brings)
    person.save(update_fields=["zone", "brings"])
    moving_home.moved(person)


def _unpacked(packed: bytes) -> dict[str, bytes]:
    """The files, each read to an end of our own: what a ZIP says about its sizes is only a claim."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as bundle:
            entries = bundle.infolist()
            _refuse_strange(entries)
            left, held = MOST_BYTES, {}
            for entry in entries:
                with bundle.open(entry) as file:
                    held[entry.filename] = file.read(left + 1)
                left -= len(held[entry.filename])
                if left < 0:
                    raise NotACopy(_("This file is too big once it is unpacked."))
            return held
    except _UNREADABLE as fault:
        if isinstance(fault, NotACopy):
            raise
        raise NotACopy(_("This is no ZIP file, or it was cut off. Save the copy once more.")) from None


def _refuse_strange(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    whole = all(_NAME.fullmatch(name) for name in names) and len(set(names)) == len(names)
    known = all(entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries)
    if not whole or not known or len(names) > MOST_FILES or any(entry.flag_bits & 1 for entry in entries):
        raise NotACopy(_("There are files in it that do not belong to such a copy."))


def _believed(files: dict[str, bytes], name: str, schema: Schema) -> object:
    if name not in files:
        raise Unfit(name)
    try:
        words = files[name].decode("utf-8")
        if words.count(",") > MOST_COMMAS or _depth(words) > DEEPEST:
            raise Unfit(name)
        held: object = json.loads(words)
        json.dumps(held, ensure_ascii=False).encode()  # half a sign ("\\ud800") could not be put on a page
    except ValueError:
        raise Unfit(name) from None
    fit(held, schema, name)
    return held


def _depth(words: str) -> int:
    """How deep brackets lie in each other; those within strings count too, which only refuses more."""
    depth = deepest = 0
    for sign in words:
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    return deepest


def _known(chosen: dict[str, str]) -> dict[str, str]:
    """What this place knows too: a language it does not speak, or a zone that is gone, stays behind."""
    form = Display(chosen)
    form.is_valid()
    kept = {name: value for name, value in form.cleaned_data.items() if value}
    country = known_country(chosen.get("country", ""))
    brings = chosen.get("brings", "")
    if country:
        kept["country"] = country
    if brings in Person.Brings.values:
        kept["brings"] = brings
    return kept
