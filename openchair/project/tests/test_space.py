"""The disk is full: reading and Help now go on, what was typed is kept, and nothing is half written (S64)."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import OperationalError, connection
from django.test import Client

from openchair.groups.models import Group
from openchair.groups.tests.test_pages import FOUNDING
from openchair.people.models import Session
from openchair.project import space
from tests.cast import WORDS, client_of, ready_place, with_words
from tests.hardening.test_cross_site import dump
from tests.hardening.world import named_patterns
from tests.reading import stands
from tests.recipes import group, person

WROTE = "We meet on the quay, <b>rain</b> or shine."
GIB = 1024**3

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S64")]


class Disk(NamedTuple):
    """As `shutil.disk_usage` tells it."""

    total: int
    used: int
    free: int


@pytest.fixture
def amara() -> Client:
    """Amara, who hosts Harbour."""
    ready_place()
    host = with_words(person("amara"))
    group(host, alias="Amara")
    client = client_of(host)
    client.raise_request_exception = False
    return client


@pytest.fixture
def a_short_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less free than we leave for what keeps people safe."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Disk(100 * GIB, 0, space.LEAST - 1))


@contextmanager
def limited(on: str, off: str) -> Iterator[None]:
    """SQLite under a pragma; PostgreSQL says the same in codes of its own, which are tested below."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # so that no page lies free
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA {on.format(pages=pages)}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {off}")


def describes(client: Client, address: str, purpose: str = WROTE) -> str:
    """The answer to a changed description of the group: 503, and what it says."""
    told = {**FOUNDING, "purpose": purpose, "agreement": "Мы слушаем.\n" * 330, "submit_id": "a" * 16}
    answer = client.post(address, told)
    assert answer.status_code == 503
    assert answer["Retry-After"] == str(space.TRY_AGAIN)
    return answer.content.decode()


@pytest.mark.parametrize(
    ("total", "free", "short"),
    [
        (100 * GIB, space.LEAST - 1, True),
        (100 * GIB, space.LEAST, False),  # a big disk is not full at 4.9 %
        (2 * GIB, int(2 * GIB * space.LEAST_SHARE) - 1, True),
        (2 * GIB, int(2 * GIB * space.LEAST_SHARE) + 1, False),
        (0, 0, False),
    ],
)
def test_when_a_disk_is_short(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, total: int, free: int, short: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Disk(total, total - free, free))
    assert space.is_short(tmp_path) is short


@pytest.mark.usefixtures("a_short_disk")
def test_what_was_typed_is_on_the_page_and_can_be_sent_again(amara: Client) -> None:
    harbour = Group.objects.get()
    address = f"/groups/{harbour.public_id}/edit/"
    said = describes(amara, address)
    assert "&lt;b&gt;rain&lt;/b&gt; or shine.</textarea>" in said
    assert f'action="{address}"' in said and 'name="csrfmiddlewaretoken"' in said
    assert '<input type="hidden" name="submit_id" value="aaaaaaaaaaaaaaaa">' in said
    assert 'href="/help/"' in said
    assert Group.objects.get().purpose == harbour.purpose


@pytest.mark.usefixtures("a_short_disk")
def test_reading_help_signing_in_and_out_go_on(amara: Client) -> None:
    for address in ("/help/", "/today/", "/groups/", "/me/"):
        assert amara.get(address).status_code == 200
    assert amara.post("/sign-out/").status_code == 303
    told = {"handle": "amara", "words": WORDS, "mode": Session.Mode.OWN}
    assert amara.post("/sign-in/", told).status_code == 303


@pytest.mark.usefixtures("a_short_disk")
def test_what_opens_an_account_is_not_shown_again(amara: Client) -> None:
    answer = amara.post("/me/words/", {"words": "my own secret words of the sea", "again": "x"})
    assert answer.status_code == 503
    assert "secret words" not in answer.content.decode()


@pytest.mark.usefixtures("a_short_disk")
def test_another_site_gets_nothing_shown(amara: Client) -> None:
    amara.handler.enforce_csrf_checks = True
    answer = amara.post(f"/groups/{Group.objects.get().public_id}/edit/", {"purpose": WROTE})
    assert answer.status_code == 403
    assert not stands("rain", answer.content.decode())


def test_every_address_that_goes_on_exists() -> None:
    assert {name for name, _pattern in named_patterns()} >= space.GO_ON


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("on", "off"),
    [("max_page_count = {pages}", "max_page_count = 1073741823"), ("query_only = ON", "query_only = OFF")],
    ids=["full", "read only"],
)
def test_a_database_that_takes_nothing_keeps_what_was_typed_and_writes_no_half(
    amara: Client, on: str, off: str
) -> None:
    harbour = Group.objects.get()
    before = dump()
    with limited(on, off):
        said = describes(amara, f"/groups/{harbour.public_id}/edit/")
        assert amara.get("/groups/").status_code == 200
        assert amara.get("/help/").status_code == 200
    assert "rain" in said and "Мы слушаем." in said
    assert dump() == before


@pytest.mark.parametrize(("state", "told"), [("53100", True), ("25006", True), ("23505", False)])
def test_postgresql_says_it_by_a_code(state: str, told: bool) -> None:
    class Refused(Exception):
        sqlstate = state

    fault = OperationalError()
    fault.__cause__ = Refused()
    assert space.is_for_lack_of_room(fault) is told
    assert not space.is_for_lack_of_room(RuntimeError())


@pytest.mark.usefixtures("a_short_disk")
def test_a_log_that_does_not_reach_the_disk_is_told_by_the_system() -> None:
    fault = OperationalError("disk I/O error")
    fault.__cause__ = OSError()
    assert space.is_for_lack_of_room(fault)
