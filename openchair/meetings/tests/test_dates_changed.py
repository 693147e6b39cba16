"""One date called off, or held at another time."""

import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from openchair.meetings.models import Cancellation, Occurrence, Series
from openchair.meetings.tests.recipes import NOW, Answer, next_occurrence, post, series, series_at, start_of
from tests.cast import Cast, client_of

WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)


@pytest.fixture
def made(cast: Cast) -> Series:
    return series(cast.harbour)


def send(cast: Cast, made: Series, act: str, by: str = "amara", **typed: str) -> Answer:
    return post(getattr(cast, by), reverse(act, args=[made.public_id, made.next_start]), **typed)


def next_start(made: Series) -> datetime:
    return start_of(Series.objects.get(pk=made.pk))


def test_calling_a_date_off_leads_to_the_next_one(cast: Cast, made: Series) -> None:
    assert send(cast, made, "meeting-cancel", why="The host is ill").status == 303
    called_off = Cancellation.objects.get()
    assert called_off.by and called_off.by.alias == "Amara"
    assert (called_off.why, called_off.at) == ("The host is ill", NOW)
    assert next_start(made) == start_of(made) + WEEK


def test_calling_off_twice_calls_off_one_date_and_keeps_the_first_words(cast: Cast, made: Series) -> None:
    send(cast, made, "meeting-cancel", why="first")
    assert send(cast, made, "meeting-cancel", why="second").status == 303
    assert Cancellation.objects.get().why == "first" and next_start(made) == start_of(made) + WEEK


def test_a_date_is_held_after_all(cast: Cast, made: Series) -> None:
    send(cast, made, "meeting-cancel")
    for _again in range(2):
        assert send(cast, made, "meeting-hold-again").status == 303
    assert not Cancellation.objects.exists() and next_start(made) == start_of(made)


def test_the_buttons_of_a_date_say_which_date_to_those_who_only_listen(cast: Cast, made: Series) -> None:
    send(cast, made, "meeting-cancel")
    shown = client_of(cast.amara).get(reverse("meeting", args=[made.public_id])).content.decode()
    days = re.findall(r'class="row-name">(?:<s>)?([^<]+)<', shown.split('id="dates"')[1])
    said = re.findall(r'(Move|Call off|Hold it after all)\s*<span class="visually-hidden"> ([^<]+)<', shown)
    moved = [name for day in days[1:] for name in (("Move", day.strip()), ("Call off", day.strip()))]
    assert len(days) > 2 and said == [("Hold it after all", days[0].strip()), *moved]


@pytest.mark.parametrize("act", ["meeting-cancel", "meeting-move", "meeting-hold-again"])
@pytest.mark.parametrize("by", ["ben", "dana"])
def test_only_hosts_change_a_date(cast: Cast, made: Series, act: str, by: str) -> None:
    assert send(cast, made, act, by, on="2026-11-25", wall="20:00").status == 404
    assert not Occurrence.objects.exists()
    assert send(cast, made, act, "amara", on="2026-11-25", wall="20:00").status == 303


def test_a_date_that_has_begun_is_not_called_off(cast: Cast) -> None:
    made = series_at(cast.harbour, NOW)
    send(cast, made, "meeting-cancel")
    assert not Cancellation.objects.exists() and next_start(made) == NOW


@pytest.mark.parametrize("stamp", ["20261124T1901Z", "20261131T1900Z", "99999999T9999Z", "tomorrow"])
def test_a_date_that_there_is_not_is_not_found(cast: Cast, made: Series, stamp: str) -> None:
    for act in ("cancellation", "time"):
        url = f"/meetings/{made.public_id}/{stamp}/{act}/"
        assert client_of(cast.amara).get(url).status_code == 404
        assert post(cast.amara, url, on="2026-11-25", wall="20:00").status == 404
    assert not Occurrence.objects.exists()


def test_too_many_words_are_told_and_kept(cast: Cast, made: Series) -> None:
    answer = send(cast, made, "meeting-cancel", why="so " * 60)
    assert answer.status == 422 and "so so so" in answer.page
    assert not Cancellation.objects.exists()


def test_a_moved_date_is_the_next_one_at_its_new_time(cast: Cast, made: Series) -> None:
    send(cast, made, "meeting-move", on="2026-11-25", wall="18:00")
    assert next_start(made) == start_of(made) + 22 * HOUR
    moved = Occurrence.objects.get()
    assert moved.planned_at == start_of(made) and moved.ends_at - moved.starts_at == HOUR
    shown = client_of(cast.ben).get(reverse("meeting", args=[made.public_id])).content.decode()
    assert "another time than usual" in shown


def test_a_moved_date_can_be_moved_back(cast: Cast, made: Series) -> None:
    send(cast, made, "meeting-move", on="2026-11-25", wall="18:00")
    moved = Series.objects.get()
    assert send(cast, moved, "meeting-move", on="2026-11-24", wall="20:00").status == 303
    assert next_start(made) == start_of(made) and not Occurrence.objects.get().moved


NOWHERE = [
    ({"on": "2026-12-01", "wall": "20:00"}, "already held at that time"),
    ({"on": "2026-11-22", "wall": "20:00"}, "a time to come"),
    ({"on": "2027-11-22", "wall": "20:00"}, "a time to come"),
    ({"on": "9999-12-31", "wall": "23:59"}, "a time to come"),
    ({"on": "0001-01-01", "wall": "00:00"}, "a time to come"),
    ({"on": "", "wall": "20:00"}, "Say on which date."),
    ({"on": "2026-11-25", "wall": "late"}, "We could not read this time."),
]


@pytest.mark.parametrize(("typed", "said"), NOWHERE, ids=str)
def test_a_date_moves_only_where_there_is_room(
    cast: Cast, made: Series, typed: dict[str, str], said: str
) -> None:
    answer = send(cast, made, "meeting-move", **typed)
    assert answer.status == 422 and said in answer.page
    assert next_start(made) == start_of(made)


def test_two_dates_do_not_move_onto_each_other(cast: Cast, made: Series) -> None:
    send(cast, made, "meeting-move", on="2026-11-26", wall="20:00")
    second = next_occurrence(Series.objects.get()).starts_at + 5 * timedelta(days=1)
    url = reverse("meeting-move", args=[made.public_id, second])
    answer = post(cast.amara, url, on="2026-11-26", wall="20:00")
    assert answer.status == 422 and "already held" in answer.page


@pytest.mark.parametrize("act", ["meeting-cancel", "meeting-move"])
def test_the_form_names_the_date_and_the_zone_of_its_time(cast: Cast, made: Series, act: str) -> None:
    page = client_of(cast.amara).get(reverse(act, args=[made.public_id, made.next_start]))
    assert "Evening meeting: Tomorrow, 19:00–20:00 UTC" in page.content.decode()
