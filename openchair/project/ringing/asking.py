"""Three words of the paper, asked back: so that it is known to be on paper."""

import secrets
from collections.abc import Callable

HOW_MANY = 3
_COLUMNS = 4


def chosen(total: int) -> list[int]:
    """Which words to ask for, from 1, in their order."""
    return sorted(secrets.SystemRandom().sample(range(1, total + 1), HOW_MANY))


def is_said(words: str, number: int, typed: str) -> bool:
    """True when `typed` is word `number` (from 1) of the paper, however it is written."""
    return secrets.compare_digest(words.split()[number - 1].encode(), typed.strip().casefold().encode())


def ask_back(words: str, *, read: Callable[[str], str]) -> bool:
    """Ask for three words on a terminal; `read` shows a question and returns the answer."""
    return all(is_said(words, number, read(f"Word {number}: ")) for number in chosen(len(words.split())))


def printed(words: str) -> str:
    """The words as they go on paper: numbered, in columns, naming no place."""
    cells = [f"{number:2} {word:10}" for number, word in enumerate(words.split(), start=1)]
    rows = ["".join(cells[at : at + _COLUMNS]).rstrip() for at in range(0, len(cells), _COLUMNS)]
    return "\n".join(["Write these words down, on paper alone. They are shown this once.", "", *rows, ""])
