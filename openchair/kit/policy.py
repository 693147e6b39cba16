"""Permissions as a table: an act, and the rules of which any one opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from django.http import Http404

Who = TypeVar("Who")
What = TypeVar("What")


class Rule(Generic[Who, What]):
    """A question about a person and a thing, that can be joined by `&`, `|` and `~`."""

    def __init__(self, asks: Callable[[Who, What], bool], name: str) -> None:
        self.asks, self.name = asks, name

    def __call__(self, who: Who, what: What) -> bool:
        return self.asks(who, what)

    def __and__(self, other: Rule[Who, What]) -> Rule[Who, What]:
        name = f"{_in_brackets(self)} and {_in_brackets(other)}"
        return Rule(lambda who, what: self(who, what) and other(who, what), name)

    def __or__(self, other: Rule[Who, What]) -> Rule[Who, What]:
        return Rule(lambda who, what: self(who, what) or other(who, what), f"{self.name} or {other.name}")

    def __invert__(self) -> Rule[Who, What]:
        return Rule(lambda who, what: not self(who, what), f"not {_in_brackets(self)}")


def rule(asks: Callable[[Who, What], bool]) -> Rule[Who, What]:
    """A function as a rule, read aloud by its name: `is_member` becomes "is member"."""
    return Rule(asks, asks.__name__.replace("_", " "))


class Policy(Generic[Who, What]):
    """The table of one app. An act that is not in it is a mistake of ours, so it raises KeyError."""

    def __init__(self, table: Mapping[str, Sequence[Rule[Who, What]]]) -> None:
        self.table = table

    def aloud(self) -> dict[str, str]:
        """Each act, and in words to whom it is open."""
        return {act: ", or ".join(one.name for one in rules) for act, rules in self.table.items()}

    def allows(self, who: Who, act: str, what: What) -> bool:
        """True when any rule of the act says so."""
        return any(rule(who, what) for rule in self.table[act])

    def require(self, who: Who, act: str, what: What) -> None:
        """Raise Http404 unless allowed: a stranger does not learn that the thing exists."""
        if not self.allows(who, act, what):
            raise Http404


def _in_brackets(one: Rule[Who, What]) -> str:
    return f"({one.name})" if " or " in one.name else one.name
