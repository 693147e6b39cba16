"""Addresses in what people write: found, looked at, and led over a page of ours that names the host.

Nothing here asks any other machine for anything (S56), and only a plain web address becomes a link.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import SplitResult, urlencode, urlsplit, urlunsplit

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LONGEST: Final = 1000  # letters
REL: Final = "noopener noreferrer nofollow ugc"
_ADDRESS: Final = re.compile(r"""\bhttps?://[^\s<>"“”„«»]+""", re.IGNORECASE)
_AFTER: Final = ".,;:!?…'’)]}*_~"  # what ends a sentence and not an address
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_SIGNER: Final = Signer(salt="openchair.away")


class NotALink(ValueError):
    """It stays plain text."""


@dataclass(frozen=True, slots=True)
class Link:
    """A web address that somebody wrote, as a browser is given it: in ASCII, the host in Punycode."""

    address: str
    host: str
    spoken: str  # the host as it looks; where that is another text, it may imitate somebody

    @classmethod
    def read(cls, said: str) -> Self:
        """The link in a text that is one. Raises NotALink.

        A name and password before the host are refused: they make `https://bank.example@evil.example` look
        like the bank. So are hosts without a dot and bare numbers, which lead into the reader's own network.
        """
        if len(said) > LONGEST:
            raise NotALink
        parts = _split(said)
        host = _ascii(parts.hostname or "")
        if parts.scheme not in ("http", "https") or parts.username is not None:
            raise NotALink
        if "." not in host.strip(".") or not re.fullmatch(r"[a-z][a-z0-9-]*", host.rsplit(".", 1)[-1]):
            raise NotALink
        port = f":{parts.port}" if parts.port else ""
        address = iri_to_uri(urlunsplit((parts.scheme, host + port, parts.path, parts.query, parts.fragment)))
        return cls(address, host, _as_it_looks(host))

    @classmethod
    def back(cls, signed: str) -> Self:
        """The link that `away` signed. Raises NotALink for anything else, so that we lead nobody astray."""
        try:
            return cls.read(_SIGNER.unsign(signed))
        except BadSignature:
            raise NotALink from None

    @property
    def away(self) -> str:
        """Our page that names the host; only what somebody wrote here can be led to."""
        return f"{reverse('away')}?{urlencode({'to': _SIGNER.sign(self.address)})}"

    @property
    def imitates(self) -> bool:
        """Does the host hold letters that can pass for others?"""
        return self.spoken != self.host


def linked(words: object) -> SafeString:
    """Somebody's words, escaped, with the web addresses in them as links to `away`. A filter of templates."""
    text = str(words)
    if "://" not in text:
        return format_html("{}", text)
    pieces, end = [], 0
    for found in _ADDRESS.finditer(text):
        said = _without_ending(found[0])
        pieces += [format_html("{}", text[end : found.start()]), _link_to(said)]
        end = found.start() + len(said)
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, format_html("{}", text[end:])]))


def _link_to(said: str) -> SafeString:
    try:
        link = Link.read(said)
    except NotALink:
        return format_html("{}", said)
    return format_html('<a href="{}" rel="{}" dir="ltr">{}</a>', link.away, REL, said)


def _without_ending(said: str) -> str:
    """Each sign is looked at once, however many of them end it: a whole page may be brackets."""
    if len(said) > LONGEST:
        return said  # no link, wherever it ends
    seen, end = Counter(said), len(said)
    while end and said[end - 1] in _AFTER:
        opening = _PAIRS.get(said[end - 1])
        if opening and seen[opening] >= seen[said[end - 1]]:
            break  # as in https://en.wikipedia.org/wiki/Chair_(disambiguation)
        end -= 1
        seen[said[end]] -= 1
    return said[:end]


def _split(said: str) -> SplitResult:
    try:
        parts = urlsplit(said)
        _ = parts.port
    except ValueError:
        raise NotALink from None
    return parts


def _as_it_looks(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        raise NotALink from None


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise NotALink from None
