"""What is due by itself: a new key each month, the end of the old one, a look each night."""

import logging
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine

from openchair.kit.clock import now
from openchair.project.backing_up import ring_set
from openchair.project.ledger.receipts import Receipt
from openchair.project.ringing import beginning, tasks
from openchair.vault import mending, rotating
from openchair.vault.models import Verification
from openchair.vault.ring import Ring
from tests import recipes

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(ring: Ring) -> Ring:
    """The ring, made."""
    beginning.prepare()
    return ring


@pytest.mark.requirement("S70")
def test_a_hundred_nights_leave_one_key_or_two_and_none_old(made: Ring) -> None:
    recipes.person("ben")
    start, seen = now(), set()
    for day in range(100):
        with time_machine.travel(start + timedelta(days=day)):
            tasks.renew()
            seen.add(tuple(made.keys.epochs()))
            ages = [day_ for (day_,) in made.ask("SELECT made FROM keks")]
            assert min(ages) >= (now() - rotating.EVERY - rotating.KEPT_FOR).date().isoformat()
    assert seen == {(1,), (1, 2), (2,), (2, 3), (3,), (3, 4), (4,)}
    assert len(made.open_keys(made.names())) == 3


@pytest.mark.requirement("S43", "S70")
def test_a_set_that_no_further_backup_removes_opens_until_the_day_on_the_receipt(
    made: Ring, tmp_path: Path
) -> None:
    ben, start, opens = recipes.person("ben"), now(), {}
    source, keys = ring_set.make(tmp_path / "sets", made)
    until = Receipt.of(ben, start.date()).copies_until
    for day in range(40):
        with time_machine.travel(start + timedelta(days=day)):
            tasks.renew()
            opens[now().date()] = mending.look_at(made.keys, source / ring_set.FILE).keys == keys
    assert [day for day, open_ in opens.items() if open_] == [day for day in opens if day < until]
    assert until - start.date() == timedelta(days=37)


def test_a_change_that_was_cut_off_goes_on_by_itself(made: Ring) -> None:
    rotating.begin(made, 1)
    tasks.renew()
    assert not rotating.is_unfinished(made) and made.epoch() == 2


def test_there_is_one_look_a_night_and_it_is_noted(made: Ring) -> None:
    tasks.keep_the_ring()
    first = Verification.objects.get()
    assert first.faults == 1  # no paper yet
    tasks.keep_the_ring()
    assert Verification.objects.get().at == first.at
    with time_machine.travel(now() + timedelta(hours=21)):
        tasks.keep_the_ring()
        assert Verification.objects.get().at > first.at


def test_keys_of_nobody_go_and_many_are_told_and_stay(made: Ring) -> None:
    people = [recipes.person(name) for name in ("amara", "ben", "chidi")]
    made.forge("person", [str(uuid4())])
    start = now()
    for days in (0, 2):
        tasks.look(start + timedelta(days=days))
    assert made.names("person") == {str(one.pk) for one in people}
    made.forge("person", [str(uuid4()) for _ in range(9)])
    for days in (3, 5):
        tasks.look(start + timedelta(days=days))
    assert len(made.names("person")) == 12 and Verification.objects.get().faults == 2


def test_what_is_wrong_is_logged_without_a_name(made: Ring, caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("openchair")
    log.propagate = True
    try:
        ben = recipes.person("ben")
        made.destroy([str(ben.pk)])
        tasks.look(now())
    finally:
        log.propagate = False
    assert (
        "ring verify" in caplog.text and str(ben.pk) not in caplog.text and str(made.path) not in caplog.text
    )
