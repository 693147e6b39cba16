"""PostgreSQL's own tools, for places that outgrew one file."""

import os
import subprocess
from pathlib import Path
from typing import Final

from django.db import connection, transaction

from openchair.project.backing_up import proof
from openchair.project.backing_up.sets import Spoilt
from openchair.vault.ring import Ring

DUMP: Final = "openchair.dump"
_LONGEST: Final = 3600  # seconds
_NAMES: Final = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}


def dump(target: Path, ring: Ring) -> tuple[dict[str, int], proof.Opened]:
    """What pg_dump writes of one moment; rows are counted and opened at that same moment. Raises Spoilt."""
    with transaction.atomic(), connection.cursor() as cursor:

        def ask(question: str) -> proof.Rows:
            cursor.execute(question)
            return list(cursor.fetchall())

        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        snapshot = str(ask("SELECT pg_export_snapshot()")[0][0])
        name = str(connection.settings_dict["NAME"])
        _run("pg_dump", f"--snapshot={snapshot}", "--format=custom", "--no-owner", f"--file={target}", name)
        counts, looked = proof.counts(ask), proof.open_some(ask, ring)
    _run("pg_restore", "--list", str(target))
    return counts, looked


def _run(program: str, *words: str) -> None:
    told = connection.settings_dict
    environ = {name: str(told[key]) for name, key in _NAMES.items() if told[key]}
    try:
        done = subprocess.run(
            [program, *words],
            env={**os.environ, **environ},
            capture_output=True,
            text=True,
            timeout=_LONGEST,
            check=False,
        )
    except FileNotFoundError:
        raise Spoilt(f"{program} is not installed: it comes with PostgreSQL's client programs.") from None
    if done.returncode:
        raise Spoilt(f"{program} did not end well: {done.stderr.strip()[-300:]}")
