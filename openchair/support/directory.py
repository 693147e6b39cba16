"""Help lines and emergency numbers, read once from this app's own two files."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from openchair.support.hours import Hours, parse_hours

FOLDER = Path(__file__).parent / "lines"
LINKABLE = "0123456789*#+"
Row = dict[str, Any]  # a table of TOML, before it is looked at


@dataclass(frozen=True, slots=True)
class Phone:
    """A number exactly as people in that country dial it; `language` when it answers in one of several."""

    dial: str
    language: str = ""
    note: str = ""

    @property
    def link(self) -> str:
        """The number as a `tel:` link (RFC 3966), digits only, and no prefix put before them."""
        return "tel:" + "".join(sign for sign in self.dial if sign in LINKABLE)


@dataclass(frozen=True, slots=True)
class Text:
    """A way to write: to which number, by what, and the first words to send where there are such."""

    number: str
    by: str = "sms"
    words: str = ""
    language: str = ""
    note: str = ""
    hours: Hours | None = None

    @property
    def link(self) -> str:
        """An `sms:` link (RFC 5724); empty for WhatsApp, which would lead to another company's site."""
        if self.by != "sms":
            return ""
        number = "".join(sign for sign in self.number if sign in LINKABLE)
        return f"sms:{number}?&body={self.words}" if self.words else f"sms:{number}"


@dataclass(frozen=True, slots=True)
class Line:
    """A service where a person answers, and where we read about it."""

    key: str
    country: str
    name: str
    hours: Hours
    languages: tuple[str, ...]
    serves: tuple[str, ...]
    sources: tuple[str, ...]
    source_date: str
    phones: tuple[Phone, ...] = ()
    texts: tuple[Text, ...] = ()
    web: str = ""
    chat: str = ""
    more_languages: bool = False
    notes: tuple[str, ...] = ()
    via: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Emergency:
    """The number that brings an ambulance in one country, and other numbers that work there."""

    country: str
    dial: Phone
    sources: tuple[str, ...]
    source_date: str
    also: tuple[Phone, ...] = ()
    notes: tuple[str, ...] = ()
    checked: date | None = None


@cache
def all_lines() -> tuple[Line, ...]:
    """Every line, in the order of the file. Raises TypeError or ValueError for a row that is wrong."""
    return tuple(_line(row) for row in _read("help_lines.toml")["line"])


@cache
def emergency_numbers() -> dict[str, Emergency]:
    """Country code (ISO 3166-1 alpha-2) to emergency number; a country without a source is not in it."""
    book = _read("emergency_numbers.toml")
    union = book["european_union"]
    rows = [{**union, "country": country} for country in union["countries"]]
    return {row["country"]: _emergency(row) for row in [*rows, *book["number"]]}


def _read(name: str) -> Row:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _line(row: Row) -> Line:
    shaped = {
        "hours": parse_hours(row["hours"]),
        "phones": tuple(Phone(**phone) for phone in row.get("phones", ())),
        "texts": tuple(_text(text) for text in row.get("texts", ())),
    }
    lists = {name: tuple(row.get(name, ())) for name in ("languages", "serves", "sources", "notes")}
    return Line(**{**row, **shaped, **lists})


def _text(row: dict[str, str]) -> Text:
    hours = parse_hours(row["hours"]) if "hours" in row else None
    return Text(**{**row, "hours": hours})  # type: ignore[arg-type]


def _emergency(row: Row) -> Emergency:
    kept = {name: value for name, value in row.items() if name != "countries"}
    kept["dial"] = Phone(row["dial"])
    kept["also"] = tuple(Phone(**phone) for phone in row.get("also", ()))
    kept |= {name: tuple(row.get(name, ())) for name in ("sources", "notes")}
    return Emergency(**kept)
