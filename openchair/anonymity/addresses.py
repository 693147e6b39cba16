"""E-mail addresses and addresses of pages, written plainly or around the corner ("name at mail dot com").

A missing space after a full stop ("at home.It was") must not look like one: endings that are also words of a
language we know count only where something else speaks for an address.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from openchair.anonymity.folding import Folded

_SURE: Final = frozenset(
    """
    com org net info biz edu gov xyz uk fr nl pl ru ch dk fi cz sk hu ro bg gr lt lv ua jp kr cn tw hk
    br mx cl nz tv gg ly app io рф
    """.split()  # noqa: SIM905 - a list of words is read as words
)
# Endings that are words somewhere, or that people write after a full stop without a space.
_WORDS: Final = frozenset(
    """
    de es it at no so is in me to us be do my am as by la et un ne se si su tu va mi li pa pe ma ni na
    re st id ad al an eu ca co ar tr au cc ee ai ie pt sg za link live life club site shop blog page
    chat
    """.split()  # noqa: SIM905 - a list of words is read as words
)
_KNOWN: Final = _SURE | _WORDS
_BESIDE: Final = frozenset({"co", "com", "org", "net", "gov", "ac"})  # as in co.uk
_MAILS: Final = frozenset(
    """
    gmail googlemail yahoo hotmail outlook icloud proton protonmail gmx aol
    """.split()  # noqa: SIM905 - a list of words is read as words
)
_NO_HOST: Final = frozenset(
    """
    the a an this that it my our your his her their der die das dem den le la les el il lo o os um uma
    ce un une ein eine all en in on at im am au em no na w to is
    """.split()  # noqa: SIM905 - a list of words is read as words
)

_AROUND: Final = r"[\s\"'(\[{<]"
_CLOSED: Final = r"[\s\"')\]}>]"
_DOT_WORD: Final = r"(?:dot|punkt|point|punto|ponto|kropka|точка)"
_DOT: Final = rf"(?:{_AROUND}{{1,3}}{_DOT_WORD}{_CLOSED}{{1,3}}|[(\[{{]\.[)\]}}]|\s\.\s|\.)"
_HOST: Final = re.compile(rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}", re.IGNORECASE)
_NAME: Final = re.compile(r"[\w.+\-]{1,64}\Z")
_AT_SIGN: Final = re.compile(r"[\s(\[{<]?@[\s)\]}>]?")
_AT_WORD: Final = re.compile(
    rf"{_AROUND}{{1,3}}(?:at|ät|arroba|arobase|chiocciola|małpa|собака){_CLOSED}{{1,3}}", re.IGNORECASE
)
_SCHEME: Final = re.compile(r"(?:https?|hxxps?|ftp)\s?:\s?//\w\S{2,500}", re.IGNORECASE)
_WWW: Final = re.compile(
    rf"(?<!\w)www{_DOT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,5}}\S{{0,300}}", re.IGNORECASE
)
_BARE: Final = re.compile(
    rf"(?<![\w.@-])(?P<host>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,9}})(?P<path>/\S{{1,300}})?",
    re.IGNORECASE,
)
_AFTER: Final = ".,;:!?…'\")]}>"


def mails_in(folded: Folded) -> Iterator[tuple[int, int]]:
    """Spans of what was written."""
    text = folded.text
    for at in _AT_SIGN.finditer(text):
        if end := _end_of_mail(text, at, spaced=any(one.isspace() for one in at[0])):
            yield folded.written(_start_of_name(text, at.start()), end)
    for at in _AT_WORD.finditer(text):
        if end := _end_of_mail(text, at, spaced=at[0].strip().lower() == "at"):
            yield folded.written(_start_of_name(text, at.start()), end)


def links_in(folded: Folded, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Spans of what was written. `known`: hosts that are everybody's, such as those of help lines."""
    for pattern in (_SCHEME, _WWW):
        for found in pattern.finditer(folded.text):
            said = found[0].rstrip(_AFTER)
            if _host_in(said) not in known:
                yield folded.written(found.start(), found.start() + len(said))
    for found in _BARE.finditer(folded.text):
        labels = _labels(found["host"])
        leads = _leads_somewhere(labels, spoken=_is_spoken(found["host"]), path=found["path"] or "")
        if leads and found["host"].lower().removeprefix("www.") not in known:
            yield folded.written(found.start(), found.start() + len(found[0].rstrip(_AFTER)))


def _host_in(link: str) -> str:
    """The host of a plain address, without "www."; a name before an "@" makes it none that is known."""
    rest = link.lower().split("//", 1)[-1]
    return re.split(r"[/?#:]", rest, maxsplit=1)[0].removeprefix("www.")


def _end_of_mail(text: str, at: re.Match[str], *, spaced: bool) -> int:
    """Where the address ends that has its "@" here; 0 when it is none."""
    if _start_of_name(text, at.start()) == at.start():
        return 0
    found = _HOST.match(text, at.end())
    if found is None:
        alone = re.compile(r"\w{1,20}").match(text, at.end())
        return alone.end() if alone and not spaced and alone[0].lower() in _MAILS else 0
    labels = _labels(found[0])
    if spaced or _is_spoken(found[0]):
        return found.end() if _leads_somewhere(labels, spoken=_is_spoken(found[0]), path="") else 0
    return found.end() if len(labels[-1]) > 1 and not labels[-1].isdigit() else 0


def _start_of_name(text: str, end: int) -> int:
    found = _NAME.search(text, max(0, end - 64), end) if end else None
    return found.start() if found else end


def _labels(host: str) -> list[str]:
    return [one.lower() for one in re.split(_DOT, host, flags=re.IGNORECASE)]


def _is_spoken(host: str) -> bool:
    return bool(re.search(rf"{_AROUND}", host))


def _leads_somewhere(labels: list[str], *, spoken: bool, path: str) -> bool:
    """Is it a host rather than two sentences without a space between them?"""
    ending, host = labels[-1], labels[-2]
    if host in _NO_HOST or host.isdigit() or ending not in _KNOWN:
        return False
    if ending in _SURE or path or (spoken and len(ending) > 1 and ending in {"de", "es", "it", "eu", "pt"}):
        return True
    return "-" in host or host in _BESIDE
