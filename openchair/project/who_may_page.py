"""`docs/who-may.md`: the table of who may, for people who meet and want to talk about it."""

import re
from itertools import groupby
from typing import Final

from openchair.project.env import ROOT
from openchair.project.who_may import PHRASES, Address, acts, addresses, declared

PAGE: Final = ROOT / "docs" / "who-may.md"
_WAYS: Final = {"GET": "read", "POST": "sent"}
_HEAD: Final = """\
# Who may

Every address of the place: how it may be asked, at which door, and what is asked about the thing it names.
Whoever may not is told what they would be told if the thing did not exist. This page is written by
`python -m openchair who-may` from `openchair/project/who_may.toml`, the doors on the views and the tables in
each `policy.py`; a test keeps it equal. What each kind of person gets at each address is in
`tests/matrix/expected.txt`.
"""


def run(arguments: list[str]) -> int:  # noqa: ARG001 - every command takes the words after it
    """`python -m openchair who-may`."""
    PAGE.write_text(text(), encoding="utf-8")
    return 0


def text() -> str:
    """The whole page."""
    order = {name: number for number, name in enumerate(declared())}
    found = sorted(addresses(), key=lambda one: order[one.name])
    parts = [_HEAD]
    for area, those in groupby(found, key=lambda one: declared()[one.name].area):
        head = f"## {area}\n\n| Address | May be | Door | Then |\n|---|---|---|---|\n"
        parts.append(head + "".join(_line(one) for one in those))
    said = "".join(f"| {act} | {who} |\n" for act, who in acts().items())
    parts.append(f"## Acts\n\n| Act | Open to whoever |\n|---|---|\n{said}")
    return "\n".join(parts)


def _line(address: Address) -> str:
    line = declared()[address.name]
    path = re.sub(r"<[^>]*>", "…", address.path)
    ways = " and ".join(_WAYS[method] for method in line.methods)
    door = f"{address.door}, and just shown who they are" if address.confirms else address.door
    asked = "; ".join(PHRASES.get(one, one) for one in line.asks)
    return f"| `{path}` | {ways} | {door} | {asked} |\n"
