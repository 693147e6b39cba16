"""Papers that must not rot: dependencies and their reasons, pins, tables, commands, addresses."""

import re
import tomllib
from collections.abc import Iterator
from itertools import chain

DIRECT = 15  # direct runtime dependencies at most; a further one replaces one

# Written in pieces, so that this file passes its own rule.
_FOLDERS = ["/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/wo" + "rk/", "/op" + "t/wheels", "/tm" + "p/oc"]
_MACHINE = re.compile(rf"(?<![\w.])(?:{'|'.join(_FOLDERS)})")
_SITES = ["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.org", "index-" + "url"]
_REGISTRY = re.compile("|".join(_SITES))
_ABSENT = re.compile(r"\brul" + r"ing \d|\b(?:secu" + r"rity|prod" + r"uct)\.md\b")
_PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;\\]+)", re.MULTILINE | re.IGNORECASE)


def names_no_machine(name: str, text: str) -> Iterator[str]:
    """No path of a machine, no address of a registry, no paper that is not here: it is the same for all."""
    kinds = (
        (_MACHINE, "a machine's path"),
        (_REGISTRY, "a registry's address"),
        (_ABSENT, "a paper not here"),
    )
    for pattern, what in kinds:
        for found in pattern.finditer(text):
            yield f"line {text.count(chr(10), 0, found.start()) + 1}: {what}"


def gives_reasons(name: str, text: str) -> Iterator[str]:
    """Each dependency in pyproject.toml carries its reason beside it."""
    project = tomllib.loads(text)["project"]
    extras: dict[str, list[str]] = project.get("optional-dependencies", {})
    wanted = [*project["dependencies"], *chain.from_iterable(extras.values())]
    for dependency in wanted:
        line = next((one for one in text.splitlines() if f'"{dependency}"' in one), "")
        reason = line.partition("#")[2].split()
        if not reason:
            yield f"{dependency} has no reason beside it"
    if len(project["dependencies"]) > DIRECT:
        yield f"{len(project['dependencies'])} direct dependencies, the most is {DIRECT}"


def pins(text: str) -> dict[str, str]:
    """Package → version of a compiled requirements file."""
    return {name.lower(): version for name, version in _PIN.findall(text)}


def is_pinned_by_hash(name: str, text: str) -> Iterator[str]:
    """Every package of a requirements file has a version and hashes."""
    for package in re.split(r"\n(?=\S)", text.strip()):
        if package.startswith("#"):
            continue
        if not _PIN.match(package) or "--hash=sha256:" not in package:
            yield f"{package.split()[0]} has no version or no hash"


def named_in_table(text: str) -> set[str]:
    """The apps named as `app/` in the first table of ARCHITECTURE.md."""
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return set(re.findall(r"`(\w+)/`", table[0])) if table else set()


def claimed(text: str) -> set[str]:
    """The requirement ids that a test file claims."""
    return {
        one
        for found in re.findall(r"mark\.requirement\(([^)]*)\)", text)
        for one in re.findall(r"S\d\d", found)
    }


def listed(text: str) -> set[str]:
    """The requirement ids that docs/requirements.md lists, one row each."""
    return set(re.findall(r"^\|\s*(S\d\d)\s*\|", text, re.MULTILINE))


def carried(text: str) -> list[tuple[str, str]]:
    """Requirement id and file, for every file that a row of docs/requirements.md names."""
    rows = re.findall(r"^\|\s*(S\d\d)\s*\|.*\|(.*)\|$", text, re.MULTILINE)
    return [(one, name) for one, last in rows for name in re.findall(r"`([^`]+)`", last)]


def shell_of(text: str) -> list[str]:
    """The lines of all shell blocks of a page."""
    blocks = re.findall(r"^```(?:sh|bash|console)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [
        line for block in blocks for line in block.splitlines() if line.strip() and not line.startswith("#")
    ]
