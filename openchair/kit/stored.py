"""How a row of the database becomes what a queryset gives, worked out once for a question asked often.

Django works it out anew for each answer: which columns need turning into Python's values, and which of them
are whose attributes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, Final, Self, TypeAlias
from uuid import UUID

from django.db import models
from django.db.models.base import ModelState
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable
from django.db.models.sql.compiler import SQLCompiler

Rows: TypeAlias = "models.QuerySet[Any, Any]"
Values: TypeAlias = Sequence[Any]
Maker: TypeAlias = Callable[[Values], Any]
Known: TypeAlias = Mapping[str, Any]  # what the compiler says of one model
_LISTS: Final[dict[type, Maker]] = {FlatValuesListIterable: itemgetter(0), ValuesListIterable: tuple}


def maker_of(rows: Rows, compiler: SQLCompiler) -> Maker:
    """What makes of a row, as the driver gives it, what this queryset would give.

    `compiler` has written the queryset's SQL. Raises TypeError for dictionaries and named
    tuples, and where Django asks for columns that it does not give.
    """
    turn, given = _turning(compiler), rows._iterable_class  # noqa: SLF001 - Django's own name for it
    if (given is not ModelIterable and given not in _LISTS) or compiler.has_extra_select:
        raise TypeError("A prepared question gives instances, or lists of the columns that it asks for.")
    make = _LISTS.get(given) or _instances(rows.db, compiler)
    return lambda row: make(turn(row))


def _turning(compiler: SQLCompiler) -> Callable[[Values], Values]:
    """Turns the database's values into Python's, where they are others."""
    columns = [column for column, *_how in compiler.select]
    converters = compiler.get_converters(columns)
    connection = compiler.connection
    usual = getattr(connection.ops, "convert_uuidfield_value", None)
    turns = [
        (at, _key_turned if turn == usual else turn, whose)
        for at, (found, whose) in converters.items()
        for turn in found
    ]

    def turned(row: Values) -> Values:
        values = list(row)
        for at, turn, whose in turns:
            values[at] = turn(values[at], whose, connection)
        return values

    return turned


def _key_turned(value: str | None, *_how: object) -> UUID | None:
    return None if value is None else _key(value)


@lru_cache(maxsize=10_000)
def _key(written: str) -> UUID:
    """The same rows, groups and people are met again and again, and Python takes its time to read a key."""
    return UUID(written)


def _instances(alias: str, compiler: SQLCompiler) -> Maker:
    """Makes an instance, with what it was to bring along and what was computed beside it."""
    whole = _Part.of(compiler.klass_info or {}, compiler.select, alias)  # lists of columns have no such info
    computed = list((compiler.annotation_col_map or {}).items())

    def made(values: Values) -> models.Model:
        row = whole.made(values)
        for name, at in computed:
            setattr(row, name, values[at])
        return row

    return made


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns of one model in a row, and the models that it brings along.

    `at` and `end`: from which column to before which; `key`: that of the primary key. `let_know` and
    `be_known`: how whoever brings it along learns of it, and it of them.
    """

    store: Callable[[Values], models.Model]
    at: int
    end: int
    key: int
    brought: Sequence["_Part"]
    let_know: Callable[[models.Model, models.Model | None], None]
    be_known: Callable[[models.Model, models.Model], None]

    @classmethod
    def of(cls, known: Known, select: Sequence[Values], alias: str) -> Self:
        """By what the compiler says. Raises TypeError for a model that inherits columns."""
        if known.get("from_parent"):
            raise TypeError("A prepared question brings no models along that share columns.")
        at, end = known["select_fields"][0], known["select_fields"][-1] + 1
        names = [column.target.attname for column, *_how in select[at:end]]
        model: type[models.Model] = known["model"]
        brought = [cls.of(one, select, alias) for one in known.get("related_klass_infos", ())]
        key = at + names.index(model._meta.pk.attname)
        setters = (known.get(name, _nobody) for name in ("local_setter", "remote_setter"))
        return cls(_storing(model, names, alias), at, end, key, brought, *setters)

    def made(self, values: Values) -> models.Model:
        """The instance, and with it those that it brings along."""
        row = self.store(values[self.at : self.end])
        for one in self.brought:
            there = None if values[one.key] is None else one.made(values)
            one.let_know(row, there)
            if there is not None:
                one.be_known(there, row)
        return row


def _nobody(*_nor: object) -> None:
    """What is asked for itself is brought along by nobody."""


def _storing(model: type[models.Model], names: Sequence[str], alias: str) -> Callable[[Values], models.Model]:
    """Makes instances as they are when unpickled: no `__init__`, which sets them up field by field.

    A model that says itself how its instances come from the database is asked. Columns that are not among
    the names are asked for when they are read.
    """

    def stored(values: Values) -> models.Model:
        row, state = model.__new__(model), ModelState()
        state.adding, state.db = False, alias
        row.__dict__.update(zip(names, values, strict=True), _state=state)
        return row

    is_usual = model.__init__ is models.Model.__init__ and _method(model) is _method(models.Model)
    return stored if is_usual else partial(model.from_db, alias, names)


def _method(model: type[models.Model]) -> object:
    return model.from_db.__func__  # type: ignore[attr-defined] # a class method's own function
