"""Something is typed into every field of every form, and then every file of the place is searched for it."""

import pytest
from redis import Redis

from tests.journeys.circle import Guest
from tests.journeys.conftest import REDIS, NewPage
from tests.journeys.place import Place
from tests.journeys.walker import WORD, Walker

pytestmark = pytest.mark.journey

# Fields that this walk has to come by: a form that moved away would otherwise be missed in silence.
PASSED = {
    *("name", "focus", "purpose", "agreement", "alias", "note", "reason", "why", "nickname", "words"),
    *("handle", "username", "own", "code", "ending"),
}


@pytest.mark.requirement("S04")
@pytest.mark.parametrize("place", [REDIS], ids=["redis"], indirect=True)
def test_nothing_that_anybody_types_can_be_found_in_any_file(place: Place, page_of: NewPage) -> None:
    room = a_room(place, page_of)
    typed: dict[str, str] = {}
    for name in ("amara", "ben", "dana", ""):
        somebody = Walker(place.port, place.told["sessions"].get(name, ""))
        somebody.walk(*starts(place), *([room] if name in {"amara", "ben"} else []))
        typed |= somebody.typed
        assert not name or WORD in somebody.again("/groups/"), name  # so what was typed was kept

    assert {field.split()[-1] for field in typed.values()} >= PASSED
    place.command("backup", str(place.folder / "backup"))
    assert len(place.holds("SQLite format 3")) > 3  # so the search finds what is there
    everything = place.every_byte() + in_redis()
    assert [field for word, field in typed.items() if any(form in everything for form in spelled(word))] == []


def a_room(place: Place, page_of: NewPage) -> str:
    """Amara opens the room, everyone may write, and Ben is in it; the address of the room."""
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    ben.sees("Your words")
    return amara.page.url.removeprefix(place.origin)


def starts(place: Place) -> list[str]:
    """Pages from which all others can be reached."""
    return [
        *("/", "/groups/", "/meetings/", "/me/", "/join/", "/sign-in/", "/recover/"),
        f"/groups/{place.told['group']}/",
    ]


def spelled(word: str) -> list[bytes]:
    """The ways in which a word may lie in a file. Names are looked for by the first of their words."""
    first = word.split(maxsplit=1)[0]
    return [first.encode(), first.encode("utf-16-le"), first.encode().hex().encode(), first.lower().encode()]


def in_redis() -> bytes:
    """All that Redis keeps, values and names."""
    with Redis.from_url(REDIS, socket_timeout=5) as redis:
        return b"".join(bytes(key) + (redis.dump(key) or b"") for key in redis.scan_iter())
