"""Short files, short functions."""

import pytest

from tests.architecture.rules import sizes, tree


def function(name: str, lines: int, door: str = "") -> str:
    """Python source of one function of so many lines."""
    return f"{door}def {name}():\n" + "    step()\n" * (lines - 1)


def test_python_is_short() -> None:
    assert tree.complaints(sizes.short_python, tree.python()) == ""


def test_templates_are_short() -> None:
    assert tree.complaints(sizes.short_template, tree.templates()) == ""


def test_styles_are_short_each_and_together() -> None:
    assert tree.complaints(sizes.short_style, tree.styles()) == ""
    assert sum(sizes.lines(tree.read(name)) for name in tree.styles()) <= sizes.ALL_STYLES


def test_scripts_are_short_each_and_together() -> None:
    assert tree.complaints(sizes.short_script, tree.scripts()) == ""
    assert sum(sizes.lines(tree.read(name)) for name in tree.scripts()) <= sizes.ALL_SCRIPTS


@pytest.mark.parametrize(
    ("most", "source"),
    [
        (sizes.FILE, "step()\n" * (sizes.FILE + 1)),
        (sizes.FUNCTION, function("act", sizes.FUNCTION + 1)),
        (sizes.TEST_FUNCTION, function("test_act", sizes.TEST_FUNCTION + 1)),
        (sizes.VIEW, function("show", sizes.VIEW + 2, door="@signed_in\n")),
    ],
)
def test_what_is_too_long_is_found(most: int, source: str) -> None:
    assert [one for one in sizes.short_python("a.py", source) if one.endswith(f"the most is {most}")]


@pytest.mark.parametrize(
    "source",
    [
        "step()\n" * sizes.FILE,
        function("act", sizes.FUNCTION),
        function("test_act", sizes.TEST_FUNCTION),
        function("show", sizes.VIEW + 1, door="@signed_in\n"),
    ],
)
def test_what_is_just_short_enough_is_left_alone(source: str) -> None:
    assert list(sizes.short_python("a.py", source)) == []


def test_long_templates_styles_and_scripts_are_found() -> None:
    assert list(sizes.short_template("a.html", "<p>\n" * (sizes.TEMPLATE + 1)))
    assert list(sizes.short_style("a.css", "a {}\n" * (sizes.STYLE + 1)))
    assert list(sizes.short_script("a.js", "a();\n" * (sizes.SCRIPT + 1)))
