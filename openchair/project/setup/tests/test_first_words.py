"""A machine that lacks something is told in one line what to install."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from openchair.project.setup import environment
from openchair.project.setup.places import ROOT


@pytest.mark.parametrize("command", ["start", "check"])
def test_a_python_that_is_too_old_is_told_what_to_install(command: str, tmp_path: Path) -> None:
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "python3").chmod(0o755)
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    done = subprocess.run(
        ["/bin/sh", str(ROOT / command)],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr
    assert "sudo apt install python3 python3-venv" in done.stderr


def test_a_python_without_venv_is_told_the_one_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        environment.ready("runtime")
    assert not (tmp_path / ".venv").exists()


def test_the_commands_are_a_few_lines_that_may_be_run() -> None:
    for command in ("start", "check", ".ci/run"):
        assert os.access(ROOT / command, os.X_OK)
        assert len((ROOT / command).read_text().splitlines()) <= 15
