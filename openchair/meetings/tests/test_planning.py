"""Hosts plan meetings, change them and end them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.meetings import claiming
from openchair.meetings.models import Claim, Occurrence, Series
from openchair.meetings.tests.recipes import NOW, Answer, next_occurrence, post, series, series_at, start_of
from tests.cast import Cast, client_of
from tests.recipes import host_of

PLAN = {
    "name": "Evening meeting",
    "repeats": "weekly",
    "weekday": "1",
    "on": "",
    "wall": "20:00",
    "zone": "Europe/Rome",
    "minutes": "60",
    "format": "open-sharing",
    "language": "en",
    "door": "open",
    "chat_rule": "speaker",
    "capacity": "200",
}
WEEK = timedelta(weeks=1)


def plan(cast: Cast, by: str = "amara", **typed: str) -> Answer:
    url = reverse("meeting-new", args=[cast.harbour.public_id])
    return post(getattr(cast, by), url, **(PLAN | typed))


def change(cast: Cast, made: Series, by: str = "amara", **typed: str) -> Answer:
    return post(getattr(cast, by), reverse("meeting-edit", args=[made.public_id]), **(PLAN | typed))


def test_a_host_plans_a_weekly_meeting(cast: Cast) -> None:
    answer = plan(cast)
    made = Series.objects.get()
    assert answer.leads_to == reverse("meeting", args=[made.public_id])
    assert made.next_start == datetime(2026, 11, 24, 19, tzinfo=UTC)


def test_a_host_plans_a_single_meeting(cast: Cast) -> None:
    plan(cast, repeats="once", on="2026-12-24", weekday="0")
    made = Series.objects.get()
    assert (made.weekday, made.next_start) == (None, datetime(2026, 12, 24, 19, tzinfo=UTC))


def test_the_form_opens_on_the_readers_clock_for_hosts_only(cast: Cast) -> None:
    url = reverse("meeting-new", args=[cast.harbour.public_id])
    amara = client_of(cast.amara)
    amara.cookies["zone"] = "Asia/Tokyo"
    assert '<option value="Asia/Tokyo" selected>' in amara.get(url).content.decode()
    assert client_of(cast.ben).get(url).status_code == 404


@pytest.mark.parametrize("by", ["ben", "dana", "eli"])
def test_only_hosts_plan_and_change(cast: Cast, by: str) -> None:
    made = series(cast.harbour)
    assert plan(cast, by).status == change(cast, made, by, name="Mine").status == 404
    assert Series.objects.get().name == made.name
    assert plan(cast, "amara").status == change(cast, made, "amara", name="Ours").status == 303


WRONG = [
    ({"name": ""}, "Give the meeting a name."),
    ({"name": "x" * 81}, "This is too long."),
    ({"name": "\u202e\x00"}, "Give the meeting a name."),
    ({"wall": ""}, "Say when it begins"),
    ({"wall": "25:61"}, "We could not read this."),
    ({"zone": "Middle/Earth"}, "Please choose one of these."),
    ({"zone": "../../etc/passwd"}, "Please choose one of these."),
    ({"weekday": ""}, "Choose a weekday."),
    ({"weekday": "7"}, "Please choose one of these."),
    ({"repeats": "once"}, "Say on which date."),
    ({"repeats": "once", "on": "2026-11-20"}, "This date has passed."),
    ({"repeats": "once", "on": "9999-12-31"}, "within the next two years"),
    ({"repeats": "once", "on": "0001-01-01"}, "within the next two years"),
    ({"repeats": "once", "on": "soon"}, "We could not read this."),
    ({"minutes": "4"}, "Choose a number from 5 up."),
    ({"minutes": "9" * 30}, "Choose a number up to 720."),
    ({"capacity": "1e9"}, "We could not read this."),
    ({"door": "ajar"}, "Please choose one of these."),
]


@pytest.mark.parametrize(("typed", "said"), WRONG, ids=str)
def test_what_is_wrong_is_said_beside_the_field_and_the_rest_is_kept(
    cast: Cast, typed: dict[str, str], said: str
) -> None:
    answer = plan(cast, **({"name": "Kept words"} | typed))
    shown = answer.page
    assert answer.status == 422 and Series.objects.count() == 0
    assert said in shown and "There is a problem" in shown and "<title>Error: " in shown
    assert "name" in typed or "Kept words" in shown


def test_an_empty_form_names_everything_that_is_missing(cast: Cast) -> None:
    url = reverse("meeting-new", args=[cast.harbour.public_id])
    answer = post(cast.amara, url)
    assert answer.status == 422 and answer.page.count('class="error"') == 10


def test_the_same_form_sent_twice_plans_one_meeting(cast: Cast) -> None:
    first, again = (plan(cast, submit_id="one-and-the-same") for _ in range(2))
    assert Series.objects.count() == 1
    assert first.leads_to == again.leads_to


def test_a_new_time_frees_what_was_claimed_for_the_old_dates(cast: Cast) -> None:
    made = series(cast.harbour)
    claiming.claim(series=made, start=start_of(made), membership=host_of(cast.harbour), reading="welcome")
    change(cast, made, weekday="2")
    made.refresh_from_db()
    assert made.next_start == datetime(2026, 11, 25, 19, tzinfo=UTC)
    assert not Claim.objects.exists() and not Occurrence.objects.exists()


def test_a_new_name_frees_nothing(cast: Cast) -> None:
    made = series(cast.harbour)
    claiming.claim(series=made, start=start_of(made), membership=host_of(cast.harbour), reading="welcome")
    change(cast, made, name="New name", minutes="90")
    assert Claim.objects.count() == 1
    occurrence = Occurrence.objects.get()
    assert occurrence.ends_at - occurrence.starts_at == timedelta(minutes=90)


def test_the_time_of_a_meeting_does_not_change_under_the_people_in_it(cast: Cast) -> None:
    made = series_at(cast.harbour, NOW)
    answer = change(cast, made, weekday="0", wall="13:00", zone="UTC")
    assert answer.status == 422 and "It is on, or about to begin." in answer.page
    assert change(cast, made, weekday="0", wall="12:00", zone="UTC", name="Other").status == 303


def test_an_ended_meeting_has_no_dates_until_hosts_hold_it_again(cast: Cast) -> None:
    made = series(cast.harbour)
    amara, args = client_of(cast.amara), [made.public_id]
    assert client_of(cast.ben).post(reverse("meeting-end", args=args)).status_code == 404
    amara.post(reverse("meeting-end", args=args))
    made.refresh_from_db()
    assert (
        made.next is None
        and "This meeting has ended." in amara.get(reverse("meeting", args=args)).content.decode()
    )
    with time_machine.travel(NOW + WEEK, tick=False):
        client_of(cast.amara).post(reverse("meeting-resume", args=args))
    made.refresh_from_db()
    assert made.ended_at is None and made.next_start == datetime(2026, 12, 1, 19, tzinfo=UTC)


def test_an_occurrence_that_was_opened_keeps_its_row_when_the_plan_changes(cast: Cast) -> None:
    made = series(cast.harbour)
    held = next_occurrence(made)
    with time_machine.travel(held.ends_at, tick=False):
        Series.objects.advance(held.ends_at)
        change(cast, made, weekday="4")
    assert Occurrence.objects.get() == held
