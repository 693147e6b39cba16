"""One check-in a day, however often it is sent; changed, taken back and brought back."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from openchair.checkins import checking_in, forgetting
from openchair.checkins.models import CheckIn, Earlier
from openchair.checkins.tests.days import MORNING, TODAY, send, told_on
from openchair.checkins.told import Told
from openchair.kit.clock import now
from tests import recipes
from tests.at_once import TIMES, all_at_once, tab_of
from tests.cast import Cast, client_of, the_cast


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.mark.django_db
def test_the_same_again_changes_nothing_and_other_words_replace_the_first(cast: Cast) -> None:
    for told in (Told(2, at="08:10"), Told(2, at="08:11"), Told(4, note="Better", at="08:12")):
        checking_in.check_in(person=cast.ben, day=TODAY, told=told)
    assert told_on(cast.ben) == Told(4, note="Better", at="08:12")
    assert Earlier.objects.get().says == Told(2, at="08:10")
    checking_in.check_in(person=cast.amara, day=TODAY, told=Told(1))
    assert CheckIn.objects.count() == 2, "each person has a day of their own"


@pytest.mark.django_db(transaction=True)
@pytest.mark.requirement("S18")
@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize("submit_id", ["the-same", ""])
def test_twenty_at_once_give_one_check_in(cast: Cast, submit_id: str) -> None:
    ben = client_of(cast.ben)
    tabs = [tab_of(ben) for _one in range(TIMES)]
    answers = all_at_once(lambda n: send(tabs[n], submit_id=submit_id or f"number-{n}", note="Once"))
    assert {answer.status_code for answer in answers} == {303}
    assert CheckIn.objects.count() == 1 and Earlier.objects.count() == 0
    assert told_on(cast.ben) == Told(3, note="Once", at="08:10")


@pytest.mark.django_db(transaction=True)
@time_machine.travel(MORNING, tick=False)
def test_sixty_four_people_at_once_each_have_their_check_in(cast: Cast) -> None:
    """A database of one file answers nobody that it is locked."""
    people = [recipes.person(f"guest {number}") for number in range(64)]
    tabs = [client_of(one) for one in people]
    answers = all_at_once(lambda n: send(tabs[n], mood=str(n % 5 + 1), note=f"Note {n}"), times=64)
    assert {answer.status_code for answer in answers} == {303}
    assert CheckIn.objects.count() == 64
    for number, one in enumerate(people):
        assert told_on(one) == Told(number % 5 + 1, note=f"Note {number}", at="08:10")


@pytest.mark.django_db
def test_what_was_taken_back_comes_back_and_what_was_changed_too(cast: Cast) -> None:
    checking_in.check_in(person=cast.ben, day=TODAY, told=Told(2))
    assert checking_in.take_back(person=cast.ben, day=TODAY)
    assert told_on(cast.ben) is None and not checking_in.take_back(person=cast.ben, day=TODAY)
    assert checking_in.bring_back(person=cast.ben, day=TODAY) and told_on(cast.ben) == Told(2)
    assert not checking_in.bring_back(person=cast.ben, day=TODAY)
    checking_in.check_in(person=cast.ben, day=TODAY, told=Told(5))
    for mood in (2, 5, 2):
        assert checking_in.bring_back(person=cast.ben, day=TODAY) and told_on(cast.ben) == Told(mood)


@pytest.mark.django_db
def test_after_thirty_days_what_was_taken_back_is_deleted(cast: Cast) -> None:
    checking_in.check_in(person=cast.ben, day=TODAY, told=Told(2))
    checking_in.take_back(person=cast.ben, day=TODAY)
    forgetting.forget(now() + timedelta(days=30))
    assert Earlier.objects.exists()
    forgetting.forget(now() + timedelta(days=31))
    assert not Earlier.objects.exists()


@pytest.mark.django_db
def test_words_under_a_broken_seal_are_not_brought_back(cast: Cast) -> None:
    checking_in.check_in(person=cast.ben, day=TODAY, told=Told(2))
    checking_in.take_back(person=cast.ben, day=TODAY)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE checkins_earlier SET told = %s", [b"\x01\x01" + bytes(80)])
    assert not checking_in.bring_back(person=cast.ben, day=TODAY)
    assert Earlier.objects.exists() and told_on(cast.ben) is None


@pytest.mark.django_db
@pytest.mark.parametrize("model", [CheckIn, Earlier])
def test_the_database_refuses_a_second_for_a_day(cast: Cast, model: type[CheckIn] | type[Earlier]) -> None:
    model(person=cast.ben, day=TODAY, told="{}").save()
    model(person=cast.amara, day=TODAY, told="{}").save()
    with pytest.raises(IntegrityError), transaction.atomic():
        model(person=cast.ben, day=TODAY, told="{}").save()


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_numbers_and_words_stand_nowhere_in_the_table_to_be_read(cast: Cast) -> None:
    send(
        client_of(cast.ben), craving="9", note="kingfisher", intention="heron", plan="partly", halt=["lonely"]
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM checkins_checkin")
        [row] = cursor.fetchall()
    held = b"".join(bytes(cell) for cell in row if isinstance(cell, bytes | memoryview))
    assert len(held) > 200 and not any(
        word in held for word in (b"kingfisher", b"heron", b"partly", b"lonely")
    )
    others = {type(cell) for cell in row if not isinstance(cell, bytes | memoryview)}
    assert int not in others and float not in others


@pytest.mark.django_db
@time_machine.travel(MORNING, tick=False)
def test_taking_back_and_undoing_go_by_buttons(cast: Cast) -> None:
    ben = client_of(cast.ben)
    send(ben, mood="2")
    page = ben.post(reverse("check-in-removal", args=[str(TODAY)]), follow=True)
    undo = reverse("check-in-undo", args=[str(TODAY)])
    assert told_on(cast.ben) is None and undo in page.text and "30 days" in page.text
    assert "Saved" in ben.post(undo, follow=True).text and told_on(cast.ben) == Told(2, at="08:10")
    assert client_of(cast.amara).post(undo).status_code == 404 and CheckIn.objects.count() == 1


def test_a_day_is_a_plain_date() -> None:
    assert isinstance(CheckIn(day=TODAY).day, date)
