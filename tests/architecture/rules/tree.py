"""The files of this repository, as the rules read them."""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# A rule reads one file (its path from the root, its text) and yields what is wrong with it.
Rule = Callable[[str, str], Iterator[str]]

_BINARY = {".png", ".webp", ".woff2", ".ico", ".gz", ".mo"}


@cache
def files() -> tuple[str, ...]:
    """Every file that is kept or about to be: what git tracks, and what it does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    names = {name for name in listed.stdout.split("\0") if name}
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def python() -> Iterator[str]:
    """Our Python, without what Django generates."""
    return (name for name in files() if name.endswith(".py") and "/migrations/" not in name)


def templates() -> Iterator[str]:
    """All templates."""
    return (name for name in files() if name.endswith(".html") and "/templates/" in name)


def styles() -> Iterator[str]:
    """All stylesheets."""
    return (name for name in files() if name.endswith(".css"))


def scripts() -> Iterator[str]:
    """All script that reaches a browser."""
    return (name for name in files() if name.endswith(".js"))


def texts() -> Iterator[str]:
    """Everything that can be read."""
    return (name for name in files() if Path(name).suffix not in _BINARY)


def read(name: str) -> str:
    """The text of a file."""
    return (ROOT / name).read_text(encoding="utf-8")


def complaints(rule: Rule, names: Iterable[str]) -> str:
    """What the rule says about all the files, one complaint a line; empty when all is well."""
    return "\n".join(f"{name}: {wrong}" for name in names for wrong in _read_by(rule, name))


def _read_by(rule: Rule, name: str) -> Iterator[str]:
    try:
        yield from rule(name, read(name))
    except SyntaxError as fault:
        yield f"line {fault.lineno}: cannot be read: {fault.msg}"
