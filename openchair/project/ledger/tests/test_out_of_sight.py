"""Who waits to be erased is nowhere on anybody's pages; and no page lists people beyond one's own groups."""

import re

import pytest
from django.test import Client

from openchair.groups.hosting import make_host
from openchair.groups.models import JoinRequest
from openchair.meetings.claiming import claim
from openchair.people.blocking import block
from openchair.project.ledger import closing, erasing
from openchair.rooms.models import Seat
from openchair.rooms.stream_door import RoomDoor
from tests import recipes
from tests.cast import client_of, token_of
from tests.world import World, the_world

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    """Ben is in a list, a room, a report, a request, among the hosts, in a claim, and blocked by Chidi."""
    made = the_world()
    cast = made.scene.cast
    morning = recipes.group(cast.amara, alias="Amara", name="Morning")
    made.ids["group_id"].append(morning.public_id)
    recipes.ask(morning, cast.ben, "Ben", "Ben would like to come")
    mine = cast.harbour.memberships.get(person=cast.ben)
    make_host(membership=mine)
    start = made.scene.series.next_start
    assert start
    claim(series=made.scene.series, start=start, membership=mine, reading="welcome")
    block(person=cast.chidi, other=cast.ben, met_as="Ben")
    return made


def naming(world: World, reader: Client, name: str = "Ben") -> set[str]:
    """The addresses whose page names somebody to this reader."""
    found = set()
    for path in set(world.addresses()) - {"/gallery/"}:  # whose people are samples
        answer = reader.get(path)
        if not answer.streaming and re.search(rf"\b{name}\b", answer.content.decode(errors="replace")):
            found.add(path)
    return found


def readers(world: World) -> dict[str, Client]:
    cast = world.scene.cast
    known = {"amara": cast.amara, "chidi": cast.chidi, "dana": cast.dana}
    return {"nobody": Client()} | {name: client_of(person) for name, person in known.items()}


@pytest.mark.requirement("S41")
@pytest.mark.parametrize("go", ["erase", "close", "leave"])
def test_nobody_is_named_on_any_page_from_that_moment_on(world: World, go: str) -> None:
    ben, known = world.scene.cast.ben, readers(world)
    before = {name: naming(world, reader) for name, reader in known.items()}
    kinds = ("/people/", "/reports/", "/requests/", "/rooms/", "/hosts/")
    assert all(any(kind in path for path in before["amara"]) for kind in kinds), before["amara"]
    assert "/me/blocked/" in before["chidi"]
    if go == "erase":
        erasing.ask(person=ben, wait="week")
    else:
        closing.close(person=ben, code="A", words_stay=go == "leave")
    left = {name: naming(world, reader) for name, reader in known.items()}
    assert left == {name: set() for name in known}


def test_no_number_tells_of_whoever_waits(world: World) -> None:
    cast = world.scene.cast
    me = client_of(cast.chidi)
    assert 'row-side">1<' in _row(me, "Blocked people")
    erasing.ask(person=cast.ben, wait="week")
    assert "row-side" not in _row(me, "Blocked people"), "none, and then no number stands there"
    assert not JoinRequest.objects.filter(person=cast.ben).exists()


def test_the_door_of_a_stream_is_shut_at_once(world: World) -> None:
    cast, room = world.scene.cast, world.scene.room
    cookies = {"oc": token_of(cast.ben)}
    assert RoomDoor().admit(room.public_id, cookies)
    admitted = RoomDoor().admit(room.public_id, {"oc": token_of(cast.ben)})
    erasing.ask(person=cast.ben, wait="week")
    assert RoomDoor().admit(room.public_id, cookies) is None
    assert admitted and list(RoomDoor().still_welcome([admitted])) == []
    assert not Seat.objects.filter(person=cast.ben).exists()


@pytest.mark.requirement("S75")
def test_nobody_finds_people_beyond_their_own_groups(world: World) -> None:
    cast = world.scene.cast
    faraway = recipes.group(recipes.person("faraway"), alias="Turnstone", name="Far", listed=True)
    recipes.member(faraway, cast.eli, "Sanderling")
    world.ids["group_id"].append(faraway.public_id)
    for name, reader in readers(world).items():
        assert naming(world, reader, "Turnstone|Sanderling") == set(), name
    assert naming(world, client_of(cast.eli), "Sanderling"), "who belongs there sees it"
    assert naming(world, client_of(cast.dana), "Amara|Chidi|Eli") == set()


@pytest.mark.requirement("S75")
def test_nobody_outside_is_told_an_exact_number_of_people(world: World) -> None:
    world.scene.cast.harbour.listed = True
    world.scene.cast.harbour.save()
    group = world.scene.cast.harbour
    few = page_of(group.public_id)
    for number in range(20):
        recipes.member(group, recipes.person(f"p{number}"), f"Bird{number}")
    many = page_of(group.public_id)
    assert "a few people" in few and "about 20 people" in many
    assert not re.search(r"(?<!about )\b(?:4|23|24|25)\b (?:people|members)", few + many)


def page_of(group_id: str) -> str:
    """A listed group, as somebody without an account sees it."""
    return Client().get(f"/groups/{group_id}/").content.decode()


def _row(reader: Client, name: str) -> str:
    """One row of somebody's Me."""
    return reader.get("/me/").content.decode().partition(name)[2].partition("</li>")[0]
