"""Refusals and faults: calm pages, the same for everybody, with a way to help, of nothing that can break."""

import asyncio
import logging
import re
import socket
from collections.abc import Iterator
from io import StringIO
from typing import cast

import pytest
from asgiref.typing import (
    ASGIReceiveCallable,
    ASGIReceiveEvent,
    ASGISendCallable,
    ASGISendEvent,
    HTTPResponseStartEvent,
    HTTPScope,
    Scope,
)
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from pytest_django.fixtures import Settings

from openchair.kit.headers import everywhere
from openchair.people.requests import open_to_all
from openchair.project import apart
from openchair.project.guard import Guard
from openchair.project.tests.test_guard import served
from openchair.project.who_may import Declared, declared
from tests.cast import client_of, ready_place
from tests.recipes import person

INSIDE = "words-of-our-insides"


def breaks(request: HttpRequest) -> HttpResponse:
    """A view of ours with a fault."""
    raise RuntimeError(INSIDE)


urlpatterns = [
    path("breaks/", open_to_all(breaks), name="breaks"),
    path("", include("openchair.project.urls")),
]
handler400 = "openchair.project.answers.not_understood"
handler404 = "openchair.project.answers.not_found"
handler500 = "openchair.project.answers.out_of_order"


@pytest.fixture
def quiet_client() -> Client:
    """Somebody without an account; faults are answered, as in a place, and not raised."""
    return Client(raise_request_exception=False)


@pytest.fixture
def no_database() -> Iterator[None]:
    """Every question to the database is refused."""

    def away(*asked: object) -> None:
        raise OperationalError(INSIDE)

    with connection.execute_wrapper(away):
        yield


def is_calm(answer: str) -> bool:
    """A heading, a way to help, a way to leave, and nothing of the insides or of anybody."""
    assert INSIDE not in answer
    assert not re.search(r"traceback|exception|error|django|sqlite|\b[45]\d\d\b", answer, re.IGNORECASE)
    return "<h1>" in answer and 'href="/help/"' in answer and 'action="/leave/"' in answer


@pytest.mark.requirement("S66")
@pytest.mark.parametrize("status", sorted(apart.TEMPLATES))
def test_each_refusal_has_a_calm_page_that_asks_no_database(status: int) -> None:
    answer = apart.answer(HttpRequest(), status)
    assert answer.status_code == status
    assert is_calm(answer.content.decode())


def test_a_page_apart_is_in_the_readers_language_and_look(settings: Settings) -> None:
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    request = HttpRequest()
    request.COOKIES = {"theme": "dark", "language": "ar"}
    said = apart.answer(request, 404).content.decode()
    assert '<html lang="ar" dir="rtl" data-theme="dark">' in said
    request.COOKIES = {"theme": '"><script>', "language": "xx"}
    assert "script>" not in apart.answer(request, 404).content.decode().replace("</script>", "")


@pytest.mark.requirement("S66")
@pytest.mark.urls("openchair.project.tests.test_apart")
@pytest.mark.django_db
def test_a_fault_shows_nothing_of_our_insides(quiet_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    ready_place()
    monkeypatch.setitem(declared(), "breaks", Declared("here", ("GET",)))
    log = StringIO()
    ours = next(one for one in logging.getLogger("django").handlers if one.filters)
    monkeypatch.setattr(ours, "stream", log)
    answer = quiet_client.get(f"/breaks/?{INSIDE}")
    assert answer.status_code == 500
    assert is_calm(answer.content.decode())
    assert answer["Content-Security-Policy"] == everywhere()["Content-Security-Policy"]
    logged = log.getvalue()
    assert "RuntimeError" in logged and INSIDE not in logged and "Traceback" not in logged


@pytest.mark.requirement("S66")
@pytest.mark.django_db
def test_refusals_of_pages_look_like_the_others(quiet_client: Client) -> None:
    ready_place()
    signed_in = client_of(person("amara"))
    for answer, status in (
        (quiet_client.get("/help/", headers={"host": "evil.example"}), 400),
        (quiet_client.post("/sign-in/", {str(number): "x" for number in range(500)}), 400),
        (Client(enforce_csrf_checks=True).post("/sign-in/"), 403),
        (quiet_client.get("/nowhere/"), 404),
        (signed_in.get("/groups/nowhere/"), 404),
        (signed_in.get("/groups/nowhere/departure/"), 405),
    ):
        assert answer.status_code == status
        assert is_calm(answer.content.decode())


@pytest.mark.requirement("S66")
@pytest.mark.django_db
@pytest.mark.usefixtures("no_database")
def test_without_a_database_refusals_and_faults_are_as_calm(quiet_client: Client) -> None:
    quiet_client.cookies["oc"] = "a-session-nobody-can-look-up"
    for address, status in (("/help/", 200), ("/nowhere/", 404), ("/groups/", 500)):
        answer = quiet_client.get(address)
        assert answer.status_code == status
        assert INSIDE not in answer.content.decode() and 'href="/help/"' in answer.content.decode()


@pytest.mark.requirement("S66")
@pytest.mark.parametrize(
    ("path_asked", "headers", "body", "status"),
    [
        ("/rooms/a\0b/", [], b"", 404),
        ("/", [(b"content-length", b"99999999")], b"", 413),
        ("/", [(b"content-length", b"5")], None, 408),
        ("/", [], b"", 500),
    ],
)
def test_what_the_guard_refuses_is_as_calm(
    path_asked: str, headers: list[tuple[bytes, bytes]], body: bytes | None, status: int
) -> None:
    head, words = asyncio.run(_guarded(path_asked, headers, body))
    assert head["status"] == status
    assert is_calm(words.decode())
    told = {name.decode(): value.decode() for name, value in head["headers"]}
    assert {name.lower(): value for name, value in everywhere().items()}.items() <= told.items()
    assert told["cache-control"] == "no-store" and "server" not in told


def test_what_is_no_http_gets_our_page_too() -> None:
    with served() as port, socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"NONSENSE\r\n\r\n")
        said = b"".join(iter(lambda: line.recv(4096), b"")).decode()
    assert said.startswith("HTTP/1.1 400 ")
    assert "Content-Security-Policy: default-src 'none'" in said
    assert is_calm(said.split("\r\n\r\n", 1)[1])


async def _guarded(
    path_asked: str, headers: list[tuple[bytes, bytes]], body: bytes | None
) -> tuple[HTTPResponseStartEvent, bytes]:
    """What comes out of a guard before pages that break; without a body, the asker sends none."""
    sent: list[ASGISendEvent] = []

    async def broken(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        raise RuntimeError(INSIDE)

    async def receive() -> ASGIReceiveEvent:
        if body is None:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": body or b"", "more_body": False}

    async def send(event: ASGISendEvent) -> None:
        sent.append(event)

    scope = cast(HTTPScope, {"type": "http", "path": path_asked, "headers": headers})
    await Guard(broken, longest=0.1)(scope, receive, send)
    start, said = sent
    assert start["type"] == "http.response.start" and said["type"] == "http.response.body"
    return start, said["body"]
