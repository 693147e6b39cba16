"""What the guard of anonymity finds, where it would annoy, how its time grows: `python bench/guard.py`.

Precision and recall on lines that somebody labelled (`openchair/anonymity/tests/lines`): on those it was
made with, and on those that were written after it. Surnames and workplaces are tried here by a few patterns,
and not in the guard: the figures say why. Growth: how many times longer twice as much takes; two is a
straight line.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable

import place  # noqa: F401 - sets Django up

# ruff: isort: split
from openchair.anonymity.finding import Found, Kind, find
from openchair.anonymity.tests.labelled import Line, left, pointed

LETTERS = 50_000
KNOWN = {"116123", "988"}  # help lines, which the pages leave out too

_NAME = r"[A-ZÄÖÜÉ][\w'’-]{1,30}"
TRIED = {
    "surname": (
        rf"(?:[Mm]y name is|\bI am|\bI[’']m|Mein Name ist|Je m[’']appelle|Mi chiamo) {_NAME} {_NAME}",
        rf"(?:Ich heiße|Me llamo) {_NAME} {_NAME}",
        rf"\b(?:sponsor|brother|friend|boss|doctor|neighbour|married to|was)(?: is)? {_NAME} {_NAME}",
        rf"\b(?:Dr|Mr|Mrs|Ms|Herr|Frau|Mme|Señora)\.? {_NAME}",
    ),
    "workplace": (
        rf"\b(?:work|teach|nurse|drive|boss|sacked me|job) (?:at|for|from|in) (?:the )?{_NAME}",
        rf"\b[Aa]rbeite (?:bei|im|in der) {_NAME}|\btravaille chez {_NAME}|\b[Tt]rabajo en {_NAME}",
        rf"\b[Ll]avoro (?:alla|da|per) {_NAME}",
    ),
}
HOSTILE = (
    *(
        "@",
        "a@",
        "1",
        "1 ",
        "+1",
        "12.12.",
        "2026-",
        "a.",
        ".",
        "a-",
        "www.",
        "http://",
        "a.com/",
        "(",
        "o",
        "one ",
    ),
    *(" at ", " at a dot ", "telegram ", "u/", "12 Aa ", "12 rue a ", "via A ", " ", "_", "\u200b", "\u0301"),
)


def main() -> None:
    """Print all of it."""
    print(f"{'':12}{'made with':>26}{'written after':>26}")
    print(f"{'':12}{'recall':>13}{'precision':>13}{'recall':>13}{'precision':>13}")
    sets = [(pointed(), left()), (pointed("pointed_later.txt"), left("left_later.txt"))]
    for kind in Kind:
        print(f"{kind.value:12}" + "".join(_figures(kind, *lines, _of(kind)) for lines in sets))
    for name, patterns in TRIED.items():
        print(f"{name:12}" + _figures(name, *sets[0], _tried(patterns)) + "   (tried, and left out)")
    print(f"\ntime for {2 * LETTERS} letters, and how many times that of {LETTERS}")
    for piece in HOSTILE:
        once, twice = _seconds(piece, LETTERS), _seconds(piece, 2 * LETTERS)
        print(f"{piece!r:12}{1000 * twice:8.0f} ms{twice / once:8.1f}")


def _of(kind: Kind) -> Callable[[str], list[tuple[int, int]]]:
    return lambda text: [(one.start, one.end) for one in find(text, known=KNOWN) if one.kind == kind]


def _tried(patterns: Iterable[str]) -> Callable[[str], list[tuple[int, int]]]:
    return lambda text: [found.span() for one in patterns for found in re.finditer(one, text)]


def _figures(
    kind: str, yes: list[Line], no: list[Line], finder: Callable[[str], list[tuple[int, int]]]
) -> str:
    seen = Counter[str]()
    for line in [*yes, *no]:
        found = finder(line.text)
        hits = [one for one in found if line.kind == kind and one[0] < line.end and line.start < one[1]]
        seen["asked"] += line.kind == kind
        seen["hit"] += bool(hits)
        seen["stray"] += len(found) - len(hits) if not line.kind or line.kind == kind else 0
    return f"{_share(seen['hit'], seen['asked'])}{_share(seen['hit'], seen['hit'] + seen['stray'])}"


def _share(part: int, whole: int) -> str:
    return f"{f'{part} of {whole}':>13}"


def _seconds(piece: str, letters: int) -> float:
    text = (piece * letters)[:letters]
    times = []
    for _time in range(3):
        began = time.process_time()
        found: list[Found] = find(text)
        times.append(time.process_time() - began)
        assert all(one.end <= letters for one in found)
    return max(min(times), 1e-6)


if __name__ == "__main__":
    main()
