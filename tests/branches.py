"""Every branch of what keeps words, keys and permissions is taken by tests: `python -m tests.branches`."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
KEPT: Final = "openchair/vault/*,openchair/kit/policy.py,openchair/*/policy.py"
NOT: Final = "*/tests/*,*/migrations/*"
BY: Final = (
    *("openchair/vault", "tests/matrix/test_policies.py", "tests/matrix/test_policies_of_greeting.py"),
    *("tests/matrix/test_policies_of_together.py", "openchair/together/tests/test_birthdays.py"),
    *("tests/sealing/test_names.py", "openchair/shares/tests/test_taken_out.py"),
    *("openchair/greeting/tests/test_taking.py", "openchair/roster/tests/test_pages.py"),
    "openchair/stories/tests/test_turning.py",
    *("tests/matrix/test_policies_of_gatherings.py", "openchair/gatherings/tests/test_thread.py"),
    "openchair/gatherings/tests/test_wording.py",
    *("openchair/paths/tests/test_pages.py", "openchair/companions/tests/test_pages.py"),
)


def main() -> int:
    """Run these tests, say what they left out, and end with 1 when anything was."""
    with tempfile.TemporaryDirectory() as folder:
        data = f"--data-file={folder}/coverage"
        tried = _coverage(
            "run", data, "--branch", f"--include={KEPT}", f"--omit={NOT}", "-m", "pytest", "-q", *BY
        )
        return tried or _coverage("report", data, "--fail-under=100", "--skip-covered", "--show-missing")


def _coverage(*words: str) -> int:
    return subprocess.run([sys.executable, "-m", "coverage", *words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
