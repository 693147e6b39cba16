"""The table that a person reads: one line for each way to ask, a column for each role."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.matrix.people import MEANS, ROLES

TABLE = Path(__file__).with_name("expected.txt")
SIGNS = """\
# Who gets what at each address: read against the policy tables, and changed by hand when one of them is.
#
# ✓ served          → asked to sign in       ? asked to show who one is   · nothing is there (404)
# ↩ led elsewhere   ! not now, or a role     ~ the link is over           = as if it were not there
#
# Harbour is unlisted; beacon is listed and has guests; cove was closed; in shut harbour's earlier meeting
# is over; mixed names harbour's things in beacon. Tonight's roles count in rooms alone: elsewhere the last
# six are not asked. Every other way to ask is 405 for everybody. What is refused leaves no trace, and
# ·, → and = are the answers to something that never was.
"""


class Line(NamedTuple):
    """Which ways of asking in which corners get these signs, a sign a role."""

    name: str
    methods: tuple[str, ...]
    variants: tuple[str, ...]
    signs: str


Row = tuple[str, str, str]  # name of the address, method, corner


def read(text: str = "") -> dict[Row, str]:
    """What everybody should get, as a text or the table says. Raises AssertionError for a way told twice."""
    rows: dict[Row, str] = {}
    for line in (text or TABLE.read_text(encoding="utf-8")).splitlines():
        if not line.startswith("#"):
            name, methods, variants, *signs = line.split()
            for row in product([name], methods.split("+"), variants.split("+")):
                assert row not in rows, f"{' '.join(row)} stands in the table twice"
                rows[row] = "".join(signs)
    return rows


def text(rows: dict[Row, str]) -> str:
    """The whole file that says this."""
    return heading() + "".join(f"{line}\n" for line in drawn(rows))


def drawn(rows: dict[Row, str]) -> list[str]:
    """The lines of a table that says this, those with the same signs together."""
    return [
        f"{line.name:<26} {'+'.join(line.methods):<9} {'+'.join(line.variants):<26} {'  '.join(line.signs)}"
        for line in _lines(rows)
    ]


def heading() -> str:
    """What the signs and the columns mean."""
    roles = "\n".join(f"# {number:>2} {role:<10}  {MEANS[role]}" for number, role in enumerate(ROLES, 1))
    numbers = "  ".join(f"{number % 10}" for number in range(1, len(ROLES) + 1))
    return SIGNS + f"#\n{roles}\n#\n{'#':<63} {numbers}\n"


def _lines(rows: dict[Row, str]) -> Iterator[Line]:
    for name in dict.fromkeys(row[0] for row in rows):
        for method, variants in _alike(rows, name):
            yield Line(name, method, variants, rows[name, method[0], variants[0]])


def _alike(rows: dict[Row, str], name: str) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Ways to ask whose signs are equal: the corners of one method, then methods with the same."""
    corners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (one, method, variant), signs in rows.items():
        if one == name:
            corners[method, signs].append(variant)
    methods: dict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for (method, signs), variants in corners.items():
        methods[tuple(variants), signs].append(method)
    return [(tuple(those), variants) for (variants, _signs), those in methods.items()]
