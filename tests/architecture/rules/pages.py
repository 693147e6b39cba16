"""What a template may hold: no inline script or style, nothing from elsewhere, only lower floors."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from tests.architecture.rules.floors import floor_of

_FORBIDDEN = {
    "an inline script": r"<script(?![^>]*\ssrc=)[^>]*>|<script[^>]*>\s*[^\s<]",
    "an inline style": r"<style\b|\sstyle\s*=",
    "an event attribute": r"\son[a-z]+\s*=",
    "a script address": r"javascript:",
    "an address of another host": r"""(?:src|href|action|poster|srcset|content)\s*=\s*["'](?:[a-z]+:)?//""",
    "words taken as safe": r"\|\s*safe\b|autoescape\s+false",
    "Django's own tags": r"{%\s*(?:load|url|static|csrf_token)\b",
}
_TAG = re.compile(r"<!--.*?-->|<[^>]*>|&[#\w]+;", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SPOKEN = re.compile(r"""\s(?:aria-label|alt|title|placeholder|data-say[\w-]*)\s*=\s*"([^"]*)\"""")


def environment() -> Environment:
    """Jinja2 as the place uses it, without its functions."""
    return Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)


def can_be_read(name: str, text: str) -> Iterator[str]:
    """Every template is one."""
    try:
        environment().parse(text)
    except TemplateSyntaxError as fault:
        yield f"line {fault.lineno}: {fault.message}"


def holds_nothing_foreign(name: str, text: str) -> Iterator[str]:
    """The content security policy would refuse it, and a page must not need what is refused."""
    for what, pattern in _FORBIDDEN.items():
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield f"line {text.count(chr(10), 0, found.start()) + 1}: {what}"


def looks_down(name: str, text: str) -> Iterator[str]:
    """An app's templates include, extend and import those of lower floors and their own, as its code does."""
    app = name.split("/")[1]
    for used in sorted(one for one in meta.find_referenced_templates(environment().parse(text)) if one):
        other = used.split("/")[0]
        if other != app and floor_of(other) >= floor_of(app):
            yield f"uses {used}, which is not on a lower floor"


def names_what_it_uses(name: str, text: str) -> Iterator[str]:
    """A template whose name is worked out at run time escapes the floors."""
    if None in meta.find_referenced_templates(environment().parse(text)):
        yield "uses a template whose name is worked out at run time"


def is_marked_for_translation(name: str, text: str) -> Iterator[str]:
    """All words stand in `trans` or `_()`; what is left outside has no letters."""
    for line, plain in _plain(text):
        words = _LETTERS.findall(plain)
        if words:
            yield f"line {line}: not marked for translation: {' '.join(words[:6])}"


def _plain(text: str) -> Iterator[tuple[int, str]]:
    """The text between tags, and in attributes that are spoken, outside of every translation."""
    quiet = re.sub(r"{%-?\s*trans\b.*?{%-?\s*endtrans\s*-?%}", _lines_of, text, flags=re.DOTALL)
    quiet = re.sub(r"{[%#{].*?[%#}]}", _lines_of, quiet, flags=re.DOTALL)
    for found in _SPOKEN.finditer(quiet):
        yield quiet.count("\n", 0, found.start()) + 1, found[1]
    yield from enumerate(_TAG.sub(_lines_of, quiet).splitlines(), 1)


def _lines_of(found: re.Match[str]) -> str:
    """Nothing, in as many lines, so that numbers stay right."""
    return "\n" * found[0].count("\n")


def texts(text: str) -> Iterator[str]:
    """Every piece of text in a template, translated or not."""
    for node in environment().parse(text).find_all((nodes.TemplateData, nodes.Const)):
        piece = node.data if isinstance(node, nodes.TemplateData) else node.value
        if isinstance(piece, str):
            yield _TAG.sub(" ", piece)
