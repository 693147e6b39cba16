"""The folder `.venv`: the pinned packages, made once, mended when half made, remade when Python moved on.

A stamp is written last and taken away first: an environment without one was interrupted and is made anew.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from openchair.project.setup.locks import one_at_a_time
from openchair.project.setup.places import ENVIRONMENT, PYTHON, REQUIREMENTS, ROOT, Stop

# Each profile holds all of the ones after it.
PROFILES = ("check", "scale", "runtime")
SECONDS = 900


def ready(profile: str) -> None:
    """Have the environment hold the packages of `profile`; returns at once when it does.

    Raises Stop with one line when Python's own parts are missing or the packages cannot be fetched.
    """
    if is_ready(profile):
        return
    try:
        with one_at_a_time(ROOT / ".setup.lock", meanwhile=_somebody_else_is_at_it):
            _make_ready(profile)
    except TimeoutError:
        raise Stop(
            "Another start has been fetching packages for ten minutes. Stop it, then try again."
        ) from None


def is_ready(profile: str) -> bool:
    """Whether the stamp of `profile` matches its requirements and this Python."""
    try:
        return _stamp(profile).read_text() == _fingerprint(profile) and _runs()
    except FileNotFoundError:
        return False


def _make_ready(profile: str) -> None:
    if is_ready(profile):
        return  # whoever was at it made it
    if not _usable():
        _make()
    _install(profile)


def _fingerprint(profile: str) -> str:
    pins = (REQUIREMENTS / f"{profile}.txt").read_bytes()
    return f"{hashlib.sha256(pins).hexdigest()} {_version()}\n"


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _stamp(profile: str) -> Path:
    return ENVIRONMENT / f"{profile}.stamp"


def _runs() -> bool:
    return (
        os.access(PYTHON, os.X_OK)
        and f"\nversion = {_version()}." in (ENVIRONMENT / "pyvenv.cfg").read_text()
    )


def _usable() -> bool:
    whole = any(_stamp(profile).exists() for profile in PROFILES)
    return whole and (ENVIRONMENT / "pyvenv.cfg").exists() and _runs()


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Stop(
            "Python's venv is missing here. On Debian or Ubuntu this line installs it, then start again:\n"
            "    sudo apt install python3-venv"
        )
    _say("Making a place for Open Chair's packages (once) …")
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    done = _run([sys.executable, "-m", "venv", str(ENVIRONMENT)])
    if done.returncode:
        raise Stop(f"Python could not make the folder {ENVIRONMENT}:\n{_last_lines(done)}")


def _install(profile: str) -> None:
    _say("Fetching the pinned packages …")
    for each in PROFILES:
        _stamp(each).unlink(missing_ok=True)
    pins = str(REQUIREMENTS / f"{profile}.txt")
    exact = ["--require-hashes", "--only-binary", ":all:", "-r", pins]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    done = _run([str(PYTHON), "-m", "pip", "install", *quiet, *exact])
    if done.returncode:
        raise Stop(f"The packages could not be fetched. Is this machine online?\n{_last_lines(done)}")
    for each in PROFILES[PROFILES.index(profile) :]:
        _stamp(each).write_text(_fingerprint(each))


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Stop(
            f"This took longer than {SECONDS // 60} minutes and was ended. Please try again."
        ) from None


def _last_lines(done: subprocess.CompletedProcess[str]) -> str:
    return "\n".join((done.stdout + done.stderr).strip().splitlines()[-6:])


def _somebody_else_is_at_it() -> None:
    _say("Another start is fetching the packages; waiting for it …")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
