"""`python -m openchair inventory`: PRIVACY.md, written from what apps and tables say of themselves."""

from collections.abc import Iterator
from pathlib import Path

from django.db import models
from django.utils import translation

from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.held import said
from openchair.project.ledger.kinds import KINDS
from openchair.vault.checks import ours

FILE = Path(__file__).parents[3] / "PRIVACY.md"
BEFORE = """\
# What is kept

Written by `python -m openchair inventory` from the code itself; a test keeps the two equal. The same list,
in the reader's language, is on the page *Privacy* of every place.

## About a person

| What | Why | How long |
|---|---|---|
"""
BETWEEN = """
## Every column of every table

*Sealed* is encrypted with a key of whoever wrote it; erasing a person destroys theirs. *Leads to* names
another row. *Public* says for whom.

| Table | Column | How it is held |
|---|---|---|
"""
AFTER = """
Nowhere: a telephone number, a real name, a location, an address or a kind of a device, who came to a meeting,
and what was said in one that has closed. An e-mail address only where somebody gave one to be told of things.
"""


def run(arguments: list[str]) -> int:  # noqa: ARG001 - every command takes the words after it
    """Write the file."""
    FILE.write_text(text(), encoding="utf-8")
    return 0


def text() -> str:
    """The whole of PRIVACY.md, in English."""
    with translation.override("en"):
        kept = [f"| {KINDS[one.model].title} | {one.why} | {one.how_long} |" for one in reversed(EVERYTHING)]
        return "".join([BEFORE, _lines(kept), BETWEEN, _lines(columns()), AFTER])


def columns() -> Iterator[str]:
    """A line for every column of every table of ours, by the alphabet."""
    for model in sorted(ours(), key=_table):
        for column in model._meta.concrete_fields:
            yield f"| {_table(model)} | {column.name} | {said(column)} |"


def _table(model: type[models.Model]) -> str:
    return str(model._meta.db_table)


def _lines(rows: Iterator[str] | list[str]) -> str:
    return "".join(f"{row}\n" for row in rows)
