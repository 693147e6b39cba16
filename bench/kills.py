"""Ten thousand writers killed without warning: how many acknowledged writes were lost. It should be none.

.venv/bin/python bench/kills.py [how many] [seconds at most]
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(kills: int, seconds: int) -> int:
    """One line; the status is 1 when anything is wrong."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="openchair-bench-") as folder:
        here = {f"OPENCHAIR_{name}": f"{folder}/{name.lower()}" for name in ("DATA", "KEYS", "RING")}
        Path(here["OPENCHAIR_DATA"]).mkdir()
        done = subprocess.run(
            [sys.executable, "-m", "tests.kills.killing", str(kills), str(seconds)],
            cwd=ROOT,
            env={
                **os.environ,
                **here,
                "OPENCHAIR_DATABASE": "",
                "DJANGO_SETTINGS_MODULE": "openchair.project.settings",
            },
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    told = json.loads(done.stdout)
    took = time.monotonic() - began
    wrong = told["wrong"]
    ended, sure = told["kills"], told["acknowledged"]
    print(f"{ended} kills in {took:.0f} s, {sure} acknowledged writes, {len(wrong)} wrong")
    print("\n".join(wrong[:20]))
    return 1 if told["wrong"] or ended < kills else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(main(int(words[0]) if words else 10_000, int(words[1]) if len(words) > 1 else 3600))
