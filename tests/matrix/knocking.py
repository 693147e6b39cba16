"""Asking for one address as somebody, and what comes of it in one sign. Whatever it does is taken back."""

import re
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Final
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from openchair.kit.ids import public_id
from openchair.people import limits
from openchair.project.who_may import Address
from tests.matrix.people import CLOSED, ERASED, EVERYWHERE, LEAVING, NOBODY, ROLES
from tests.matrix.typed import QUERIES, Cookies, Typed, carried, typed, values_of
from tests.matrix.world import World

PASSES, SIGN_IN, CONFIRM, NOT_THERE, OTHER_WAY = "✓", "→", "?", "·", "x"
NEEDS_ROLE, ELSEWHERE, OVER, AS_IF_NOT_THERE = "!", "↩", "~", "="
REFUSED: Final = {SIGN_IN, CONFIRM, NOT_THERE, OTHER_WAY, NEEDS_ROLE, ELSEWHERE, OVER, AS_IF_NOT_THERE}
# Whoever began words there gets them back; nobody else: project/tests/test_words_come_back.py.
GIVES_BACK: Final = {"share-draft", "share-posting", "story-draft", "story-placing"} | {
    "turn-draft",
    "turn-posting",
    "turn-draft-carrying",
}
GIVEN_BACK: Final = "Only you see this. Copy what you want to keep."
# Answered as though the thing were not there at all: nothing may tell the two apart.
HIDES: Final = {SIGN_IN, NOT_THERE, AS_IF_NOT_THERE}
# What names no one thing of somebody's; and links, which are made to tell whoever holds them.
OPEN_VALUES: Final = {
    *("icon", "start", "reading", "token", "day", "sheet", "kind", "letter", "feed"),
    *("step", "part"),
}
WITHOUT_SESSION: Final = {NOBODY, LEAVING, ERASED, CLOSED}
_ROOM: Final = re.compile(r"/rooms/[^/]+/")
_TOLD_ABOVE: Final = {"Location", "Content-Length"}
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|name="submit_id" value="[^"]*"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and whether any row was written, changed or deleted on the way."""

    status: int
    leads_to: str
    headers: tuple[str, ...]
    body: str
    changed: bool

    @property
    def tells(self) -> tuple[int, str, tuple[str, ...], str]:
        """What a stranger can learn from it."""
        return self.status, self.leads_to, self.headers, self.body


@dataclass(frozen=True, slots=True)
class Asked:
    """A way to ask for an address, and the corner whose things it names."""

    address: Address
    method: str
    variant: str

    @property
    def parameters(self) -> set[str]:
        return set(self.address.pattern.pattern.converters)


class Knocking:
    """Everybody at the doors of one world."""

    def __init__(self, world: World) -> None:
        self.world, self.client = world, Client()
        self.changed: set[str] = set()  # the addresses at which somebody could write something
        self._absent: dict[tuple[str, str, str], Answer] = {}

    def row(self, asked: Asked) -> str:
        """What each role gets: a sign a column."""
        return "".join(self.sign(role, asked) for role in columns(asked.parameters))

    def sign(self, role: str, asked: Asked) -> str:
        """What this role gets. Raises AssertionError where a refusal tells something or leaves a trace."""
        answer = self.ask(role, asked.method, self.path(asked), self.fields(asked), self.carried(asked))
        sign = _sign(answer, asked.method)
        if sign == PASSES and self._is_nothing_to(role, asked, answer):
            sign = AS_IF_NOT_THERE
        if answer.changed:
            self.changed.add(asked.address.name)
        where = f"{asked.method} {asked.address.name} in {asked.variant} as {role}: {sign} {answer.status}"
        assert answer.status < 500 and answer.status != 403, where
        assert not (sign in REFUSED and answer.changed), f"{where}, and rows were changed"
        own = asked.address.name in GIVES_BACK and GIVEN_BACK in answer.body
        assert own or sign not in HIDES or self._hides(role, asked, answer), f"{where}: tells it is there"
        return sign

    def ask(
        self, role: str, method: str, path: str, fields: Typed | None = None, carried: Cookies | None = None
    ) -> Answer:
        """One request of this role's; then everything is as it was before."""
        limits.forget()
        self.client.cookies = SimpleCookie(self.world.people.cookies[role] | (carried or {}))
        with transaction.atomic():
            before = changes()
            if method == "POST":
                answer = self.client.post(path, fields or {})
            else:
                answer = self.client.generic(method, path)
            changed = changes() != before
            transaction.set_rollback(True)
        return _answer(answer, path, changed)

    def path(self, asked: Asked) -> str:
        """The address, with the things of its corner in it."""
        if asked.address.name in QUERIES:
            return QUERIES[asked.address.name]()
        values = values_of(asked.address.name, self.world.values(asked.variant), asked.parameters)
        return reverse(asked.address.name, kwargs=values)

    def carried(self, asked: Asked) -> Cookies:
        """What the browser brings along, beside the session."""
        return carried(asked.address.name, self.world.corners[asked.variant])

    def fields(self, asked: Asked) -> Typed:
        """What is typed into its form."""
        return typed(asked.address.name, self.world.corners[asked.variant]) if asked.method == "POST" else {}

    def _is_nothing_to(self, role: str, asked: Asked, answer: Answer) -> bool:
        """Is a form taken that concerns nothing of theirs, and changes nothing?"""
        secret = asked.parameters - OPEN_VALUES
        taken = asked.method == "POST" and bool(secret) and not answer.changed
        return taken and self._hides(role, asked, answer)

    def _hides(self, role: str, asked: Asked, answer: Answer) -> bool:
        """Is it the answer that somebody gets who asks for what was never there?"""
        secret = asked.parameters - OPEN_VALUES
        return not secret or answer.tells == self._of_nothing(role, asked, secret).tells

    def _of_nothing(self, role: str, asked: Asked, secret: set[str]) -> Answer:
        # What was never there is answered alike to everybody who is signed in, or this finds that it is not.
        who = role if role in WITHOUT_SESSION else "somebody"
        key = (who, asked.method, asked.address.name)
        if key not in self._absent:
            real = values_of(asked.address.name, self.world.values(asked.variant), asked.parameters)
            values = real | {one: _another(real[one]) for one in secret}
            path = reverse(asked.address.name, kwargs=values)
            self._absent[key] = self.ask(role, asked.method, path, self.fields(asked))
        return self._absent[key]


def columns(parameters: set[str]) -> tuple[str, ...]:
    """Who is asked: tonight's roles count in rooms alone."""
    return ROLES if "room_id" in parameters else EVERYWHERE


def changes() -> int:
    """How many rows this transaction has written, changed or deleted, as the database itself counts them."""
    if connection.vendor == "sqlite":
        return int(connection.connection.total_changes)
    with connection.cursor() as cursor:
        cursor.execute("SELECT SUM(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables")
        return int(cursor.fetchone()[0] or 0)


def _sign(answer: Answer, method: str) -> str:
    plain = {404: NOT_THERE, 405: OTHER_WAY, 409: NEEDS_ROLE, 410: OVER}
    if answer.status != 303:
        return plain.get(answer.status, PASSES)
    if answer.leads_to.startswith(reverse("sign-in")):
        return SIGN_IN
    if answer.leads_to.startswith(reverse("confirm")):
        return CONFIRM
    led_back = _ROOM.fullmatch(answer.leads_to) and not answer.changed
    return ELSEWHERE if method in {"GET", "HEAD"} or led_back else PASSES


def _answer(answer: HttpResponseBase, path: str, changed: bool) -> Answer:
    leads_to = _without(answer.headers.get("Location", ""), path)
    headers = [f"{name}: {value}" for name, value in answer.headers.items() if name not in _TOLD_ABOVE]
    told = (*sorted(headers), *sorted(f"cookie {name}" for name in answer.cookies))
    body = answer.getvalue() if isinstance(answer, HttpResponse | StreamingHttpResponse) else b""
    return Answer(answer.status_code, leads_to, told, _without(body.decode(errors="replace"), path), changed)


def _without(text: str, path: str) -> str:
    """The text without what is random, and without the ids that whoever asks has named themselves."""
    text = _TOKEN.sub("", text)
    for part in sorted(filter(None, path.split("/")), key=len, reverse=True):
        text = text.replace(part, "…") if len(part) > 11 else text
    return text


def _another(value: object) -> object:
    return uuid4() if isinstance(value, UUID) else public_id()
