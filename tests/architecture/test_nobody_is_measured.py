"""No score of anybody stands anywhere: in no name of the code, in no column, on no screen."""

import ast
import re
from collections.abc import Iterator

from openchair.project import languages
from openchair.vault.checks import ours
from tests.architecture.rules import tree

NEVER = re.compile(r"risk|scores?|scored|scoring|likelihood|probability|prediction|predicts?|severity")
PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def names_in(code: str) -> Iterator[str]:
    """Every name that code gives to something."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def measures(name: str) -> bool:
    """Does the name say that people are scored?"""
    return any(NEVER.fullmatch(part.lower()) for part in PART.findall(name))


def test_no_name_in_the_code_and_no_column_scores_anybody() -> None:
    code = [name for name in tree.python() if name.startswith("openchair/")]
    named = {(name, one) for name in code for one in names_in(tree.read(name))}
    columns = {(model._meta.db_table, column.name) for model in ours() for column in model._meta.fields}
    assert len(named) > 5000 and len(columns) > 150
    assert sorted(one for one in named | columns if measures(one[1])) == []


def test_no_screen_tells_anybody_how_likely_something_is() -> None:
    said = {
        str(text)
        for one in languages.gathered()
        for text in (one.id if isinstance(one.id, tuple) else (one.id,))
    }
    assert len(said) > 1000
    assert (
        sorted(
            one for one in said if re.search(rf"\b(?:your|their) (?:{NEVER.pattern})\b", one, re.IGNORECASE)
        )
        == []
    )


def test_a_name_that_would_is_found() -> None:
    found = sorted(names_in("def risk_of(person): self.riskScore = likelihood = underscore = 1"))
    assert [name for name in found if measures(name)] == ["likelihood", "riskScore", "risk_of"]
