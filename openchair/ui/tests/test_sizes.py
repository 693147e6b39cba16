"""Small enough for prepaid data, short enough to read, and nothing a strict policy would refuse."""

import gzip
import re
from pathlib import Path

import pytest

UI = Path(__file__).parents[1]
STYLES = sorted((UI / "static/ui/css").glob("*.css"))
MODULES = sorted((UI / "static/ui/js").glob("*.js"))
PICTURES = sorted((UI / "static/ui").glob("*.svg"))
TEMPLATES = sorted((UI / "templates").rglob("*.html"))


def lines(paths: list[Path]) -> dict[str, int]:
    return {path.name: len(path.read_text().splitlines()) for path in paths}


def packed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


@pytest.mark.parametrize(
    ("paths", "each", "together"),
    [(STYLES, 200, 2000), (MODULES, 120, 300), (TEMPLATES, 80, 2000)],
    ids=["styles", "modules", "templates"],
)
def test_files_are_short(paths: list[Path], each: int, together: int) -> None:
    counted = lines(paths)

    assert {name: count for name, count in counted.items() if count > each} == {}
    assert 0 < sum(counted.values()) <= together


def test_what_a_page_loads_is_small() -> None:
    assert packed(STYLES) <= 14_000
    assert packed(MODULES) <= 6_100
    assert packed(PICTURES) <= 3_000


def test_styles_know_no_left_and_right() -> None:
    side = "(?:left|right|top|bottom)"
    sides = re.compile(rf"(?<!-)\b{side}\s*:|(?<!inset)-{side}\b|float: {side}")

    assert {path.name: found[0] for path in STYLES if (found := sides.search(path.read_text()))} == {}


def test_nothing_is_inline_and_nothing_comes_from_elsewhere() -> None:
    inline = re.compile(r"""\sstyle=|\son(?!ce)[a-z]+=|<script(?![^>]*src=)|<style|javascript:""")
    elsewhere = re.compile(r"""(?:https?:|["'(])//[\w.-]+""")

    files = [*TEMPLATES, *STYLES, *MODULES]
    assert {path.name for path in TEMPLATES if inline.search(path.read_text())} == set()
    assert {path.name for path in files if elsewhere.search(path.read_text())} == set()


def test_modules_write_text_never_markup() -> None:
    sinks = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|setHTML|new Function")

    assert {path.name for path in MODULES if sinks.search(path.read_text())} == set()


def test_each_import_of_a_module_is_one_that_gets_hashed_and_exists() -> None:
    for module in MODULES:
        source = module.read_text()
        found = re.findall(r'(?:import|from) "(\./[\w-]+\.js)";|import\("(\./[\w-]+\.js)"\)', source)

        assert len(found) == len(re.findall(r'"\./[\w-]+\.js"', source)), module.name
        assert all((module.parent / (one or other)).exists() for one, other in found), module.name
