"""Redis is away while somebody speaks or a room closes: nothing typed is lost, and what is owed is done."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django.fixtures import Settings

from openchair.kit.clock import now
from openchair.live.bus import Message
from openchair.live.hub import hub
from openchair.live.tests.test_bus import REDIS, redis_answers
from openchair.live.words import words
from openchair.people.models import Submission
from openchair.people.once import once
from openchair.people.requests import Request, open_to_all
from openchair.rooms import speaking
from openchair.rooms.closing import close, pay_what_is_owed
from openchair.rooms.models import Room
from openchair.rooms.tests.scene import Scene, the_scene
from tests.cast import client_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S18")]
SAID = "the lighthouse kept me up"
NOWHERE = "redis://127.0.0.1:1/0"


@pytest.fixture
def scene() -> Scene:
    """A room where everyone may write at any time."""
    made = the_scene()
    Room.objects.update(chat="all")
    return made


@pytest.fixture
def ben(scene: Scene) -> Client:
    """Ben's browser, which shows what is answered to a fault."""
    browser = client_of(scene.cast.ben)
    browser.raise_request_exception = False
    return browser


@pytest.fixture(autouse=True)
def the_usual_store() -> Iterator[None]:
    yield
    words.cache_clear()


def lies_at(settings: Settings, url: str | None) -> None:
    """From now on words are kept there."""
    settings.OPENCHAIR_REDIS = url
    words.cache_clear()


def heard(scene: Scene) -> list[str]:
    """All that was said, whoever said it."""
    room = scene.again()
    return [one.text for one in words().said(room.pk, room.word_key, now() - timedelta(hours=1))]


def say(ben: Client, scene: Scene) -> tuple[int, str]:
    """Ben says it by one and the same form."""
    answer = ben.post(reverse("room-words", args=[scene.room.public_id]), {"words": SAID, "submit_id": "one"})
    return answer.status_code, unescape(answer.content.decode())


def test_words_that_could_not_be_kept_come_back_and_are_said_by_the_same_form(
    scene: Scene, ben: Client, settings: Settings
) -> None:
    lies_at(settings, NOWHERE)
    for _time in range(2):
        status, page = say(ben, scene)
        assert status == 503 and f"{SAID}</textarea>" in page and "Send it again" in page
        assert '<input type="hidden" name="submit_id" value="one">' in page and 'href="/help/"' in page
        assert not Submission.objects.exists()
    lies_at(settings, None)
    assert heard(scene) == []
    assert [say(ben, scene)[0] for _time in range(2)] == [303, 303]
    assert heard(scene) == [SAID]


def test_a_calm_room_that_came_first_still_refuses_them(
    scene: Scene, ben: Client, settings: Settings
) -> None:
    lies_at(settings, NOWHERE)
    assert say(ben, scene)[0] == 503
    lies_at(settings, None)
    Room.objects.update(calm_since=now())
    status, page = say(ben, scene)
    assert status == 422 and SAID in page and heard(scene) == []


def test_a_room_that_cannot_be_shown_says_so(scene: Scene, ben: Client, settings: Settings) -> None:
    lies_at(settings, NOWHERE)
    room = reverse("room", args=[scene.room.public_id])
    answer = ben.get(room)
    page = answer.content.decode()
    assert answer.status_code == 503 and "Load this page again" in page and "Send it again" not in page
    assert f'href="{room}">Load it again</a>' in page


def test_words_of_a_form_that_came_to_nothing_are_not_heard(scene: Scene) -> None:
    @open_to_all
    @once
    def view(_request: Request) -> HttpResponse:
        speaking.say(room=scene.room, seat=scene.ben, text=SAID, utterance_id="any")
        assert heard(scene) == [SAID]
        raise LookupError

    with pytest.raises(LookupError):
        view(RequestFactory().post("/", {"submit_id": "one"}))
    assert heard(scene) == []


@pytest.mark.redis
def test_words_that_were_kept_though_the_answer_was_lost_are_heard_once(
    scene: Scene, ben: Client, settings: Settings
) -> None:
    redis_answers().close()
    with closing(Relay()) as relay:
        lies_at(settings, relay.url)
        assert say(client_of(scene.cast.chidi), scene)[0] == 303  # Redis knows our scripts from now on
        relay.is_deaf.set()
        assert say(ben, scene)[0] == 503
    lies_at(settings, REDIS)
    assert heard(scene) == [SAID, SAID]
    assert say(ben, scene)[0] == 303
    assert heard(scene) == [SAID, SAID]
    words().forget(scene.room.pk)


def test_a_closing_ends_every_stream_though_the_words_cannot_be_forgotten_yet(
    scene: Scene, settings: Settings
) -> None:
    async def closing() -> list[Message]:
        told: list[Message] = []
        await hub().bus.start(told.append)
        await asyncio.to_thread(_close, scene.room)
        await hub().bus.stop()
        return told

    lies_at(settings, NOWHERE)
    assert Message("close", scene.room.topic) in asyncio.run(closing())
    assert not scene.again().is_open


@pytest.mark.redis
def test_words_that_could_not_be_forgotten_are_forgotten_when_redis_is_back(
    scene: Scene, ben: Client, settings: Settings
) -> None:
    redis = redis_answers()
    lies_at(settings, REDIS)
    assert say(ben, scene)[0] == 303
    lies_at(settings, NOWHERE)
    _close(scene.room)
    pay_what_is_owed()
    assert len(list(redis.scan_iter(f"*{scene.room.pk}*"))) == 3
    lies_at(settings, REDIS)
    pay_what_is_owed()
    assert list(redis.scan_iter(f"*{scene.room.pk}*")) == []
    redis.close()


def _close(room: Room) -> None:
    try:
        close(room=room)
    finally:
        connection.close()


class Relay:
    """Stands between us and Redis; deaf, it passes on what we ask and none of the answers."""

    def __init__(self) -> None:
        self.is_deaf = threading.Event()
        self._open = [socket.create_server(("127.0.0.1", 0))]
        self.url = f"redis://127.0.0.1:{self._open[0].getsockname()[1]}{urlsplit(REDIS).path}"
        threading.Thread(target=self._let_in, daemon=True).start()

    def close(self) -> None:
        """End, and cut off whoever is connected."""
        for one in self._open:
            one.close()

    def _let_in(self) -> None:
        there = urlsplit(REDIS)
        with suppress(OSError):
            while True:
                asks, _address = self._open[0].accept()
                answers = socket.create_connection((there.hostname or "", there.port or 6379))
                self._open += [asks, answers]
                threading.Thread(target=self._pass_on, args=(asks, answers, False), daemon=True).start()
                threading.Thread(target=self._pass_on, args=(answers, asks, True), daemon=True).start()

    def _pass_on(self, here: socket.socket, there: socket.socket, are_answers: bool) -> None:
        with suppress(OSError):
            while said := here.recv(1 << 16):
                if not (are_answers and self.is_deaf.is_set()):
                    there.sendall(said)
