"""What our Python never does, beyond what ruff and import-linter see."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

UNNAMES = ("Manager", "Handler", "Processor", "Data", "Info", "Base", "Service", "Helper", "Util")
NO_FOLDERS = {"utils", "util", "helpers", "helper", "services", "service", "core", "common", "misc", "lib"}
LAYERS = {"urls", "views", "forms", "tasks", "streams", "privacy", "policy", "models"}
ABOVE_ACTS = ("urls", "views", "forms")


def starts_from_the_person(name: str, text: str) -> Iterator[str]:
    """`request.person`, never `request.user`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr == "user" and _ends_in_request(node.value):
            yield f"line {node.lineno}: request.user; ask request.person"


def says_what_it_is(name: str, text: str) -> Iterator[str]:
    """No class is called a manager, a handler, data or a base of something."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and node.name.endswith(UNNAMES):
            yield f"line {node.lineno}: {node.name} does not say what it is"


def has_a_place_with_a_name(name: str, text: str) -> Iterator[str]:
    """No drawer for everything."""
    path = PurePath(name)
    if NO_FOLDERS & {*path.parent.parts, path.stem}:
        yield "lies in a drawer for everything; name the thing"


def knows_its_types(name: str, text: str) -> Iterator[str]:
    """No `Any` in a signature: whoever calls must be told what to bring and what comes back."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _says_any(node):
            yield f"line {node.lineno}: {node.name} has Any in its signature"


def acts_know_no_screen(name: str, text: str) -> Iterator[str]:
    """An act is called by views, never the other way round, so that a job or a command may call it too."""
    act = re.fullmatch(r"openchair/(\w+)/(\w+)\.py", name)
    if not act or act[1] in ("project", "kit", "ui") or act[2] in LAYERS | {"__init__", "apps"}:
        return
    above = tuple(f"openchair.{act[1]}.{layer}" for layer in ABOVE_ACTS)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(above):
            yield f"line {node.lineno}: an act imports {node.module}"


def finds_short_words_by_themselves(name: str, text: str) -> Iterator[str]:
    """A test asks `stands` for a name of few letters: one day a random key in the page spells it."""
    if "/tests/" not in f"/{name}" or "/architecture/" in f"/{name}":
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare) and any(isinstance(one, ast.NotIn) for one in node.ops):
            word = node.left.value if isinstance(node.left, ast.Constant) else ""
            lists = isinstance(node.comparators[0], ast.List | ast.ListComp | ast.Set | ast.SetComp)
            if not lists and isinstance(word, str) and re.fullmatch(r"[A-Z][a-z]{1,3}", word):
                yield f"line {node.lineno}: {word} may be spelt by a key; ask tests.reading.stands"


def _ends_in_request(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name == "request"


def _says_any(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = node.args
    every = [
        *arguments.posonlyargs,
        *arguments.args,
        *arguments.kwonlyargs,
        arguments.vararg,
        arguments.kwarg,
    ]
    said = [one.annotation for one in every if one and one.annotation]
    return any(_is_any(part) for one in [*said, node.returns] if one for part in ast.walk(one))


def _is_any(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id == "Any") or (
        isinstance(node, ast.Attribute) and node.attr == "Any"
    )
