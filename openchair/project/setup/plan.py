"""The steps of the check: which command each is, and how long it may take."""

import os
import re
from collections.abc import Sequence
from dataclasses import replace

from openchair.project.setup.places import PYTHON, REQUIREMENTS, ROOT
from openchair.project.setup.steps import Outcome, Step, Told

_FLOORS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
_PYTEST = ("-m", "pytest", "-q", "-rfEs", "-p", "no:cacheprovider")
# One more than there are cores: a test often waits, for a process, a browser or a database.
_WORKERS = ("-n", str((os.cpu_count() or 1) + 1))
_SUITE = (*_PYTEST, *_WORKERS, "--dist", "worksteal")
_COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|warnings?)")


def _python(name: str, *words: str, seconds: int = 300, **environ: str) -> Step:
    return Step(name, [str(PYTHON), *words], seconds, environ)


# What asks no database, asks a file of its own whatever the suite runs on, or asks whichever it is in the
# same way: once is enough.
ON_ONE = (
    *("tests/architecture", "tests/hardening", "tests/kills", "tests/matrix", "tests/benches"),
    *("openchair/kit", "openchair/library", "openchair/support", "openchair/project/setup"),
    "openchair/live/tests/test_script.py",
    *("openchair/project/backing_up/tests/test_and_back.py", "openchair/project/ledger/tests/test_canary.py"),
    *(f"openchair/project/tests/test_{name}.py" for name in ("broken", "languages", "logs")),
)

AUDIT = _python(
    "audit",
    *("-m", "pip_audit", "--strict", "--disable-pip", "--require-hashes", "--progress-spinner", "off"),
    *("--requirement", str(REQUIREMENTS / "scale.txt")),
    seconds=120,
)


def alone() -> list[Step]:
    """The steps that need nothing but packages."""
    return [
        _python("lint", "-m", "ruff", "check", "--output-format=concise", "."),
        _python("format", "-m", "ruff", "format", "--check", "--output-format=concise", "."),
        _python("floors", "-c", _FLOORS, "--no-cache"),
        _python("types", "-m", "mypy", *_typed()),
    ]


def on_sqlite(redis: str | None, browser: str | None) -> Step:
    """The suite as most places are: one file. What follows a page is looked at in a browser."""
    environ = {"OPENCHAIR_TEST_REDIS": redis or "", "OPENCHAIR_CHROMIUM": browser or ""}
    return _python("suite on sqlite", *_SUITE, seconds=2400, **environ)


def on_postgres(postgres: str, redis: str | None) -> Step:
    """The suite as a large place is."""
    environ = {"OPENCHAIR_DATABASE": postgres, "OPENCHAIR_TEST_REDIS": redis or ""}
    once = [f"--ignore={folder}" for folder in ON_ONE]
    return _python("suite on postgresql", *_SUITE, *once, seconds=2400, **environ)


def journeys(browser: str) -> Step:
    """People in a real browser."""
    patient = ("-o", "faulthandler_timeout=900")  # some walk every page
    few_at_a_time = (*_WORKERS, "--dist", "load", "--maxschedchunk", "2")  # the long ones come first
    words = (*_PYTEST, *patient, *few_at_a_time, "tests/journeys")
    return _python("journeys", *words, seconds=3600, OPENCHAIR_CHROMIUM=browser)


def branches() -> Step:
    """Whether tests take every branch of what keeps words, keys and permissions."""
    return _python("every branch of the vault", "-m", "tests.branches", seconds=240)


def clone() -> Step:
    """`./start` in a fresh copy: cold, warm, half made, twice at once."""
    return _python("start in a fresh copy", *_PYTEST, "-s", "tests/clone", seconds=420)


def audited(told: Told) -> Told:
    """The audit's outcome: a service that cannot be reached is no finding, and is said as what it is."""
    if told.outcome is Outcome.FINE or re.search(r"Found \d+ known vulnerabilit", told.said):
        return told
    return replace(told, outcome=Outcome.FINE, line="not audited: the audit service cannot be reached")


def summed(told: Sequence[Told]) -> str:
    """What the suites counted, together, in pytest's words."""
    total: dict[str, int] = {}
    for one in told:
        for count, word in _COUNT.findall(one.line):
            total[word] = total.get(word, 0) + int(count)
    return ", ".join(f"{count} {word}" for word, count in total.items()) or "no tests were run"


def _typed() -> list[str]:
    return [folder for folder in ("openchair", "tests", "bench") if any((ROOT / folder).rglob("*.py"))]
