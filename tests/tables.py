"""The tables that our migrations make, made once for all that is tested in one go: places begin as a copy.

The migrations themselves are run forward and back by `tests/architecture/test_migrations.py`.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from openchair.project.setup import keys
from openchair.project.setup.locks import one_at_a_time
from openchair.project.setup.places import ROOT

NAME: Final = "CHECK_TABLES"  # where they are, told to every process that a test starts
FILE: Final = Path("data", "openchair.sqlite3")


def begin() -> Path:
    """The folder of what is made once: this process's, or that of whoever started it; gone when that ends."""
    if NAME not in os.environ:
        os.environ[NAME] = tempfile.mkdtemp(prefix="openchair-tables-")
        atexit.register(_end, Path(os.environ[NAME]), os.getpid())
    return Path(os.environ[NAME])


def empty_place() -> Path:
    """A folder with `data` and `keys` in which nobody has been yet; who asks first makes it, others wait."""
    folder = begin()
    with one_at_a_time(folder / "lock", meanwhile=lambda: None):
        if not (folder / "place").exists():
            _make(folder / "half")
            (folder / "half").rename(folder / "place")
    return folder / "place"


def copy_file(to: Path) -> None:
    """The file of the tables alone, for whoever has keys of their own."""
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(empty_place() / FILE, to)


def _make(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # begun by somebody who was ended
    (folder / "data").mkdir(parents=True)
    keys.make_missing(folder / "keys")
    here = {f"OPENCHAIR_{name}": str(folder / name.lower()) for name in ("DATA", "KEYS", "RING")}
    settings = {"OPENCHAIR_DATABASE": "", "DJANGO_SETTINGS_MODULE": "openchair.project.settings"}
    subprocess.run(
        [sys.executable, "-m", "openchair", "migrate"],
        cwd=ROOT,
        env={**os.environ, **here, **settings},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def _end(folder: Path, maker: int) -> None:
    if os.getpid() == maker:
        shutil.rmtree(folder, ignore_errors=True)
