"""What in somebody's words could lead to them, marked for their own eyes. Nothing of it is kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openchair.anonymity.finding import CONTACT, Found, Kind, find
from openchair.groups.models import Group, Membership
from openchair.groups.newcomers import is_new
from openchair.support.directory import all_lines, emergency_numbers

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was found, and why it is pointed at."""

    said: str
    why: str | Promise


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words with what was found in them marked; `seen` names it all, so that nobody is asked twice."""

    marked: SafeString
    lines: Sequence[Line]
    seen: frozenset[str]
    leads_out: bool  # could somebody be reached by it?

    @property
    def seen_said(self) -> str:
        """For a hidden field: nothing can be read from it."""
        return " ".join(sorted(self.seen))

    def is_new_to(self, seen: str) -> bool:
        """Is there something in it that was not pointed at before?"""
        return not self.seen <= set(seen.split())


@dataclass(frozen=True)
class Guard:
    """Looks in words that are written in one group. It asks for the names there once, and seldom."""

    group: Group

    def at(self, words: str, beside: str = "") -> Pointed | None:
        """What is found in words, and in a few more beside them; None when there is nothing."""
        found, more = self._found(words), self._found(beside)
        said = [(words[one.start : one.end], one) for one in found]
        said += [(beside[one.start : one.end], one) for one in more]
        if not said:
            return None
        lines = {text: Line(text, one.why) for text, one in said}
        seen = frozenset(hashlib.sha256(text.encode()).hexdigest()[:12] for text in lines)
        leads_out = any(one.kind in CONTACT for _text, one in said)
        return Pointed(_marked(words, found), list(lines.values())[:MOST_LINES], seen, leads_out)

    @cached_property
    def names(self) -> set[str]:
        """Of everybody in the group: "@Ben" speaks to somebody here."""
        here = Membership.objects.filter(group=self.group)
        return {name.casefold() for one in here for name in (one.alias, one.alias.split(" ")[0])}

    def _found(self, words: str) -> list[Found]:
        found = find(words, known=_everybodys())
        return [one for one in found if one.kind != Kind.HANDLE or not self._is_name(words, one)]

    def _is_name(self, words: str, one: Found) -> bool:
        return words[one.start : one.end].lstrip("@").casefold() in self.names


def staying_here(words: str, *, by: Membership, before: str = "") -> str:
    """A short line for others that no host looks at first, as it was typed; `before` stood there already.

    Raises ValidationError, with the reason, where somebody new in the group brings in a way to reach them.
    Whoever is not new is left alone: a second look at every few words would cost more than it keeps.
    """
    pointed = Guard(by.group).at(words) if words and is_new(by) else None
    known = Guard(by.group).at(before) if pointed and before else None
    if pointed is None or not pointed.leads_out or not pointed.is_new_to(known.seen_said if known else ""):
        return words
    found = ", ".join(line.said for line in pointed.lines)
    raise ValidationError(
        _("In your first two weeks here, please leave this out: %(found)s") % {"found": found}
    )


def _marked(words: str, found: Sequence[Found]) -> SafeString:
    pieces, done = list[SafeString](), 0
    for one in found:
        pieces += [
            format_html("{}", words[done : one.start]),
            format_html("<mark>{}</mark>", words[one.start : one.end]),
        ]
        done = one.end
    return format_html_join("", "{}", ((one,) for one in [*pieces, format_html("{}", words[done:])]))


@cache
def _everybodys() -> frozenset[str]:
    """Numbers and hosts that lead to nobody of us: help lines, ambulances, and this place itself."""
    dialled = [phone.dial for line in all_lines() for phone in line.phones]
    dialled += [text.number for line in all_lines() for text in line.texts]
    for one in emergency_numbers().values():
        dialled += [phone.dial for phone in (one.dial, *one.also)]
    hosts = [re.sub(r"^https?://(www\.)?|/.*$", "", line.web) for line in all_lines() if line.web]
    return frozenset([*(re.sub(r"\D", "", one) for one in dialled), *hosts, *settings.ALLOWED_HOSTS])
