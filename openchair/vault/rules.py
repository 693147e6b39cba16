"""Every text column says what it is: sealed, a code of ours, or public and why."""

from typing import Any, TypeVar

from django.db import models

# What Django's `Field.deconstruct` gives for a migration: name, path, arguments, options.
Deconstructed = tuple[str, str, list[Any], dict[str, Any]]
Column = TypeVar("Column", bound=models.Field)  # type: ignore[type-arg] # generic for mypy alone


def coded(column: Column) -> Column:
    """Chosen from a list of ours, random, or a hash: nothing that anybody wrote."""
    column.holds = "coded"  # type: ignore[attr-defined]
    return column


def public(column: Column, why: str) -> Column:
    """Written by somebody and readable on the disk; `why` says for whom it was written."""
    column.holds = f"public: {why}"  # type: ignore[attr-defined]
    return column


def holds(column: models.Field) -> str:  # type: ignore[type-arg]
    """What a text column said of itself; a column with choices is coded; "" when it said nothing."""
    return getattr(column, "holds", "coded" if column.choices else "")
