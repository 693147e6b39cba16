"""How long the ring takes: keys made, opened, and wrapped anew under another key.

.venv/bin/python bench/ring.py [how many keys]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from django.conf import settings

settings.configure(OPENCHAIR_CLOCK_SHIFT=None)

from openchair.vault import rotating  # noqa: E402 - settings come first
from openchair.vault.keks import KeyFolder  # noqa: E402
from openchair.vault.ring import Ring  # noqa: E402

BATCH = 1000  # keys forged in one transaction, as when data is brought in


def main(total: int) -> None:
    """One ring in a folder of its own, on the disk where temporary files lie."""
    with tempfile.TemporaryDirectory(prefix="openchair-bench-") as folder:
        here = Path(folder)
        ring = Ring(here / "ring.sqlite3", here / "copy" / "ring.sqlite3", KeyFolder(here / "keys"))
        ring.begin()
        names = [str(uuid4()) for _ in range(total)]

        def forge() -> None:
            for at in range(0, total, BATCH):
                ring.forge("person", names[at : at + BATCH])

        _told(f"{total} keys made", forge)
        _told(f"{total} keys opened", lambda: ring.open_keys(names))
        _told(f"{total} keys wrapped under another", lambda: rotating.rotate(ring))
        _told("one key made", lambda: ring.forge("person", ["one more"]))
        _told("one key destroyed", lambda: ring.destroy(["one more"], {b"mark": "2026-01-01"}))
        print(f"{'each of the two files':34} {ring.path.stat().st_size / 1e6:8.1f} MB")


def _told(what: str, act: Callable[[], object]) -> None:
    began, worked = time.perf_counter(), time.process_time()
    act()
    took, worked = time.perf_counter() - began, time.process_time() - worked
    print(f"{what:34} {took:8.3f} s, of which {worked:6.3f} s of work")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
