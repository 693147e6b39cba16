"""Another site can send nothing in somebody's name, and reading changes nothing."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection

from openchair.kit.clock import now
from openchair.people.models import Session
from tests.cast import client_of, ready_place
from tests.hardening.world import the_world
from tests.recipes import person

# What a reading may note: that the session was used, and that somebody without script is still in the room.
NOTED_BY_READING = {"people_session": {"used_at"}, "rooms_seat": {"present_until", "answers_until"}}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.requirement("S59")
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_sends_is_refused_at_every_address(site: str) -> None:
    world = the_world()
    client = client_of(world.scene.cast.amara)
    before = dump()
    for name, address in world.addresses().items():
        assert client.post(address, headers={"sec-fetch-site": site}).status_code == 403, name
    assert dump() == before


@pytest.mark.requirement("S59")
def test_without_the_forms_token_nothing_is_taken_but_leaving_and_stopping_mail() -> None:
    world = the_world()
    open_ones = set()
    for name, address in world.addresses().items():
        client = client_of(world.scene.cast.amara)
        client.handler.enforce_csrf_checks = True
        if client.post(address, headers={"sec-fetch-site": "same-origin"}).status_code != 403:
            open_ones.add(name)
    assert open_ones == {"leave-site", "mail-stop"}  # whose secret stands in the address (RFC 8058)


@pytest.mark.requirement("S59")
def test_an_old_page_of_ours_can_still_be_left() -> None:
    ready_place()
    client = client_of(person("amara"))
    client.handler.enforce_csrf_checks = True
    answer = client.post("/leave/", headers={"sec-fetch-site": "same-origin"})
    assert answer.status_code == 200
    assert Session.objects.count() == 0


@pytest.mark.requirement("S59")
def test_another_site_cannot_end_a_session() -> None:
    ready_place()
    client = client_of(person("amara"))
    assert client.post("/leave/", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert Session.objects.count() == 1


@pytest.mark.requirement("S59")
def test_reading_every_page_changes_nothing() -> None:
    world = the_world()
    readers, addresses = world.readers, world.addresses()
    Session.objects.update(used_at=now() - timedelta(hours=1))
    before, read = dump(), 0
    for name, address in addresses.items():
        for reader, client in readers.items():
            read += client.get(address).status_code == 200
            assert dump() == before, f"{reader} read {name}"
            client.head(address)
            assert dump() == before, f"{reader} asked for the head of {name}"
    assert read > len(addresses)


def dump() -> dict[str, list[str]]:
    """Every row of every table, without what reading may note."""
    return {table: sorted(rows(table)) for table in connection.introspection.table_names()}


def rows(table: str) -> Iterator[str]:
    """The rows of one table as text."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        noted = NOTED_BY_READING.get(table, set())
        names = [column[0] for column in cursor.description]
        for row in cursor.fetchall():
            yield repr([(name, value) for name, value in zip(names, row, strict=True) if name not in noted])
