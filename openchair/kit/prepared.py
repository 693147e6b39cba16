"""Questions that every page asks: put into SQL once, and asked again with other values.

Building a query and writing its SQL takes several times as long as SQLite takes to answer it.
"""

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial, wraps
from typing import Any, Final, NoReturn, ParamSpec, TypeAlias, TypeVar, cast
from uuid import UUID, uuid4

from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql import Query

from openchair.kit.stored import Maker, maker_of

P = ParamSpec("P")
Rows: TypeAlias = models.QuerySet[Any, Any]
Row = TypeVar("Row", bound=Rows)
Value = UUID | datetime | date | str

_NEVER: Final = datetime(1000, 1, 1, tzinfo=UTC)


def prepared(build: Callable[P, Row]) -> Callable[P, Row]:
    """Let a function that makes a queryset make it once.

    Its arguments are values the rows are compared with (an id, an instant, a date, words), given by position,
    and nothing else may depend on them: the function is called once with stand-ins. What it returns may be
    read like any queryset and not be changed. Raises TypeError for other arguments, and ValueError where an
    argument does not reach the database as it is.
    """
    known: dict[tuple[type, ...], _Known] = {}

    @wraps(build)
    def asked(*values: P.args, **_named: P.kwargs) -> Row:
        which = tuple(map(type, values))
        if which not in known:
            known[which] = _learnt(build, values)
        return cast(Row, known[which].with_values(values))

    return asked


@dataclass(frozen=True, slots=True)
class _Known:
    """A query whose SQL is written. `places`: for each parameter the number of the value it takes."""

    kind: Callable[..., Rows]
    query: Query
    alias: str
    sql: str
    parameters: tuple[Any, ...]
    places: tuple[int | None, ...]
    maker: Maker

    def with_values(self, values: Sequence[object]) -> Rows:
        """The rows for these values; the database is asked when they are read."""
        asked = self.kind(self.query.model, self.query, self.alias)
        reading: Any = partial(self._read, values)
        asked._iterable_class = reading  # noqa: SLF001 - what Django calls for the rows
        return asked

    def _read(self, values: Sequence[object], _asked: Rows, **_how: object) -> Iterator[object]:
        connection = connections[self.alias]
        said: list[Any] = [
            fixed if place is None else _as_sent(values[place], connection)
            for fixed, place in zip(self.parameters, self.places, strict=True)
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, said)
            return map(self.maker, cursor.fetchall())


def _changed() -> NoReturn:
    raise TypeError("A prepared question is read as it is.")


def _learnt(build: Callable[..., Rows], values: Sequence[object]) -> _Known:
    stand_ins = [_stand_in(number, value) for number, value in enumerate(values)]
    rows = build(*stand_ins)
    compiler = rows.query.get_compiler(using=rows.db)
    sql, parameters = compiler.as_sql()
    sent = {_as_sent(one, connections[rows.db]): number for number, one in enumerate(stand_ins)}
    places = tuple(sent.get(one) for one in parameters)
    if set(sent.values()) - set(places):
        raise ValueError(f"{build.__name__}: not every value is compared with as it is.")
    query = copy.copy(rows.query)
    query.clone = _changed  # type: ignore[method-assign] # whatever narrows, sorts, counts or slices begins so
    return _Known(type(rows), query, rows.db, sql, tuple(parameters), places, maker_of(rows, compiler))


def _stand_in(number: int, value: object) -> Value:
    """A value of the same type that stands nowhere else in the query."""
    match value:
        case UUID():
            return uuid4()
        case datetime():
            return _NEVER + timedelta(days=number, microseconds=number + 1)
        case date():
            return (_NEVER + timedelta(days=number)).date()
        case str():
            return uuid4().hex + "-"
    raise TypeError(f"A prepared question takes no {type(value).__name__}.")


def _as_sent(value: object, connection: BaseDatabaseWrapper) -> object:
    """As Django hands it to the driver."""
    match value:
        case UUID():
            return value if connection.features.has_native_uuid_field else value.hex
        case datetime():
            return connection.ops.adapt_datetimefield_value(value)
        case date():
            return connection.ops.adapt_datefield_value(value)
    return value
