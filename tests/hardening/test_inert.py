"""Whatever people write stays words: on every page, in every field that comes back, and in live frames."""

from collections.abc import Iterator, Sequence

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from openchair.groups.tests.test_pages import FOUNDING
from openchair.kit.ids import public_id
from openchair.meetings.tests.test_planning import PLAN
from openchair.people.models import Session
from openchair.rooms.stream_door import RoomDoor
from tests import recipes
from tests.cast import client_of, ready_place, token_of
from tests.hardening.corpus import CANARY, CORPUS
from tests.hardening.forms import every_form
from tests.hardening.reading import Page, brought_besides
from tests.hardening.world import World, the_world

Three = tuple[str, str, str]
PLAIN = ("plain words", "https://plain.example/way is a link", "more <plain> words")

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S20")]


def test_the_corpus_is_wide() -> None:
    assert len(set(CORPUS)) >= 40


def test_what_is_sent_back_to_be_mended_stays_words() -> None:
    world = the_world()
    odd = "\n".join(CORPUS)
    as_long = "\n".join(PLAIN * len(CORPUS))[: len(odd)]  # so that both are too long for the same fields
    usual, found = list(_echoed(world, as_long)), list(_echoed(world, odd))
    assert len(found) > 50 and brought_besides(usual, found) == []


def test_what_is_kept_stays_words_on_every_page_and_in_live_frames() -> None:
    world = the_world()
    usual = [page for words in PLAIN for page in _kept(world, (words, words, words))]
    found = [page for words in _in_threes(CORPUS) for page in _kept(world, words)]
    told = {words for page in found for words, _around in page.text if CANARY in words}
    assert len(told) > len(CORPUS), "they came back, long ones and short ones"
    assert len(found) > 50 and brought_besides(usual, found) == []


def test_what_stands_in_an_address_stays_words() -> None:
    ready_place()
    client = Client()
    for words in CORPUS:
        for address, name in (
            ("/sign-in/", "next"),
            ("/away/", "to"),
            ("/meetings/", "q"),
            ("/nowhere/", "x"),
        ):
            answer = client.get(address, {name: words})
            assert not [kind for kind in Page.of(answer.content.decode()).kinds if CANARY in kind]


def _echoed(world: World, words: str) -> Iterator[Page]:
    """Every page that somebody gets back who sends these words in every field there is, to every address."""
    fields = {name for form in every_form() for name in form.base_fields}
    told = dict.fromkeys(sorted(fields | {"title", "next", "q", "response", "step", "version"}), words)
    people = (world.scene.cast.amara, world.scene.cast.dana)
    for address in world.addresses().values():
        for person in people:
            answer = client_of(person).post(address, told)
            assert answer.status_code < 500, address
            if answer.status_code in (200, 409, 422) and not answer.streaming:  # a copy is no page
                yield Page.of(answer.content.decode())


def _in_threes(corpus: Sequence[str]) -> Iterator[Three]:
    """All of them, three at a time; the last ones together with the first."""
    for first in range(0, len(corpus), 3):
        one, two, three = (corpus[(first + step) % len(corpus)] for step in range(3))
        yield one, two, three


def _kept(world: World, words: Three) -> Iterator[Page]:
    """Every page and stream on which words can be read that were just kept in all the fields there are.

    All three stand in each field of many lines, and one in each of one line.
    """
    cast, values = world.scene.cast, world.values
    (one, two, three), all_of_them = words, "\n".join(words)
    amara, ben = client_of(cast.amara), client_of(cast.ben)
    group, room, meeting = str(values["group_id"]), str(values["room_id"]), str(values["meeting_id"])
    somebody = recipes.person(public_id())
    told = {"name": one, "focus": two, "purpose": all_of_them, "agreement": all_of_them, "listed": "on"}
    _send(amara, reverse("group-edit", args=[group]), {**FOUNDING, **told})
    _send(ben, reverse("group-alias", args=[group]), {"alias": three})
    _send(amara, reverse("meeting-edit", args=[meeting]), {**PLAN, "name": two})
    _send(ben, reverse("room-words", args=[room]), {"words": all_of_them})
    _send(client_of(somebody), reverse("group-join", args=[group]), _asks(world, one, all_of_them))
    _send(amara, reverse("my-passkey", args=[values["passkey_id"]]), {"nickname": three})
    shown = ["group", "group-edit", "group-agreement", "group-people", "group-requests", "groups"]
    shown += ["meetings", "meeting", "meeting-edit", "room", "room-about", "today", "my-passkeys", "report"]
    addresses = world.addresses()
    for name in shown:
        yield Page.of(amara.get(addresses[name]).content.decode())
    yield Page.of(ben.get(addresses["room"]).content.decode())
    yield from _streamed(world, room)
    client_of(somebody).post(reverse("group-join-withdrawal", args=[group]))


def _asks(world: World, alias: str, note: str) -> dict[str, str]:
    version = str(world.scene.cast.harbour.agreements.latest("version").version)
    return {"alias": alias, "note": note, "agreed": "on", "version": version}


def _streamed(world: World, room: str) -> Iterator[Page]:
    cast = world.scene.cast
    for person in (cast.amara, cast.ben, cast.chidi):
        admission = RoomDoor().admit(room, {settings.SESSION_COOKIE_NAME: token_of(person, Session.Mode.OWN)})
        assert admission is not None
        yield Page.of(RoomDoor().state(admission))


def _send(client: Client, address: str, told: dict[str, str]) -> None:
    """What is refused (too long for its field, say) is one of the pages of the other test."""
    answer = client.post(address, {**told, "submit_id": public_id()})
    assert answer.status_code in (200, 303, 404, 422), address
