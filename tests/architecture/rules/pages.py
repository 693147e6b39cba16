"""What a template may hold: no inline script or style, nothing from elsewhere, only lower floors."""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from tests.architecture.rules.floors import floor_of

_FORBIDDEN = {
    "an inline script": r"<script(?![^>]*\ssrc=)[^>]*>|<script[^>]*>\s*[^\s<]",
    "an inline style": r"<style\b|<[^>]*\sstyle\s*=",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "a script address": r"javascript:",
    "something fetched from another host": (
        r"<(?!a\s)[^>]*\s(?:src|href|action|poster|srcset|content|data)\s*=\s*[\"'](?:[a-z]+:)?//"
    ),
    "a link to another host that tells it where we are": (
        r"<a(?=\s)(?![^>]*\srel=[\"'][^\"']*noreferrer)[^>]*\shref\s*=\s*[\"'](?:[a-z]+:)?//"
    ),
}
_FORBIDDEN_TAGS = {
    "words taken as safe": r"\|\s*safe\b|autoescape\s+false",
    "a tag of Django's own language": r"{%-?\s*(?:load|url|static|csrf_token)\b",
}
_COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
_TRANSLATED = re.compile(r"{%-?\s*trans\b.*?endtrans\s*-?%}", re.DOTALL)
_LOGIC = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_CLASSES = re.compile(r"{%-?\s*block\s+\w*class\s*-?%}.*?endblock\s*-?%}", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>|&[#\w]+;", re.DOTALL)
# Attributes that a macro hands on, and names of places on the web, are not words.
_NO_WORDS = re.compile(
    r"""[\w-]+\s*=\s*"[^"]*"|\b(?:hidden|required|checked|selected|open)\b|\w+(?:\.\w+)+"""
)
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
    plain = _LOGIC.sub(_lines_of, _COMMENT.sub(_lines_of, text))
    yield from _found(_FORBIDDEN, plain)
    yield from _found(_FORBIDDEN_TAGS, text)


def looks_down(name: str, text: str) -> Iterator[str]:
    """An app's templates include, extend and import those of lower floors and their own, as its code does."""
    app = name.split("/")[1]
    for used in sorted(one for one in meta.find_referenced_templates(environment().parse(text)) if one):
        other = used.split("/")[0]
        if other != app and floor_of(other) >= floor_of(app):
            yield f"uses {used}, which is not on a lower floor"


def names_what_it_uses(name: str, text: str) -> Iterator[str]:
    """A template named at run time escapes the floors; only a `part`, registered from above, may be."""
    page = environment().parse(text)
    used = [
        *(node.template for node in page.find_all(nodes.Include)),
        *(node.template for node in page.find_all(nodes.Extends)),
        *(node.template for node in page.find_all(nodes.Import)),
        *(node.template for node in page.find_all(nodes.FromImport)),
    ]
    for one in used:
        if not isinstance(one, nodes.Const) and not _is_part(one):
            yield f"line {one.lineno}: uses a template named at run time"


def is_marked_for_translation(name: str, text: str) -> Iterator[str]:
    """All words stand in `trans` or `_()`; what is left outside has none."""
    if "/gallery/" in name:  # for whoever builds with the pieces; its words are samples
        return
    for line, plain in untranslated(text):
        words = _LETTERS.findall(_NO_WORDS.sub("", plain))
        if words:
            yield f"line {line}: not marked for translation: {' '.join(words[:6])}"


def untranslated(text: str) -> Iterator[tuple[int, str]]:
    """The text between tags and in spoken attributes, outside of every translation; with its line."""
    for pattern in (_COMMENT, _TRANSLATED, _CLASSES, _LOGIC):
        text = pattern.sub(_lines_of, text)
    for found in _SPOKEN.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found[1]
    yield from enumerate(_TAG.sub(_lines_of, text).splitlines(), 1)


def _found(patterns: dict[str, str], text: str) -> Iterator[str]:
    for what, pattern in patterns.items():
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield f"line {text.count(chr(10), 0, found.start()) + 1}: {what}"


def _is_part(node: nodes.Expr) -> bool:
    return (
        isinstance(node, nodes.Getattr)
        and node.attr == "template"
        and isinstance(node.node, nodes.Name)
        and node.node.name == "part"
    )


def _lines_of(found: re.Match[str]) -> str:
    """Nothing, in as many lines, so that numbers stay right."""
    return "\n" * found[0].count("\n")
