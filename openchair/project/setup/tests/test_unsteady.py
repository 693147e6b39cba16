"""A journey that did not arrive is walked once more, alone; nothing of it is kept quiet."""

from pathlib import Path

import pytest

from openchair.project.setup import plan
from openchair.project.setup.steps import Outcome, Told, run

ONE_OF_TWO = """
from pathlib import Path
def test_arrives(): pass
def test_arrives_the_second_time():
    here = Path(__file__).with_name("been-here")
    been, _ = here.exists(), here.touch()
    assert been, "the page was still on its way"
"""


def walked(folder: Path, tests: str) -> tuple[Told, Told]:
    """Both walks of these tests, the second as `./check` would do it."""
    (folder / "test_walks.py").write_text(tests)
    noted = str(folder / "noted")
    return run(plan.journeys("", noted, str(folder))), run(plan.journeys_again("", noted, str(folder)))


def test_what_arrives_the_second_time_is_fine_and_named_with_what_stopped_it(tmp_path: Path) -> None:
    first, again = walked(tmp_path, ONE_OF_TWO)
    assert plan.is_walked_again(first) and again.line.startswith("1 passed")
    told = plan.unsteady(first, again)
    assert told.outcome is Outcome.FINE and told.line.startswith("1 unsteady, 1 passed")
    [named] = [line for line in told.said.splitlines() if line.startswith("UNSTEADY")]
    assert "test_arrives_the_second_time" in named and "the page was still on its way" in told.said


def test_what_does_not_arrive_alone_either_is_wrong() -> None:
    stopped = Told("journeys", Outcome.WRONG, line="1 failed, 9 passed in 3s")
    assert plan.unsteady(stopped, stopped) == stopped


@pytest.mark.parametrize(
    ("line", "again"),
    [("2 failed, 9 passed in 3s", True), ("1 failed, 9 passed, 2 errors in 3s", False), ("9 passed", False)],
)
def test_many_that_do_not_arrive_are_a_fault_at_once(line: str, again: bool) -> None:
    assert plan.is_walked_again(Told("journeys", Outcome.WRONG, line=line)) is again


def test_a_step_that_was_ended_is_not_walked_again() -> None:
    assert not plan.is_walked_again(Told("journeys", Outcome.WRONG, line="ended after 3600 s"))
