"""What the database refuses, whatever the code above it does."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction

from openchair.kit.clock import now
from openchair.notices.models import CalendarFeed, MailAddress, Notice, Reminder, Sending, Wishes
from openchair.notices.tests.push_service import Browser
from openchair.people.models import Person
from tests.recipes import person

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


@pytest.fixture
def ben() -> Person:
    """Ben."""
    return person("ben")


def refused(model: type, **told: object) -> bool:
    """Does the database say no?"""
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**told)  # type: ignore[attr-defined]
    return True


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"wall": time(9), "minutes_before": 10},
        {"wall": time(9), "weekdays": 0},
        {"wall": time(9), "weekdays": 128},
        {"minutes_before": 2881},
        {"minutes_before": -1},
    ],
)
def test_a_reminder_is_at_a_time_or_before_a_thing(ben: Person, told: dict[str, object]) -> None:
    assert refused(Reminder, person=ben, kind="walk", **told)


def test_of_a_thing_there_is_one_reminder_and_one_notice(ben: Person) -> None:
    Reminder.objects.create(person=ben, kind="walk", wall=time(9))
    assert refused(Reminder, person=ben, kind="walk", wall=time(10))
    Notice.objects.create(person=ben, kind="walk", expires_at=now() + SOON)
    assert refused(Notice, person=ben, kind="walk", expires_at=now() + SOON)


def test_a_notice_has_time_to_be_read(ben: Person) -> None:
    assert refused(Notice, person=ben, kind="walk", told_at=now(), expires_at=now() - SOON)


def test_wishes_are_one_of_three(ben: Person) -> None:
    assert refused(Wishes, person=ben, level="loud")


def test_a_sending_goes_to_one_and_each_has_one(ben: Person) -> None:
    device = Browser("https://push.example/a").subscribe(ben)
    mail = MailAddress.objects.create(person=ben, address="ben@example.org")
    assert refused(Sending, person=ben, due_at=now())
    assert refused(Sending, person=ben, due_at=now(), device=device, mail=mail)
    assert refused(Sending, person=ben, due_at=now(), device=device, what="confirm")
    for to in ({"device": device}, {"mail": mail}):
        Sending.objects.create(person=ben, due_at=now(), **to)
        assert refused(Sending, person=ben, due_at=now(), **to)
    Sending.objects.create(person=ben, due_at=now(), mail=mail, what="confirm")


def test_a_browser_belongs_to_one_and_a_person_has_one_address_and_one_calendar(ben: Person) -> None:
    browser, amara = Browser("https://push.example/a"), person("amara")
    browser.subscribe(ben)
    with pytest.raises(IntegrityError), transaction.atomic():
        browser.subscribe(amara)
    MailAddress.objects.create(person=ben, address="ben@example.org")
    assert refused(MailAddress, person=ben, address="other@example.org")
    CalendarFeed.objects.create(person=ben, token_hash="a")
    assert refused(CalendarFeed, person=amara, token_hash="a")
