"""A reminder comes when it was set, once, while it is still due; and is taken back everywhere at once."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from openchair.kit.clock import now
from openchair.notices import kinds, reminding, showing, telling
from openchair.notices.models import MailAddress, Notice, Reminder, Sending, Wishes
from openchair.notices.reminding import When
from openchair.notices.tests.conftest import Walks
from openchair.notices.tests.push_service import Browser
from openchair.people.models import Person, Place
from openchair.people.settling import settle
from tests.at_once import all_at_once
from tests.cast import Cast, client_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday
SEVEN = When(wall=time(19))


@pytest.fixture
def ben(cast: Cast, walks: Walks) -> Person:
    """Ben, who lives in Rome."""
    settle(person=cast.ben, place=Place.here(), zone="Europe/Rome", rollover=0)
    return cast.ben


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026, in UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def told_at(moment: datetime) -> int:
    """How many were told when the clock stood there."""
    with time_machine.travel(moment, tick=False):
        return reminding.remind_due(now())


def test_it_comes_at_its_time_of_day_at_home_and_again_the_next_day(ben: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        mine = reminding.remind(person=ben, kind="walk", when=SEVEN)
    assert mine.next_at == at(23, 18)
    assert told_at(at(23, 17, 59)) == 0 and told_at(at(23, 18)) == 1 and told_at(at(23, 18, 1)) == 0
    mine.refresh_from_db()
    assert mine.next_at == at(24, 18)
    with time_machine.travel(at(23, 18, 5)):
        [line] = showing.told_to(ben)
    assert (line.line, line.href) == ("Time for a walk", "/me/")


def test_what_is_no_longer_due_is_not_told_and_no_longer_shown(ben: Person, walks: Walks) -> None:
    with time_machine.travel(NOON, tick=False):
        reminding.remind(person=ben, kind="walk", when=SEVEN)
    told_at(at(23, 18))
    walks.done = True
    with time_machine.travel(at(23, 18, 5)):
        assert showing.told_to(ben) == []
    told_at(at(24, 18))
    assert Notice.objects.get().told_at == at(23, 18)


def test_what_a_server_slept_through_is_passed_over(ben: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        mine = reminding.remind(person=ben, kind="walk", when=SEVEN)
    assert told_at(at(25, 4)) == 1
    mine.refresh_from_db()
    assert (Notice.objects.count(), mine.next_at) == (0, at(25, 18))


def test_whoever_moves_home_is_told_by_the_new_clock(ben: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        mine = reminding.remind(person=ben, kind="walk", when=SEVEN)
        settle(person=ben, place=Place.here(), zone="Asia/Tokyo", rollover=0)
        mine.refresh_from_db()
        assert mine.next_at == at(24, 10)


def test_a_zone_on_the_page_counts_where_no_home_was_chosen(cast: Cast, walks: Walks) -> None:
    with time_machine.travel(NOON, tick=False):
        mine = reminding.remind(person=cast.chidi, kind="walk", when=SEVEN)
        assert mine.next_at == at(23, 19)
        client_of(cast.chidi).post("/display/", {"zone": "Asia/Tokyo"})
        mine.refresh_from_db()
    assert mine.next_at == at(24, 10)


def test_one_that_breaks_stops_no_other(ben: Person, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    def breaks(_person: Person, _subject: str, _at: datetime) -> bool:
        raise LookupError("words nobody should find")

    walk = kinds.named("walk")
    assert walk
    kinds.register(replace(walk, name="broken", is_due=breaks))
    with time_machine.travel(NOON, tick=False):
        reminding.remind(person=cast.chidi, kind="broken", when=SEVEN)
        reminding.remind(person=ben, kind="walk", when=SEVEN)
    try:
        told_at(at(23, 19))
    finally:
        kinds.forget("broken")
    assert [one.kind for one in Notice.objects.all()] == ["walk"]
    assert Reminder.objects.filter(next_at__lte=at(23, 19)).count() == 0
    assert "words nobody should find" not in caplog.text


def test_a_kind_that_is_no_more_is_asked_no_more(ben: Person) -> None:
    Reminder.objects.create(person=ben, kind="gone", wall=time(19), next_at=at(23, 18))
    assert told_at(at(23, 18)) == 1
    assert Reminder.objects.get().next_at is None and not Notice.objects.exists()


def test_it_is_taken_back_on_every_channel_by_one_call(ben: Person, walks: Walks) -> None:
    with_channels(ben)
    with time_machine.travel(at(23, 17), tick=False):
        mine = reminding.remind(person=ben, kind="walk", when=SEVEN)
    told_at(at(23, 18))
    assert (Notice.objects.count(), Sending.objects.count()) == (1, 2)
    with time_machine.travel(at(23, 18, 1), tick=False):
        telling.cancel(person=ben, kind="walk")
    assert (Notice.objects.count(), Sending.objects.count()) == (0, 0)
    mine.refresh_from_db()
    assert mine.next_at == at(24, 18)


def test_taking_one_thing_back_leaves_the_others(ben: Person) -> None:
    with_channels(ben)
    for subject in ("one", "two"):
        telling.tell(person=ben, kind="walk", subject=subject)
    telling.cancel(person=ben, kind="walk", subject="one")
    assert [one.subject for one in Notice.objects.all()] == ["two"] and Sending.objects.count() == 2


def test_many_notices_are_one_sign_on_each_device(ben: Person) -> None:
    with_channels(ben)
    for number in range(5):
        telling.tell(person=ben, kind="walk", subject=str(number))
    assert (Notice.objects.count(), Sending.objects.count()) == (5, 2)


@pytest.mark.requirement("S86")
def test_what_is_told_leaves_after_quiet_hours_and_not_on_the_minute(ben: Person) -> None:
    with_channels(ben)
    leaves = set()
    for _again in range(8):
        with time_machine.travel(at(23, 23), tick=False):  # midnight in Rome
            telling.tell(person=ben, kind="walk")
        leaves.add(Sending.objects.order_by("pk")[0].due_at)
        Sending.objects.all().delete()
    assert all(at(24, 7) <= moment < at(24, 7, 2) for moment in leaves) and len(leaves) > 1


@pytest.mark.parametrize(
    ("level", "sent"), [("quiet", []), ("set", ["walk"]), ("people", ["walk", "answer"])]
)
def test_only_what_was_wished_for_leaves(ben: Person, level: str, sent: list[str]) -> None:
    with_channels(ben)
    Wishes.objects.create(person=ben, level=level)
    left = []
    for kind in ("walk", "answer"):
        telling.tell(person=ben, kind=kind)
        left += [kind] if Sending.objects.exists() else []
        Sending.objects.all().delete()
    assert (left, Notice.objects.count()) == (sent, 2)


@pytest.mark.requirement("S86")
def test_without_asking_nothing_leaves(ben: Person) -> None:
    telling.tell(person=ben, kind="walk")
    MailAddress.objects.create(person=ben, address="ben@example.org")
    ben.refresh_from_db()
    telling.tell(person=ben, kind="walk")
    assert Notice.objects.count() == 1 and not Sending.objects.exists()


def test_killed_in_the_middle_leaves_it_as_it_was(ben: Person) -> None:
    with time_machine.travel(NOON, tick=False):
        reminding.remind(person=ben, kind="walk", when=SEVEN)
    with time_machine.travel(at(23, 18), tick=False), transaction.atomic():
        reminding.remind_due(now())
        transaction.set_rollback(True)
    assert not Notice.objects.exists() and told_at(at(23, 18)) == 1 and Notice.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_tell_it_once(ben: Person) -> None:
    reminding.remind(person=ben, kind="walk", when=SEVEN)
    due = now() - timedelta(minutes=1)
    Reminder.objects.update(next_at=due)
    assert sum(all_at_once(lambda _number: reminding.remind_due(now()))) == 1
    assert Notice.objects.count() == 1


def test_what_was_seen_is_gone_and_nothing_more_is_sent(ben: Person) -> None:
    with_channels(ben)
    telling.tell(person=ben, kind="walk")
    browser: Client = client_of(ben)
    page = browser.get("/today/").content.decode()
    assert "Time for a walk" in page
    address = f"/me/told/{Notice.objects.get().public_id}/read/"
    assert browser.post(address, {"next": "/today/"}).status_code == 303
    assert browser.post(address).status_code == 303
    assert not Notice.objects.exists() and not Sending.objects.exists()
    assert "Time for a walk" not in browser.get("/today/").content.decode()


def with_channels(person: Person) -> None:
    """A browser and a mail address, both of theirs."""
    Browser("https://push.example/ben").subscribe(person)
    MailAddress.objects.create(person=person, address="ben@example.org", confirmed_at=now())
    person.refresh_from_db()
