"""The bench of how soon a share is seen runs: its figures are for people to look at."""

import re

import pytest

from tests.benches.test_benches import brief

pytestmark = pytest.mark.journey


def test_from_pressing_to_seeing_is_told_for_a_share_and_a_reply() -> None:
    printed = brief("arrival", TIMES=1)
    for line in ("a share", "a reply"):
        assert re.search(rf"^{line} +[1-9]\d* +[1-9]\d*$", printed, re.MULTILINE), printed
