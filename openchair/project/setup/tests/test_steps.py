"""A step of the check says what came of it, and never outlives its bound."""

import sys
import time

from openchair.project.setup.plan import audited, summed
from openchair.project.setup.steps import Outcome, Step, Told, last_line, run


def test_a_step_that_ends_well_is_ok_with_its_last_line() -> None:
    told = run(Step("greet", [sys.executable, "-c", "print('hello')"]))
    assert (told.outcome, told.line) == (Outcome.FINE, "hello")


def test_a_step_that_ends_badly_is_wrong_and_keeps_what_it_said() -> None:
    told = run(Step("fall", [sys.executable, "-c", "print('why'); raise SystemExit(3)"]))
    assert (told.outcome, told.said) == (Outcome.WRONG, "why\n")


def test_a_step_that_never_ends_is_ended_with_its_children() -> None:
    sleeper = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    began = time.monotonic()
    told = run(Step("sleep", [sys.executable, "-c", sleeper], seconds=1))
    assert told.outcome is Outcome.WRONG
    assert time.monotonic() - began < 20


def test_the_line_of_a_suite_is_its_count() -> None:
    said = "FAILED x\n==== 2 failed, 41 passed in 3.20s ====\nafterword\n"
    assert last_line(said) == "2 failed, 41 passed in 3.20s"


def test_the_counts_of_all_suites_are_added() -> None:
    suites = [
        Told("one", Outcome.FINE, line="41 passed, 1 skipped in 3.20s"),
        Told("two", Outcome.FINE, line="2 passed in 1s"),
    ]
    assert summed(suites) == "43 passed, 1 skipped"


def test_an_audit_that_finds_something_is_wrong() -> None:
    told = Told("audit", Outcome.WRONG, said="Found 1 known vulnerability in 1 package")
    assert audited(told).outcome is Outcome.WRONG


def test_an_audit_out_of_reach_says_not_audited() -> None:
    told = audited(Told("audit", Outcome.WRONG, said="Connection refused"))
    assert (told.outcome, told.line.split(":")[0]) == (Outcome.FINE, "not audited")
