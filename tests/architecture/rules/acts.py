"""Which acts of the policy tables a view asks for, as its source says."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator

# Whoever calls these with a word asks for the act of that name, and answers 404 when it is refused.
ASKING = {"door", "require", "allowed", "in_room"}


def asked_by(view: Callable[..., object]) -> set[str]:
    """The acts a view asks for: in its decorators, in itself, and in what it calls in its own module."""
    plain = inspect.unwrap(view)
    return set(_asked_in(plain, set()))


def _asked_in(function: Callable[..., object], seen: set[str]) -> Iterator[str]:
    seen.add(function.__name__)
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name in ASKING:
            yield from (
                one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )
        elif name not in seen and name in (near := _functions_beside(function)):
            yield from _asked_in(near[name], seen)


def _functions_beside(function: Callable[..., object]) -> dict[str, Callable[..., object]]:
    module = inspect.getmodule(function)
    members = inspect.getmembers(module, inspect.isfunction) if module else []
    return {name: one for name, one in members if one.__module__ == function.__module__}


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""
