"""Querysets of models with sealed columns: they open in bulk; no query sorts, counts or changes them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models.expressions import Combinable

from openchair.vault.fields import Sealed, SealedNameError
from openchair.vault.peers import introduce

Row = TypeVar("Row", bound=models.Model)

if TYPE_CHECKING:  # a query is typed by Django's own signatures; what is refused is refused as it runs
    Refusing = models.QuerySet
else:

    class Refusing(models.QuerySet):
        """Raises SealedNameError where a query would sort, list or change what is sealed."""

        __class_getitem__ = classmethod(lambda cls, _row: cls)

        def order_by(self, *names: object) -> Self:
            """The order of sealed words would be that of noise."""
            _refuse_sealed(self.model, names)
            return super().order_by(*names)

        def values(self, *names: object, **expressions: object) -> Self:
            """Only a row can open its words."""
            _refuse_sealed(self.model, [*names, *expressions.values()])
            return super().values(*names, **expressions)

        def values_list(self, *names: object, **how: object) -> Self:
            """As `values`."""
            _refuse_sealed(self.model, names)
            return super().values_list(*names, **how)

        def annotate(self, *made: object, **named: object) -> Self:
            """What is computed from sealed words would be computed from noise."""
            _refuse_sealed(self.model, _computed(made, named))
            return super().annotate(*made, **named)

        def alias(self, *made: object, **named: object) -> Self:
            """As `annotate`."""
            _refuse_sealed(self.model, _computed(made, named))
            return super().alias(*made, **named)

        def aggregate(self, *made: object, **named: object) -> dict[str, object]:
            """As `annotate`."""
            _refuse_sealed(self.model, _computed(made, named))
            return super().aggregate(*made, **named)

        def update(self, **changes: object) -> int:
            """Each row's words are sealed for that row."""
            _refuse_sealed(self.model, changes)
            return super().update(**changes)

        def bulk_update(self, rows: Iterable[models.Model], fields: Iterable[str], **how: object) -> int:
            """As `update`."""
            names = list(fields)
            _refuse_sealed(self.model, names)
            return super().bulk_update(rows, names, **how)


class SealedQuerySet(Refusing[Row]):
    """Every model with a sealed column has one: a start-up check says so."""

    def _fetch_all(self) -> None:
        new = self._result_cache is None
        super()._fetch_all()
        rows = self._result_cache
        if new and rows and isinstance(rows[0], models.Model):
            introduce(rows)


def names_in(told: object) -> Iterable[str]:
    """The column names in what a query was told: a name, or an expression over names."""
    if isinstance(told, str):
        return [told.lstrip("-")]
    if isinstance(told, models.F):
        return [str(getattr(told, "name", ""))]
    sources = told.get_source_expressions() if hasattr(told, "get_source_expressions") else []
    return [name for source in sources if source is not None for name in names_in(source)]


def _computed(made: Iterable[object], named: Mapping[str, object]) -> list[object]:
    """Expressions alone: whatever else is told, Django itself refuses."""
    return [one for one in (*made, *named.values()) if isinstance(one, Combinable)]


def _refuse_sealed(model: type[models.Model], names: Iterable[object]) -> None:
    for path in (one for name in names for one in names_in(name)):
        if isinstance(_field_at(model, path), Sealed):
            raise SealedNameError(f"'{path}' is sealed: no query sorts, lists, counts with or changes it.")


def _field_at(model: type[models.Model] | None, path: str) -> object:
    """What a path of names leads to; None where it leads to no column of a model."""
    found: object = None
    for part in path.split("__"):
        known = {one.name: one for one in model._meta.get_fields()} if model else {}
        found = known.get(part)
        model = getattr(found, "related_model", None)
    return found
