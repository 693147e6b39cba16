"""`python -m openchair`: what is done to a place from a terminal."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from openchair.__main__ import COMMANDS, main
from openchair.project import starting
from openchair.project.setup.places import ROOT


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function(name: str) -> None:
    assert callable(pkgutil.resolve_name(COMMANDS[name].function))


@pytest.mark.parametrize("words", [[], ["dance"]])
def test_an_unknown_command_is_answered_with_those_there_are(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "doctor" in capsys.readouterr().err


@pytest.mark.django_db
def test_the_stewards_link_leads_to_a_page_of_this_place(capsys: pytest.CaptureFixture[str]) -> None:
    starting.steward([])
    assert capsys.readouterr().out.startswith("http://localhost:8000/steward/")


def test_the_demo_is_never_loaded_into_a_real_place() -> None:
    with pytest.raises(SystemExit, match="folder of its own"):
        starting.demo([])


def test_wrong_settings_end_a_command_in_plain_words(tmp_path: Path) -> None:
    environ = {
        "PYTHONPATH": str(ROOT),
        "OPENCHAIR_DATA": str(tmp_path),
        "OPENCHAIR_PORT": "x",
        "OPENCHAIR_DEMO": "x",
    }
    done = subprocess.run(
        [sys.executable, "-m", "openchair", "migrate"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "OPENCHAIR_PORT" in done.stderr
    assert "OPENCHAIR_DEMO" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_served_before_there_are_keys(tmp_path: Path) -> None:
    environ = {"PYTHONPATH": str(ROOT), "OPENCHAIR_DATA": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-m", "openchair", "serve"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "There are no keys" in done.stderr
