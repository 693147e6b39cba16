"""Which floor an app stands on, read from the contract in pyproject.toml."""

import tomllib
from functools import cache

from tests.architecture.rules.tree import ROOT


@cache
def floors() -> dict[str, int]:
    """Each app's floor; a higher number may use a lower one."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers: list[str] = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        name.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def floor_of(app: str) -> int:
    """The floor of an app; KeyError when nobody placed it."""
    return floors()[app]


def apps() -> set[str]:
    """The apps that exist."""
    return {path.parent.name for path in (ROOT / "openchair").glob("*/__init__.py")}
