"""The pages of meetings, for members, hosts, outsiders and people without an account."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.meetings.models import Cancellation, Series
from openchair.meetings.moving import move
from openchair.meetings.tests.recipes import NOW, next_occurrence, series, series_at
from tests.cast import Cast, client_of
from tests.recipes import group, person

MINUTE = timedelta(minutes=1)


def text_of(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def meeting_url(made: Series) -> str:
    return reverse("meeting", args=[made.public_id])


def test_the_list_needs_no_account_and_names_its_zone(cast: Cast) -> None:
    series_at(group(cast.amara, name="Open house", listed=True), NOW, name="Noon meeting")
    shown = text_of(Client(), reverse("meetings"))
    assert "Noon meeting" in shown and "Times are in UTC." in shown


def test_a_day_without_meetings_shows_where_help_is(cast: Cast) -> None:
    assert "No more meetings today." in text_of(Client(), reverse("meetings"))


@pytest.mark.parametrize("number", ["0", "-1", "x", "٣", "9" * 40, "2"])
def test_a_page_number_that_leads_nowhere_is_no_error(cast: Cast, number: str) -> None:
    assert Client().get(reverse("meetings"), {"page": number}).status_code == 200


def test_a_meeting_says_when_in_both_clocks_and_what_to_expect(cast: Cast) -> None:
    made = series(group(cast.amara, name="Open house", listed=True, guests=True))
    browser = Client()
    browser.cookies["zone"] = "America/New_York"
    shown = text_of(browser, meeting_url(made))
    assert "Tomorrow, 14:00–15:00 New York time" in shown and "20:00–21:00 Rome time" in shown
    assert "Every Tuesday at 20:00, Rome time" in shown and "raise a hand" in shown
    assert (
        "We listen and do not answer each other" in shown and "Anyone who wants to change something" in shown
    )


def test_the_same_clock_is_said_once(cast: Cast) -> None:
    made = series(group(cast.amara, name="Open house", listed=True))
    browser = Client()
    browser.cookies["zone"] = "Europe/Berlin"
    assert "Rome time" not in text_of(browser, meeting_url(made)).replace("20:00, Rome time", "")


def test_the_way_in_opens_fifteen_minutes_before(cast: Cast) -> None:
    early, open_now = (series_at(cast.harbour, NOW + minutes * MINUTE) for minutes in (16, 15))
    ben = client_of(cast.ben)
    assert "You can go in from 12:01" in text_of(ben, meeting_url(early))
    assert "Go in" in text_of(ben, meeting_url(open_now))


def test_an_outsider_does_not_learn_that_a_meeting_exists(cast: Cast) -> None:
    made = series(cast.harbour)
    assert made.name in text_of(client_of(cast.ben), meeting_url(made))
    for nobody in (client_of(cast.dana), Client()):
        text_of(nobody, meeting_url(made), status=404)


def test_a_date_that_is_called_off_says_so_and_why(cast: Cast) -> None:
    made = series(cast.harbour)
    called_off = next_occurrence(made)
    Cancellation.objects.create(occurrence=called_off, group=made.group, at=NOW, why="The host is ill")
    made.find_next(NOW)
    made.save()
    shown = text_of(client_of(cast.ben), meeting_url(made))
    assert "Tomorrow called off The host is ill" in shown and "Next Tuesday 1 December" in shown


def test_a_groups_page_lists_its_meetings_and_lets_hosts_plan_one(cast: Cast) -> None:
    url = reverse("group", args=[cast.harbour.public_id])
    assert "No meeting is planned yet." in text_of(client_of(cast.ben), url)
    series(cast.harbour, name="Evening meeting")
    shown = text_of(client_of(cast.ben), url)
    assert "Evening meeting Every Tuesday at 20:00, Rome time Tomorrow 19:00–20:00 UTC" in shown
    assert "Plan a meeting" not in shown and "Plan a meeting" in text_of(client_of(cast.amara), url)


def test_a_groups_page_says_the_same_clock_once_and_another_time_in_full(cast: Cast) -> None:
    url = reverse("group", args=[cast.harbour.public_id])
    made = series(cast.harbour, name="Evening meeting")
    in_berlin = client_of(cast.ben)
    in_berlin.cookies["zone"] = "Europe/Berlin"
    shown = text_of(in_berlin, url)
    assert "Evening meeting Every Tuesday at 20:00, Rome time Tomorrow" in shown and "Berlin" not in shown
    assert made.next_start
    move(series=made, start=made.next_start, to=made.next_start + 30 * MINUTE)
    assert "Rome time Tomorrow 20:30–21:30 Berlin time" in text_of(in_berlin, url)


def test_a_groups_page_folds_away_what_comes_later(cast: Cast) -> None:
    url = reverse("group", args=[cast.harbour.public_id])
    for number in range(7):
        series_at(cast.harbour, NOW + number * MINUTE, name=f"Meeting {number}")
    first, folded = text_of(client_of(cast.ben), url).split("2 more meetings")
    assert "Meeting 4" in first and "Meeting 5" in folded and "Meeting 6" in folded


@pytest.mark.parametrize("name", ["meetings", "meeting", "group"])
def test_more_meetings_take_no_more_queries(cast: Cast, name: str) -> None:
    made = [series_at(cast.harbour, NOW + number * MINUTE) for number in range(3)]
    args = {"meetings": [], "meeting": [made[0].public_id], "group": [cast.harbour.public_id]}[name]
    ben = client_of(cast.ben)
    before = queries(ben, reverse(name, args=args))
    for number in range(6):
        series_at(group(person(f"host {number}"), name=f"Group {number}", listed=True), NOW + number * MINUTE)
        series_at(cast.harbour, NOW + number * MINUTE)
    assert queries(ben, reverse(name, args=args)) == before


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as counted:
        assert client.get(url).status_code == 200
    return len(counted)


WAYS_IN = [
    (False, "open", "For members of this group. You come straight in."),
    (True, "members", "Members come straight in. Guests wait until a host lets them in."),
    (True, "knock", "Guests choose a name for the day. A host lets each person in."),
]


@pytest.mark.parametrize(("guests", "door", "said"), WAYS_IN)
def test_a_meeting_says_how_one_gets_in(cast: Cast, guests: bool, door: str, said: str) -> None:
    made = series(group(cast.amara, name="Open house", listed=True, guests=guests), door=door)
    assert said in text_of(Client(), meeting_url(made))
