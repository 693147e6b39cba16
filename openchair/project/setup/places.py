"""Where things lie in this folder, and which folders belong to a place."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"

DATA = ROOT / "data"
DEMO = ROOT / "demo"


def keys_beside(data: Path) -> Path:
    """The folder of a place's keys: beside its data, so that a copy of one is not a copy of both.

    `data` has `keys`; any other folder has its own, so that two places side by side never share a key.
    """
    return data.parent / ("keys" if data.name == "data" else f"{data.name}-keys")


def ring_beside(data: Path) -> Path:
    """The folder of a place's ring: beside its data as its keys are, and never in a copy of the data."""
    return data.parent / ("ring" if data.name == "data" else f"{data.name}-ring")


class Stop(SystemExit):
    """The end of a command, with one kind line for whoever typed it. Shown as it is, status 1."""
