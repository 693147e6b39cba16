"""What our Python never does."""

import json
import subprocess
import sys

import pytest

from tests.architecture.rules import code, tree

RULES = [
    (code.starts_from_the_person, "openchair/a/views/b.py", "request.user.name\n", "request.person.name\n"),
    (code.says_what_it_is, "openchair/a/b.py", "class RoomManager: ...\n", "class Room: ...\n"),
    (code.has_a_place_with_a_name, "openchair/a/utils.py", "", None),
    (code.knows_its_types, "openchair/a/b.py", "def f(x: dict[str, Any]): ...\n", "def f(x: object): ...\n"),
    (
        code.finds_short_words_by_themselves,
        "tests/journeys/test_a.py",
        'assert "Ben" not in page\n',
        'assert not stands("Ben", page) and "A whole sentence" not in page\n',
    ),
    (
        code.acts_know_no_screen,
        "openchair/groups/joining.py",
        "from openchair.groups.views.door import show\n",
        "from openchair.groups.models import Group\n",
    ),
]

# Rules that ruff carries: what it must find, and where.
RUFF = {
    "PLC0415": ("openchair/groups/joining.py", "def join() -> None:\n    import os\n\n    os.abort()\n"),
    "TID251": (
        "openchair/groups/joining.py",
        "from django.utils import timezone\n\nSTART = timezone.now()\n",
    ),
    "DTZ005": ("openchair/groups/joining.py", "from datetime import datetime\n\nSTART = datetime.now()\n"),
    "T201": ("openchair/groups/joining.py", 'print("hello")\n'),
    "TID252": ("openchair/groups/joining.py", "from . import models\n"),
    "C901": ("openchair/groups/joining.py", "def f(x):\n" + "    if x: x()\n" * 12),
}
NOT_OURS = {
    "django.dispatch": "from django.dispatch import receiver\n",
    "unittest.mock": "from unittest.mock import patch\n",
    "django.views.generic": "from django.views.generic import View\n",
}


@pytest.mark.parametrize(
    ("rule", "name", "wrong", "right"), RULES, ids=lambda value: getattr(value, "__name__", "")
)
def test_our_python_keeps_the_rule_and_the_rule_can_fail(
    rule: tree.Rule, name: str, wrong: str, right: str | None
) -> None:
    assert tree.complaints(rule, tree.python()) == ""
    assert list(rule(name, wrong))
    assert right is None or list(rule(name, right)) == []


@pytest.mark.parametrize("code_of_rule", RUFF)
def test_ruff_finds_what_is_never_done(code_of_rule: str) -> None:
    assert code_of_rule in ruff(*RUFF[code_of_rule])


@pytest.mark.parametrize("module", NOT_OURS)
def test_ruff_knows_what_we_do_without(module: str) -> None:
    assert "TID251" in ruff("openchair/groups/joining.py", NOT_OURS[module])


def test_the_clock_alone_may_ask_the_machine_for_the_time() -> None:
    source = "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n"
    assert "TID251" in ruff("openchair/groups/joining.py", source)
    assert "TID251" not in ruff("openchair/kit/clock.py", source)


def ruff(name: str, source: str) -> set[str]:
    """The codes of what ruff says of a file of that name with that text."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=json"]
    told = subprocess.run(
        [*command, "--stdin-filename", name, "-"],
        input=source,
        cwd=tree.ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    return {one["code"] for one in json.loads(told.stdout)}
