"""Names under which somebody is found in another place: "@name", "telegram: name", "my insta is name".

The name of another place alone is nothing: people speak of what they deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from openchair.anonymity.folding import Folded

_SERVICES: Final = (
    r"telegram|tg|insta(?:gram)?(?:ım)?|ig|snap(?:chat)?|whats\s?app|signal|discord|facebook|fb|messenger|tik\s?tok"
    r"|twitter|skype|kik|wechat|weixin|微信|line|viber|threema|matrix|reddit|steam|linkedin|venmo|cash\s?app|paypal"
    r"|телеграм\w{0,3}|инстаграм\w{0,3}|user\s?name|nick(?:name)?|my handle"
)
_SERVICE: Final = re.compile(rf"(?<![a-z0-9_])(?:{_SERVICES})(?![a-z0-9_])", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[@\w][\w.:#\-]{2,31}")
_LEADS: Final = re.compile(r"(?:[:=]|\b(?:is|as|id|name|ist|es|est|c'est|é|è|to|at))\s{0,2}\Z", re.IGNORECASE)
_ON_IT: Final = re.compile(
    rf"(?<![\w@])(?P<name>[a-z][\w.]{{3,31}}) (?:on|auf|en|sur|na|su|no|op|på) (?:{_SERVICES})\b",
    re.IGNORECASE,
)
_REDDIT: Final = re.compile(r"(?<!\w)/?u/[\w-]{3,20}")
_AT_NAME: Final = re.compile(r"(?<![\w@.])@[a-z_][\w.]{1,30}(?![\w@])", re.IGNORECASE)
_AT_PLACES: Final = frozenset(
    """
    home work night school church all everyone here the noon lunch dinner least last first christmas
    """.split()  # noqa: SIM905 - a list of words is read as words
)
_NEAR: Final = 45  # letters after the name of a place
_WORDS_NEAR: Final = 4


def handles_in(folded: Folded) -> Iterator[tuple[int, int]]:
    """Spans of what was written."""
    text = folded.text
    for found in _AT_NAME.finditer(text):
        if found[0][1:].lower().rstrip(".") not in _AT_PLACES:
            yield folded.written(found.start(), found.start() + len(found[0].rstrip(".")))
    for service in _SERVICE.finditer(text):
        if name := _name_after(text, service.end()):
            yield folded.written(*name)
    for found in _ON_IT.finditer(text):
        if _is_made_up(found["name"]):
            yield folded.written(*found.span("name"))
    for found in _REDDIT.finditer(text):
        yield folded.written(*found.span())


def _name_after(text: str, start: int) -> tuple[int, int] | None:
    """The first of a few words that no sentence has: with a digit, an underline, or letters run together."""
    line_ends = text.find("\n", start, start + _NEAR)
    end = min(len(text), start + _NEAR if line_ends < 0 else line_ends)
    for number, found in enumerate(_TOKEN.finditer(text, start, end)):
        said = found[0].rstrip(".:-")
        dotted = "." in said and bool(_LEADS.search(text, max(0, found.start() - 8), found.start()))
        if _is_made_up(said) or dotted:
            return found.start(), found.start() + len(said)
        if number + 1 == _WORDS_NEAR:
            break
    return None


def _is_made_up(said: str) -> bool:
    if len(said) < 5 or said[0].isdigit():
        return False
    return bool(re.search(r"[a-z]\d|\d[a-z]|_|[a-z]{2}[A-Z]|#\d|[A-Z]{3}\d", said)) and not said.isdigit()
