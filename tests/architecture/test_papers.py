"""Papers that must not rot."""

import re
import subprocess

import pytest

from openchair.__main__ import COMMANDS
from tests.architecture.rules import floors, papers, tree

REQUIREMENTS = ["requirements/runtime.txt", "requirements/scale.txt", "requirements/check.txt"]
FIRST_WORDS = {"git", "cd", "./start", "./check", "cp", "sudo", "python3"}


def test_the_repository_names_no_machine_and_no_registry() -> None:
    assert tree.complaints(papers.names_no_machine, tree.texts()) == ""


@pytest.mark.parametrize(
    "named", ["/ro" + "ot/x", "/wo" + "rk/main", "https://py" + "pi.org/simple", "(rul" + "ing 4)"]
)
def test_a_machine_or_a_registry_is_found(named: str) -> None:
    assert list(papers.names_no_machine("a.md", f"see {named}\n"))


@pytest.mark.requirement("S68")
def test_every_dependency_has_its_reason_and_they_are_few() -> None:
    assert tree.complaints(papers.gives_reasons, ["pyproject.toml"]) == ""


def test_a_dependency_without_a_reason_is_found() -> None:
    bare = '[project]\ndependencies = [\n    "leftpad>=1",\n]\n'
    assert list(papers.gives_reasons("pyproject.toml", bare)) == ["leftpad>=1 has no reason beside it"]


def test_one_dependency_too_many_is_found() -> None:
    lines = "".join(f'    "one{number}>=1",  # for a reason\n' for number in range(papers.DIRECT + 1))
    assert list(papers.gives_reasons("pyproject.toml", f"[project]\ndependencies = [\n{lines}]\n"))


@pytest.mark.requirement("S68")
def test_every_package_is_pinned_by_hash() -> None:
    assert tree.complaints(papers.is_pinned_by_hash, REQUIREMENTS) == ""


def test_a_package_without_a_hash_is_found() -> None:
    assert list(papers.is_pinned_by_hash("a.txt", "django==5.2\njinja2==3.1 \\\n    --hash=sha256:0a\n"))


def test_what_is_checked_is_what_is_shipped() -> None:
    runtime, scale, check = (papers.pins(tree.read(name)) for name in REQUIREMENTS)
    assert runtime
    assert runtime.items() <= scale.items() <= check.items()


def test_the_pillars_name_the_apps_that_exist() -> None:
    assert papers.named_in_table(tree.read("ARCHITECTURE.md")) == floors.apps()


def test_a_pillar_without_its_app_is_found() -> None:
    assert papers.named_in_table("| Safety | `safety/` and `gone/` |\n\n| later | `x/` |\n") == {
        "safety",
        "gone",
    }


def test_requirements_that_are_claimed_are_the_ones_that_are_listed() -> None:
    tests = [name for name in tree.python() if "/tests/" in name or name.startswith("tests/")]
    claimed = {one for name in tests for one in papers.claimed(tree.read(name))}
    assert claimed == papers.listed(tree.read("docs/requirements.md"))


def test_every_file_that_is_said_to_carry_a_requirement_does() -> None:
    carried = papers.carried(tree.read("docs/requirements.md"))
    assert carried
    assert [(one, name) for one, name in carried if one not in papers.claimed(tree.read(name))] == []


def test_a_claim_and_a_row_are_read() -> None:
    assert papers.claimed("mark.require" + 'ment("S18", "S77")\n') == {"S18", "S77"}
    assert papers.listed("| S18 | once is once |\n| Sxx | no |\n") == {"S18"}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_commands_on_a_page_can_be_typed(page: str) -> None:
    lines = papers.shell_of(tree.read(page))
    done = subprocess.run(["sh", "-n"], input="\n".join(lines), text=True, check=False, timeout=10)
    assert done.returncode == 0
    for line in lines:
        assert strange(line) == "", line


def test_a_command_that_does_not_exist_is_found() -> None:
    assert strange("./launch --now")
    assert strange(".venv/bin/python -m openchair explode")
    assert strange("./start --port 9000") == ""


def strange(line: str) -> str:
    """What is wrong with a line of shell, empty when nothing is."""
    word = re.sub(r"^(?:[A-Z_]+=\S+\s+)+", "", line.strip().removeprefix("$ ")).split()[0]
    command = re.search(r"-m openchair (\w+)", line)
    if command:
        return "" if command[1] in COMMANDS else f"{command[1]} is no command of ours"
    known = word in FIRST_WORDS or word == ".venv/bin/python"
    return "" if known else f"{word} is not known"
