"""How long a thing may be (STYLE.md). The tail is where taste shows."""

import ast
from collections.abc import Iterator

FILE = 300
FUNCTION = 40
TEST_FUNCTION = 25
VIEW = 15
TEMPLATE = 80
STYLE, ALL_STYLES = 200, 2500
SCRIPT, ALL_SCRIPTS = 120, 800

DOORS = {"signed_in", "open_to_all", "steward_only"}


def lines(text: str) -> int:
    """How many lines a text has."""
    return len(text.splitlines())


def short_python(name: str, text: str) -> Iterator[str]:
    """A file, each of its functions and each of its views."""
    yield from _no_longer_than(FILE, text)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            most = TEST_FUNCTION if node.name.startswith("test_") else FUNCTION
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > most:
                yield f"{node.name} has {length} lines, the most is {most}"
            if _is_view(node) and _body(node) > VIEW:
                yield f"{node.name} is a view of {_body(node)} lines, the most is {VIEW}"


def short_template(name: str, text: str) -> Iterator[str]:
    """A template."""
    yield from _no_longer_than(TEMPLATE, text)


def short_style(name: str, text: str) -> Iterator[str]:
    """A stylesheet."""
    yield from _no_longer_than(STYLE, text)


def short_script(name: str, text: str) -> Iterator[str]:
    """A module of script."""
    yield from _no_longer_than(SCRIPT, text)


def _no_longer_than(most: int, text: str) -> Iterator[str]:
    if lines(text) > most:
        yield f"has {lines(text)} lines, the most is {most}"


def _is_view(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id in DOORS for one in node.decorator_list)


def _body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its signature and docstring."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1
