"""What the check calls wrong, and what it only tells."""

import pytest

from openchair.project.setup.check import check, judged
from openchair.project.setup.steps import Outcome, Told

SKIPPED = Told("journeys", Outcome.SKIPPED, line="no Chromium")
WITH_A_SKIP = Told(
    "suite", Outcome.FINE, line="9 passed, 1 skipped in 2s", said="SKIPPED [1] a.py: no Redis\n"
)


@pytest.mark.parametrize("told", [SKIPPED, WITH_A_SKIP])
def test_a_skip_is_told_and_is_wrong_only_where_everything_is_required(told: Told) -> None:
    assert judged(told, strict=False) == told
    required = judged(told, strict=True)
    assert required.outcome is Outcome.WRONG
    assert "required, but skipped" in required.line


def test_what_was_wrong_stays_as_it_was_told() -> None:
    wrong = Told("suite", Outcome.WRONG, line="1 failed", said="SKIPPED [1] a.py: no Redis\n")
    assert judged(wrong, strict=True) == wrong


def test_one_step_can_be_run_alone_and_is_told_with_its_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(["floors"]) == 0
    said = capsys.readouterr().out
    assert "ok       floors" in said
    assert "2 steps ok, 0 wrong, 0 skipped in" in said
