"""What this machine offers: programs, and its package manager where we may use it."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

SECONDS = 300
_HIDDEN = ("/usr/lib/postgresql/*/bin",)  # Debian keeps these off the path


def program(*names: str) -> str | None:
    """The first of the programs that is here."""
    for name in names:
        found = shutil.which(name) or _hidden(name)
        if found:
            return found
    return None


def program_or_install(package: str, *names: str) -> str | None:
    """The program, installed by apt-get when it is missing and we are root on a Debian; None otherwise."""
    found = program(*names)
    if found is None and _may_install() and _apt_get("install", "--yes", "--no-install-recommends", package):
        found = program(*names)
    return found


def _hidden(name: str) -> str | None:
    folders = (folder for pattern in _HIDDEN for folder in Path("/").glob(pattern.lstrip("/")))
    newest = sorted((folder / name for folder in folders if (folder / name).exists()), reverse=True)
    return str(newest[0]) if newest else None


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None and _lists_are_fresh()


@cache
def _lists_are_fresh() -> bool:
    return _apt_get("update")


def _apt_get(*words: str) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            ["apt-get", "--quiet", *words], env=quiet, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
