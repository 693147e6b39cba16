"""Where somebody lives: a street with the number of a house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from openchair.anonymity.folding import Folded

_NUMBER: Final = r"\d{1,4}[a-zA-Z]?"
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ][\w'’\-]{1,30}"
# "12 Example Street", "Musterstraße 12", "12 rue des Lilas", "calle Mayor 14".
_ENGLISH: Final = re.compile(
    rf"(?<![\w.,-]){_NUMBER},? (?:{_CAPITAL} ){{1,3}}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Terrace|Boulevard|Blvd|Square|Gardens)\b"
)
_STREETS: Final = r"(?:straße|strasse|str\.|gasse|weg|platz|allee|straat|laan|gatan|vägen)"
_GERMAN: Final = re.compile(
    rf"\b[A-ZÄÖÜ][\w-]{{2,30}}(?:{_STREETS}| (?i:{_STREETS})) {_NUMBER}\b"
    r"(?! ?(?:Jahre|Tage|Wochen|Stunden|Minuten|Schritte|Mal|Kilometer|km|m)\b)"
)
_FRENCH: Final = re.compile(
    rf"(?<![\w.,-]){_NUMBER},? (?:bis )?(?:rue|avenue|boulevard|allée|chemin|quai|impasse) "
    r"(?:\w{1,30}['’ ]){0,3}\w{2,30}"
)
_SOUTHERN: Final = re.compile(
    r"(?i:\b(?:calle|avenida|plaza|paseo|via|viale|piazza|corso|rua|travessa|ulica|ul\.|aleja)) "
    rf"(?:[\w']{{1,4}} ){{0,2}}{_CAPITAL}(?: {_CAPITAL}){{0,2}},? (?:n[º°.]? ?)?{_NUMBER}\b"
)


def homes_in(folded: Folded) -> Iterator[tuple[int, int]]:
    """Spans of what was written."""
    for pattern in (_ENGLISH, _GERMAN, _FRENCH, _SOUTHERN):
        for found in pattern.finditer(folded.text):
            yield folded.written(*found.span())
