"""The ring as a set: few generations and none old, so that whoever was erased is soon nowhere."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from openchair.project.backing_up import sets
from openchair.project.backing_up.sets import Spoilt
from openchair.vault import mending, ring_file
from openchair.vault.ring import Ring

FILE: Final = "ring.sqlite3"
MOST: Final = 3
OLDEST: Final = timedelta(days=30)


def make(parent: Path, ring: Ring) -> tuple[Path, int]:
    """A new set in which every key opens; returns its folder and how many keys. Raises Spoilt."""
    with sets.begun(parent) as draft:
        ring_file.copied(ring.path, draft / FILE)
        looked = mending.look_at(ring.keys, draft / FILE)
        if looked.changes is None:
            raise Spoilt(f"A key of the ring {ring.path} does not open: python -m openchair ring verify.")
        counts = {"keys": looked.keys, "tombstones": len(ring.tombstones())}
        return sets.finish(draft, "ring", ring.fact("name") or "", counts), looked.keys


def let_go(parent: Path, moment: datetime) -> int:
    """Overwrite and remove all but the newest three, and what is older than thirty days; returns how many."""
    there = sets.finished(parent)
    old = [one for one in there if sets.manifest_of(one).made < moment - OLDEST]
    over = {*there[:-MOST], *old}
    for folder in over:
        ring_file.wipe(folder / FILE)
        shutil.rmtree(folder)
    return len(over)
