"""Telephone numbers, however they are spaced or spelled.

What counts is that a reader could dial it, and that dates, amounts, years and counts are left alone: these
are what people of a group write every day. A table of every country's numbers would help with neither (0054).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from openchair.anonymity.folding import Folded

SHORTEST, LONGEST = 7, 15  # digits; E.164 allows fifteen
_LOOK_BACK: Final = 40  # letters before a short number in which "call me" makes it one

_WORDS: Final = {
    "0": "zero oh null nul zéro cero zerowy",
    "1": "one eins ein un uno um jeden een",
    "2": "two zwei zwo deux dos due dois dwa twee",
    "3": "three drei trois tres tre três trzy drie",
    "4": "four vier quatre cuatro quattro quatro cztery",
    "5": "five fünf cinq cinco cinque pięć vijf",
    "6": "six sechs seis sei sześć zes",
    "7": "seven sieben sept siete sette sete siedem zeven",
    "8": "eight acht huit ocho otto oito osiem",
    "9": "nine neun neuf nueve nove dziewięć negen",
}
_DIGIT_OF: Final = {word: digit for digit, words in _WORDS.items() for word in words.split()}
_SPELLED: Final = re.compile(
    rf"\b(double |doppel)?({'|'.join(sorted(_DIGIT_OF, key=len, reverse=True))})\b", re.IGNORECASE
)
_WITH_O: Final = re.compile(r"(?<!\w)[0-9oO]{3,15}(?!\w)")

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATES: Final = re.compile(
    rf"(?<!\d)(?<!\d[.\-/])(?:{_YEAR}([.\-/ ]){_MONTH}\1{_DAY}"
    rf"|{_DAY}([.\-/ ]){_DAY}\2{_YEAR}|{_DAY}([.\-/]){_DAY}\3\d\d)(?!\d)(?![.\-/]\d)"
)
_RUN: Final = re.compile(r"\+?\(?\d(?:[ \t.\-/()*_·•~]{0,3}\d)*")
_MONEY_BEFORE: Final = re.compile(r"[£$€¥₹]\s?$")
_MONEY_AFTER: Final = re.compile(
    r"\s?(?:[£$€¥₹%‰°]|(?:eur|euros?|usd|dollars?|pounds?|reais|zł|kronor|kr|mg|ml|kg|km|steps|times)\b)",
    re.IGNORECASE,
)
_CUE: Final = re.compile(
    r"call|ring|text|phone|fone|cell|mobile|\btel\b|tél|number|whats\s?app|\bsms\b|dial|reach|landline|office|handy"
    r"|nummer|ruf|appel|num[eé]r|llám|llama|liga|chiama|zadzwo|\bbel\b|номер|звони|тел|رقم|اتصل|नंबर|फ़?ोन|電話|电话",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Run:
    """Digits with little between them, in the text in which they stand."""

    within: str
    start: int
    end: int

    @cached_property
    def said(self) -> str:
        return self.within[self.start : self.end]

    @cached_property
    def groups(self) -> list[str]:
        return re.findall(r"\d+", self.said)

    @cached_property
    def digits(self) -> str:
        return "".join(self.groups)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        return tuple(len(one) for one in self.groups)

    @cached_property
    def between(self) -> set[str]:
        return set(re.findall(r"[^\d+(]+", self.said))

    @property
    def is_asked_for(self) -> bool:
        """Is there something before it that speaks of telephoning?"""
        return bool(_CUE.search(self.within, max(0, self.start - _LOOK_BACK), self.start))


def phones_in(folded: Folded, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Spans of what was written. `known`: digits of numbers that are everybody's, such as help lines."""
    plain = folded.replaced(_SPELLED, _digit).replaced(_WITH_O, _without_o)
    text = _DATES.sub(lambda date: "\n" * len(date[0]), plain.text)
    for found in _RUN.finditer(text):
        run = _Run(text, *found.span())
        if SHORTEST <= len(run.digits) <= LONGEST and run.digits not in known and _is_phone(run):
            yield plain.written(run.start, run.end)


def _is_phone(run: _Run) -> bool:
    if run.said.startswith("+"):
        return len(run.digits) > SHORTEST
    if _is_amount(run) or _is_list(run) or _is_address_of_a_machine(run) or _is_of_a_book(run):
        return False
    if len(run.digits) > 8 or run.is_asked_for:
        return True
    if len(run.digits) == 8:
        return run.lengths in {(4, 4), (2, 2, 2, 2)} or (run.digits[0] == "0" and len(run.groups) > 1)
    return run.lengths == (3, 4) and bool(run.between & {"-", "."})


def _is_amount(run: _Run) -> bool:
    """Money, thousands in threes, decimals: none of them begins with a nought and more digits."""
    if _MONEY_BEFORE.search(run.within, max(0, run.start - 3), run.start):
        return True
    if _MONEY_AFTER.match(run.within, run.end):
        return True
    if run.groups[0] != "0" and run.digits[0] == "0":
        return False
    if "." in run.between and (len(run.groups) == 2 or len(run.between) > 1):
        return True
    in_threes = run.lengths[0] <= 3 and len(run.groups) > 1 and set(run.lengths[1:]) == {3}
    return run.digits.endswith("000") or (in_threes and run.lengths[0] == 1)


def _is_list(run: _Run) -> bool:
    """Years, steps, days: a row that goes up or down."""
    if all(re.fullmatch(_YEAR, one) for one in run.groups):
        return True
    if len(run.groups) < 4 or any(one[0] == "0" and len(one) > 1 for one in run.groups):
        return False
    numbers = [int(one) for one in run.groups]
    return numbers in (sorted(set(numbers)), sorted(set(numbers), reverse=True))


def _is_address_of_a_machine(run: _Run) -> bool:
    few = len(run.groups) == 4 and run.between == {"."} and set(run.lengths) != {2}
    return few and all(int(one) < 256 for one in run.groups)


def _is_of_a_book(run: _Run) -> bool:
    return len(run.digits) == 13 and run.digits[:3] in ("978", "979")


def _digit(found: re.Match[str]) -> str:
    return _DIGIT_OF[found[2].lower()] * (2 if found[1] else 1)


def _without_o(found: re.Match[str]) -> str:
    said = found[0]
    return said.replace("o", "0").replace("O", "0") if any(one.isdigit() for one in said) else said
