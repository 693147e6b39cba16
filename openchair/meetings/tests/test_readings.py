"""Members say beforehand which reading they will read."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.library.scripts import script
from openchair.meetings.claiming import MOST, TIME, Enough
from openchair.meetings.claiming import claim as claimed
from openchair.meetings.models import Claim, Format, Occurrence, Series, Topic
from openchair.meetings.tests.recipes import NOW, Answer, post, series
from tests.at_once import all_at_once
from tests.cast import Cast, client_of
from tests.reading import stands
from tests.recipes import member_of

WEEK = timedelta(weeks=1)


@pytest.fixture
def made(cast: Cast) -> Series:
    return series(cast.harbour)


def claim(cast: Cast, made: Series, by: str, reading: str = "welcome", *, back: bool = False) -> Answer:
    act = "meeting-reading-back" if back else "meeting-reading"
    return post(getattr(cast, by), reverse(act, args=[made.public_id, made.next_start, reading]))


def page(cast: Cast, made: Series, by: str) -> str:
    return client_of(getattr(cast, by)).get(reverse("meeting", args=[made.public_id])).content.decode()


@pytest.mark.parametrize("flow", Format.values)
def test_every_reading_of_the_script_can_be_claimed(cast: Cast, flow: str) -> None:
    made = series(cast.harbour, format=flow)
    for number, key in enumerate(script(flow).readings):
        claim(cast, made, ("amara", "ben", "chidi", "eli")[number // MOST], key)
    assert sorted(Claim.objects.values_list("reading", flat=True)) == sorted(script(flow).readings) != []


def test_a_claimed_reading_shows_its_reader_to_members(cast: Cast, made: Series) -> None:
    assert page(cast, made, "chidi").count("I will read this") == len(script(made.format).readings)
    claim(cast, made, "ben")
    assert "Ben reads this one." in page(cast, made, "chidi")
    assert "You read this one." in page(cast, made, "ben")


def test_a_reading_has_one_reader_whoever_asks_later(cast: Cast, made: Series) -> None:
    claim(cast, made, "ben")
    claim(cast, made, "ben")
    assert claim(cast, made, "chidi").status == 303
    assert Claim.objects.get().membership.alias == "Ben"


def test_a_reading_is_given_back_by_its_reader_only(cast: Cast, made: Series) -> None:
    claim(cast, made, "ben")
    claim(cast, made, "chidi", back=True)
    assert Claim.objects.count() == 1
    for _again in range(2):
        claim(cast, made, "ben", back=True)
    assert Claim.objects.count() == 0


def test_outsiders_neither_claim_nor_see_readings(cast: Cast, made: Series) -> None:
    type(cast.harbour).objects.update(listed=True)
    assert "I will read this" not in page(cast, made, "dana")
    assert claim(cast, made, "dana").status == 404 and not Occurrence.objects.exists()
    assert claim(cast, made, "ben").status == 303 and Claim.objects.count() == 1


def test_people_kept_apart_do_not_see_each_others_names(cast: Cast, made: Series) -> None:
    claim(cast, made, "eli")
    assert not stands("Eli", page(cast, made, "amara")) and "reads this one." in page(cast, made, "amara")
    assert "Eli reads this one." in page(cast, made, "ben")


def test_what_the_meeting_does_not_read_is_not_claimed(cast: Cast, made: Series) -> None:
    claim(cast, made, "ben", "war-and-peace")
    assert not Claim.objects.exists()


def test_a_date_that_is_over_takes_no_reader(cast: Cast, made: Series) -> None:
    with time_machine.travel(NOW + WEEK, tick=False):
        claim(cast, made, "ben")
    assert not Claim.objects.exists()


def test_who_left_the_group_no_longer_claims(cast: Cast, made: Series) -> None:
    claim(cast, made, "ben", "closing")
    client_of(cast.ben).post(reverse("group-departure", args=[cast.harbour.public_id]))
    assert claim(cast, made, "ben").status == 404


def test_two_things_at_one_meeting_are_enough_and_the_others_are_offered_still(
    cast: Cast, made: Series
) -> None:
    ben = client_of(cast.ben)
    for key in ("welcome", TIME, "closing"):
        where = reverse("meeting-reading", args=[made.public_id, made.next_start, key])
        said = ben.post(where, follow=True).content.decode()
    assert "You have two things at this meeting already" in said and "I will read this" in said
    words = {"words": "Patience"}
    answer = ben.post(reverse("meeting-topic", args=[made.public_id, made.next_start]), words)
    page_again = answer.content.decode()
    assert (
        answer.status_code == 422 and "two things at this meeting" in page_again and "Patience" in page_again
    )
    assert sorted(Claim.objects.values_list("reading", flat=True)) == sorted([TIME, "welcome"])
    claim(cast, made, "chidi", "closing")
    assert "You read this one." in page(cast, made, "chidi")


def test_what_is_ones_own_already_is_no_third_thing(cast: Cast, made: Series) -> None:
    topic = reverse("meeting-topic", args=[made.public_id, made.next_start])
    claim(cast, made, "ben")
    for words in ("Patience", "Sleep"):
        assert client_of(cast.ben).post(topic, {"words": words}).status_code == 303
    claim(cast, made, "ben", TIME)
    claim(cast, made, "ben")
    assert Claim.objects.get().reading == "welcome" and Topic.objects.get().words == "Sleep"


@pytest.mark.parametrize(("reading", "thanks"), [("welcome", "read this one"), (TIME, "keep time")])
def test_whoever_claims_something_is_thanked(cast: Cast, made: Series, reading: str, thanks: str) -> None:
    ben = client_of(cast.ben)
    where = reverse("meeting-reading", args=[made.public_id, made.next_start, reading])
    said = ben.post(where, follow=True).content.decode()
    assert f"Thank you. You will {thanks}." in said


@pytest.mark.django_db(transaction=True)
def test_two_claims_at_once_leave_one_of_them_to_others(cast: Cast) -> None:
    made = series(cast.harbour)
    ben = member_of(cast.harbour, cast.ben)
    start = made.next_start
    assert start
    claimed(series=made, start=start, membership=ben, reading="welcome")

    def ask(number: int) -> bool:
        try:
            claimed(series=made, start=start, membership=ben, reading=[TIME, "closing"][number])
        except Enough:
            return False
        return True

    assert sorted(all_at_once(ask, 2)) == [False, True] and Claim.objects.count() == MOST
