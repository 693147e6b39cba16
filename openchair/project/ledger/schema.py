"""The JSON Schema of a copy, and the small part of that language which it is written in.

Draft 2020-12: type, const, maxLength, minimum, maximum, items, maxItems, properties, required,
additionalProperties. Anything else in a schema raises KeyError, so that no word of it goes unread.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

from openchair.people.preferences import NAMES

Schema = Mapping[str, object]

MOST_ROWS: Final = 5000
LONGEST: Final = 8000  # signs in one value
FORMAT: Final = "open-chair-export/1"
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Final[Schema] = {"type": ["string", "integer", "boolean", "null"], "maxLength": LONGEST}
_SHORT: Final[Schema] = {"type": "string", "maxLength": 100}

ROWS: Final[Schema] = {
    "type": "array",
    "maxItems": MOST_ROWS,
    "items": {"type": "object", "additionalProperties": _PLAIN},
}
PREFERENCES: Final[Schema] = {
    "type": "object",
    "properties": dict.fromkeys(sorted({*NAMES, "brings"}), _SHORT),
    "additionalProperties": False,
}
MEMBERSHIPS: Final[Schema] = {
    "type": "array",
    "maxItems": MOST_ROWS,
    "items": {
        "type": "object",
        "properties": {"alias": _SHORT, "group_name": _SHORT, "joined_at": _SHORT},
        "required": ["alias", "group_name"],
        "additionalProperties": _PLAIN,
    },
}
MANIFEST: Final[Schema] = {
    "type": "object",
    "properties": {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1, "maximum": 1},
        "made_on": _SHORT,
        "files": {"type": "array", "maxItems": 200, "items": _SHORT},
        "schema": {"type": "object"},
    },
    "required": ["format", "version", "made_on", "files"],
}
# What stands in every manifest, so that a copy explains itself.
WHOLE: Final[Schema] = {
    "$schema": _DIALECT,
    "$id": FORMAT,
    "$defs": {
        "manifest.json": MANIFEST,
        "preferences.json": PREFERENCES,
        "memberships.json": MEMBERSHIPS,
        "any other .json": ROWS,
    },
}

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


class Unfit(ValueError):
    """A value is not what the schema says; the argument is where."""


def fit(value: object, schema: Schema, where: str = "it") -> None:
    """Raise Unfit when the value does not fit the schema."""
    for word, said in schema.items():
        for wrong in _WORDS[word](value, said, where):
            raise Unfit(wrong)
    if isinstance(value, dict):
        _fit_each(value, schema, where)


def _fit_each(value: dict[str, object], schema: Schema, where: str) -> None:
    known = cast(dict[str, Schema], schema.get("properties", {}))
    others = schema.get("additionalProperties", True)
    for name, one in value.items():
        if name in known:
            fit(one, known[name], f"{where}.{name}")
        elif others is False:
            raise Unfit(f"{where}.{name}")
        elif isinstance(others, Mapping):
            fit(one, cast(Schema, others), f"{where}.{name}")


def _type(value: object, said: object, where: str) -> Iterator[str]:
    names = cast(list[str], said if isinstance(said, list) else [said])
    allowed = {one for name in names for one in _TYPES[name]}
    if type(value) not in allowed:  # exactly: in Python a bool is an int
        yield where


def _items(value: object, said: object, where: str) -> Iterator[str]:
    for number, one in enumerate(value if isinstance(value, list) else []):
        fit(one, cast(Schema, said), f"{where}[{number}]")
    yield from ()


def _longer(value: object, said: object, where: str) -> Iterator[str]:
    if isinstance(value, str) and len(value) > cast(int, said):
        yield where


def _more(value: object, said: object, where: str) -> Iterator[str]:
    if isinstance(value, list) and len(value) > cast(int, said):
        yield where


def _missing(value: object, said: object, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{where}.{name}" for name in cast(list[str], said) if name not in value)


def _below(value: object, said: object, where: str) -> Iterator[str]:
    if type(value) is int and value < cast(int, said):
        yield where


def _above(value: object, said: object, where: str) -> Iterator[str]:
    if type(value) is int and value > cast(int, said):
        yield where


def _other(value: object, said: object, where: str) -> Iterator[str]:
    if value != said:
        yield where


def _elsewhere(_value: object, _said: object, _where: str) -> Iterator[str]:
    yield from ()  # looked at by `_fit_each`


_WORDS: Final[dict[str, Callable[[object, object, str], Iterator[str]]]] = {
    "type": _type,
    "const": _other,
    "items": _items,
    "maxLength": _longer,
    "maxItems": _more,
    "minimum": _below,
    "maximum": _above,
    "required": _missing,
    "properties": _elsewhere,
    "additionalProperties": _elsewhere,
}
