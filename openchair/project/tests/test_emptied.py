"""SQLite's log keeps nothing of what was deleted, though somebody read in it at that moment."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from django.db import connection

from openchair.jobs.emptying import empty_what_is_full
from openchair.people.on_disk import log_of
from openchair.project.ledger.closing import close as close_account
from openchair.project.ledger.erasing import purge
from openchair.rooms.closing import close as close_room
from openchair.rooms.tests.scene import Scene, the_scene

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


@pytest.mark.parametrize(
    "end",
    [
        lambda scene: close_room(room=scene.room),
        lambda scene: close_account(person=scene.cast.ben, code="A", words_stay=False),
        lambda scene: purge([scene.cast.ben.pk]),
    ],
    ids=["a room", "an account", "everything of somebody"],
)
def test_a_log_that_was_read_meanwhile_is_emptied_afterwards(end: Callable[[Scene], None]) -> None:
    scene, log = the_scene(), log_of(connection)
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM rooms_seat").fetchone()
        end(scene)
        empty_what_is_full()
        assert log.stat().st_size > 0
        reader.execute("COMMIT")
    empty_what_is_full()
    assert log.stat().st_size == 0
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
