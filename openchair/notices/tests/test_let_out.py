"""A sign leaves for what its person lets out alone: what stays on Today keeps none on its way."""

from datetime import timedelta

import pytest

from openchair.kit.clock import now
from openchair.notices import delivering, kinds, telling
from openchair.notices.models import Sending, Wishes
from openchair.notices.privacy import KEPT
from openchair.notices.tests.conftest import Walks
from openchair.notices.tests.push_service import Browser, PushOffice
from openchair.people.models import Person
from tests.cast import Cast


@pytest.fixture
def ben(cast: Cast, walks: Walks, service: PushOffice) -> Person:
    """Ben, who lets out the reminders he set. Somebody answered him, and he has not read it yet."""
    Browser(service.endpoint("ben")).subscribe(cast.ben)
    telling.tell(person=cast.ben, kind="answer")
    assert cast.ben.told.count() == 1 and not Sending.objects.exists()
    telling.tell(person=cast.ben, kind="walk")
    Sending.objects.update(due_at=now())
    assert Sending.objects.count() == 1
    return cast.ben


def let_out_too(ben: Person) -> None:
    """When people answered him, as well."""
    Wishes.objects.update_or_create(person=ben, defaults={"level": Wishes.Level.PEOPLE})


def test_a_reminder_that_is_cancelled_sends_no_sign_for_an_answer_that_stays_here(ben: Person) -> None:
    telling.cancel(person=ben, kind="walk")
    assert ben.told.count() == 1 and not Sending.objects.exists()


def test_a_reminder_that_was_read_sends_no_sign_for_an_answer_that_stays_here(ben: Person) -> None:
    telling.read(person=ben, public_id=ben.told.get(kind="walk").public_id)
    assert ben.told.count() == 1 and not Sending.objects.exists()


def test_what_is_past_its_time_sends_no_sign_for_an_answer_that_stays_here(
    ben: Person, service: PushOffice
) -> None:
    ben.told.filter(kind="walk").update(told_at=now() - timedelta(days=1), expires_at=now())
    delivering.deliver_due(now())
    assert not service.caught and not Sending.objects.exists()


def test_whoever_lets_answers_out_is_still_told_of_one(ben: Person, service: PushOffice) -> None:
    let_out_too(ben)
    telling.cancel(person=ben, kind="walk")
    delivering.deliver_due(now())
    assert len(service.caught) == 1 and not Sending.objects.exists()


def test_what_is_said_of_how_long_it_stands_holds_for_every_kind() -> None:
    [said] = [str(one.how_long) for one in KEPT if one.model.__name__ == "Notice"]
    assert "at most 30 days" in said
    assert max(one.stands for one in kinds.every()) == timedelta(days=30)
