"""Rows as a file that a table program opens."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

Cell = str | int | bool | None
# A table program takes a cell that begins so for a formula (ASVS 5.0, 1.2.10).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def sheet(columns: Sequence[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """CSV in UTF-8 with the mark that table programs look for; a cell like a formula gets a quote."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([[_safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str:
    said = "" if cell is None else str(cell)
    return f"'{said}" if said.startswith(_FORMULA) else said
