"""Members say beforehand which reading they will read."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.library.scripts import script
from openchair.meetings.models import Claim, Format, Occurrence, Series
from openchair.meetings.tests.recipes import NOW, Answer, post, series
from tests.cast import Cast, client_of

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
    for key in script(flow).readings:
        claim(cast, made, "ben", key)
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
    assert "Eli" not in page(cast, made, "amara") and "reads this one." in page(cast, made, "amara")
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
