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
_STOPPED = ("failed", "errors", "error")
MOST_BY_CHANCE = 2  # journeys
_COUNT = re.compile(r"(\d+) (passed|failed|errors?|unsteady|skipped|xfailed|warnings?)")


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
    return _python("suite on sqlite", *_SUITE, seconds=3600, **environ)


def on_postgres(postgres: str, redis: str | None) -> Step:
    """The suite as a large place is."""
    environ = {"OPENCHAIR_DATABASE": postgres, "OPENCHAIR_TEST_REDIS": redis or ""}
    once = [f"--ignore={folder}" for folder in ON_ONE]
    return _python("suite on postgresql", *_SUITE, *once, seconds=3600, **environ)


def journeys(browser: str, noted: str, where: str = "tests/journeys") -> Step:
    """People in a real browser; which of them did not arrive is noted in the folder `noted`."""
    few_at_a_time = (*_WORKERS, "--dist", "load", "--maxschedchunk", "2")  # the long ones come first
    return _walked(browser, noted, where, *few_at_a_time)


def journeys_again(browser: str, noted: str, where: str = "tests/journeys") -> Step:
    """Those alone that did not arrive, one after the other, with nothing beside them."""
    return _walked(browser, noted, where, "--last-failed", "--last-failed-no-failures", "none")


def _walked(browser: str, noted: str, where: str, *how: str) -> Step:
    patient = ("-o", "faulthandler_timeout=900")  # some walk every page
    command = ("-m", "pytest", "-q", "-rfEs", "-o", f"cache_dir={noted}", *patient, *how, where)
    return _python("journeys", *command, seconds=3600, OPENCHAIR_CHROMIUM=browser)


def is_walked_again(told: Told) -> bool:
    """Did so few not arrive that it may have been chance? More are a fault, whatever they do alone."""
    counts = {word: int(count) for count, word in _COUNT.findall(told.line)}
    stopped = sum(count for word, count in counts.items() if word in _STOPPED)
    return told.outcome is Outcome.WRONG and 0 < stopped <= MOST_BY_CHANCE


def unsteady(first: Told, again: Told) -> Told:
    """What came of two walks: when all arrived in the end it is fine, and each that took both is named."""
    if again.outcome is not Outcome.FINE:
        return first
    named = [f"UNSTEADY {line}" for line in first.said.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return replace(
        first,
        outcome=Outcome.FINE,
        seconds=first.seconds + again.seconds,
        line=re.sub("|".join(_STOPPED), "unsteady", first.line),
        said="\n".join([first.said, *named]),
    )


def branches() -> Step:
    """Whether tests take every branch of what keeps words, keys and permissions."""
    return _python("every branch of the vault", "-m", "tests.branches", seconds=900)


def clone() -> Step:
    """`./start` in a fresh copy: cold, warm, half made, twice at once."""
    return _python("start in a fresh copy", *_PYTEST, "-s", "tests/clone", seconds=900)


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
