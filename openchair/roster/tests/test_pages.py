"""The pages: the week, one's hours, how much one carries, and the thread of those who welcome people."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.people import muting
from openchair.people.blocking import block
from openchair.people.tests.steps import text_of
from openchair.roster import debriefing, ending, standing
from openchair.roster.models import Carrying, Debrief, Shift
from openchair.roster.tests.scene import (
    NOON,
    TONIGHT,
    browser,
    holder,
    is_here,
    me,
    said,
    those_who_welcome,
    where,
)
from tests import recipes
from tests.cast import Cast
from tests.reading import stands

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Iterator[Cast]:
    with time_machine.travel(NOON, tick=False):
        yield those_who_welcome()


def test_an_empty_roster_says_what_helps(cast: Cast) -> None:
    page = said(cast, "ben")
    assert "Nobody has said that they are here now." in page and "One hour a week helps." in page
    assert said(cast, "eli") == ""


def test_the_week_says_who_is_here_and_who_comes_next(cast: Cast) -> None:
    is_here(cast, "ben", hour=12)
    is_here(cast, "chidi")
    page = said(cast, "amara")
    assert "Ben is here until 13:00." in page and "Next is Chidi: Today at 20:00." in page


def test_ben_asks_and_chidi_who_is_told_on_today_steps_in(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    at = f"roster/{shift.public_id}/20261201T2000Z/"
    assert browser(cast, "ben").post(where(cast, f"{at}asking/")).status_code == 303
    line = "Harbour: somebody is looked for to welcome people. Today at 20:00. Could you?"
    today = [text_of(browser(cast, name).get("/today/").content) for name in ("chidi", "amara", "ben", "eli")]
    assert [line in page for page in today] == [True, True, False, False]
    assert "I can after all" in said(cast, "ben") and "nobody yet" in said(cast, "chidi")
    answer = browser(cast, "chidi").post(where(cast, f"{at}stepping-in/"), follow=True)
    assert "Thank you. You are here then." in text_of(answer.content) and holder(cast, shift) == "Chidi"
    assert line not in text_of(browser(cast, "amara").get("/today/").content)


def test_what_cannot_be_done_is_said_kindly(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    standing.ask(by=me(cast, "ben"), shift_id=shift.public_id, start=TONIGHT)
    standing.step_in(by=me(cast, "chidi"), shift_id=shift.public_id, start=TONIGHT)
    there, gone = (f"roster/{shift.public_id}/{at}/" for at in ("20261201T2000Z", "20261202T2000Z"))
    for more, line in (
        (f"{there}stepping-in/", "Somebody was a moment quicker."),
        (f"{gone}stepping-in/", "These hours are over, or were dropped."),
        (f"{gone}asking/", "These hours are over, or were dropped."),
    ):
        answer = browser(cast, "amara").post(where(cast, more), follow=True)
        assert line in text_of(answer.content)


def test_too_much_is_said_where_somebody_would_step_in(cast: Cast) -> None:
    shift = is_here(cast, "ben")
    standing.ask(by=me(cast, "ben"), shift_id=shift.public_id, start=TONIGHT)
    standing.carry(membership=me(cast, "chidi"), most=1, away=None)
    is_here(cast, "chidi", 3)
    more = f"roster/{shift.public_id}/20261201T2000Z/stepping-in/"
    answer = browser(cast, "chidi").post(where(cast, more), follow=True)
    assert "more than you said you would carry" in text_of(answer.content) and holder(cast, shift) == ""


def test_hours_are_chosen_on_ones_own_clock_and_dropped(cast: Cast) -> None:
    ben, typed = browser(cast, "ben"), {"weekday": 4, "begins": 21, "minutes": 120}
    assert ben.post(where(cast, "roster/hours/"), typed).status_code == 303
    assert "Every Friday, 21:00–23:00" in said(cast, "ben", "roster/hours/")
    shift = Shift.objects.get()
    browser(cast, "chidi").post(where(cast, f"roster/hours/{shift.public_id}/ending/"))
    assert Shift.objects.exists(), "another's stay"
    ben.post(where(cast, f"roster/hours/{shift.public_id}/ending/"))
    assert "You have chosen none." in said(cast, "ben", "roster/hours/") and not Shift.objects.exists()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ({"weekday": 9, "begins": 21, "minutes": 60}, "Please choose one of these."),
        ({"weekday": 1, "begins": 21, "minutes": 999}, "Please choose one of these."),
        ({}, "Please choose one of these."),
    ],
)
def test_hours_that_cannot_be_are_said_beside_the_field(cast: Cast, typed: dict[str, int], line: str) -> None:
    answer = browser(cast, "ben").post(where(cast, "roster/hours/"), typed)
    assert answer.status_code == 422 and line in text_of(answer.content) and not Shift.objects.exists()


def test_a_third_time_a_week_is_refused_until_one_says_so(cast: Cast) -> None:
    is_here(cast, "ben", 2)
    is_here(cast, "ben", 3)
    answer = browser(cast, "ben").post(
        where(cast, "roster/hours/"), {"weekday": 4, "begins": 21, "minutes": 60}
    )
    assert answer.status_code == 422 and "more than you said you would carry" in text_of(answer.content)


@pytest.mark.parametrize(
    ("first", "last", "line"),
    [
        ("2026-12-10", "", "Give both days"),
        ("", "2026-12-10", "Give both days"),
        ("2026-12-10", "2026-12-09", "comes before the first"),
        ("2026-11-01", "2026-11-10", "This day is over."),
        ("2026-12-10", "2029-12-10", "Half a year at most."),
        ("soon", "2026-12-10", "Give a day"),
    ],
)
def test_days_away_that_cannot_be_are_kept_as_typed(cast: Cast, first: str, last: str, line: str) -> None:
    typed = {"most": 3, "away_from": first, "away_until": last}
    answer = browser(cast, "ben").post(where(cast, "roster/carrying/"), typed)
    assert answer.status_code == 422 and line in text_of(answer.content)
    assert f'value="{first}"' in answer.content.decode() and not Carrying.objects.exists()


def test_how_much_one_carries_is_for_ones_own_eyes(cast: Cast) -> None:
    typed = {"most": 1, "away_from": "2026-12-01", "away_until": "2026-12-24"}
    shift = is_here(cast, "ben")
    assert browser(cast, "ben").post(where(cast, "roster/carrying/"), typed).status_code == 303
    assert "at most once" in said(cast, "ben") and "This week you are not here." in said(cast, "ben")
    assert "2026-12-24" not in said(cast, "amara") and holder(cast, shift) == ""


def test_those_who_welcome_people_talk_among_themselves(cast: Cast) -> None:
    ben, path = browser(cast, "ben"), where(cast, "debrief/")
    assert ben.post(path, {"words": "It was heavy tonight."}).status_code == 303
    assert ben.post(path, {"words": " "}).status_code == 422
    assert "It was heavy tonight." in said(cast, "amara", "debrief/")
    assert said(cast, "eli", "debrief/") == ""
    line = Debrief.objects.get()
    browser(cast, "chidi").post(f"{path}{line.public_id}/ending/")
    assert Debrief.objects.exists(), "another's stays"
    ben.post(f"{path}{line.public_id}/ending/")
    assert "Nothing was said here" in said(cast, "amara", "debrief/") and not Debrief.objects.exists()


def test_the_thread_keeps_apart_whom_one_does_not_meet_and_forgets(cast: Cast) -> None:
    debriefing.add(by=me(cast, "ben"), words="I sat in the car for a while.")
    debriefing.add(by=me(cast, "amara"), words="Me too.")
    block(person=cast.chidi, other=cast.ben)
    muting.mute(person=cast.chidi, other=cast.amara, met_as="Amara")
    assert "in the car" in said(cast, "amara", "debrief/") and "Me too." in said(cast, "ben", "debrief/")
    assert "Nothing was said here" in said(cast, "chidi", "debrief/")
    ending.tidy(NOON + timedelta(days=29))
    assert Debrief.objects.count() == 2
    ending.tidy(NOON + timedelta(days=30))
    assert not Debrief.objects.exists()


def test_a_page_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    def asked(more: str) -> int:
        ben = browser(cast, "ben")
        with CaptureQueriesContext(connection) as caught:
            assert ben.get(where(cast, more)).status_code == 200
        return len(caught)

    def fill(mark: str, many: int) -> None:
        for number in range(many):
            somebody = recipes.person(f"{mark}-{number}")
            one = recipes.member(cast.harbour, somebody, f"{mark} {number}", host=True)
            standing.be_here(membership=one, weekday=number % 7, wall=TONIGHT.time(), minutes=60, zone="UTC")
            debriefing.add(by=one, words="One more evening.")

    fill("few", 3)
    before = [asked(more) for more in ("roster/", "debrief/")]
    fill("many", 20)
    assert [asked(more) for more in ("roster/", "debrief/")] == before and max(before) <= 12
    assert stands("many 3", said(cast, "ben"))


def test_a_newcomers_line_brings_in_no_way_to_reach_them(cast: Cast) -> None:
    words = {"words": "Last night was long. Ring me, +44 7700 900123"}
    answer = browser(cast, "ben").post(where(cast, "debrief/"), words)
    page = answer.content.decode()
    assert answer.status_code == 422 and words["words"] in page and not Debrief.objects.exists()
    assert "In your first two weeks here, please leave this out: +44 7700 900123" in page
    browser(cast, "amara").post(where(cast, "debrief/"), words)
    assert words["words"] in said(cast, "ben", "debrief/"), "a host is never new"
