"""Which meetings a reader finds, and when they are on the reader's own clock."""

from datetime import timedelta

import time_machine

from openchair.groups.leaving import close
from openchair.meetings.listing import PER_PAGE, everything_today, mine_today, next_hour, on_now, today
from openchair.meetings.tests.recipes import NOW, harbour, series_at
from openchair.people.zones import zone_or_utc
from tests.cast import Cast
from tests.recipes import group, host_of

ROME, AUCKLAND = zone_or_utc("Europe/Rome"), zone_or_utc("Pacific/Auckland")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_meetings_stand_where_their_time_puts_them(place: None) -> None:
    here = harbour()
    series_at(here, NOW - HOUR, name="just over")
    series_at(here, NOW - 59 * MINUTE, name="begun")
    series_at(here, NOW + HOUR, name="soon")
    series_at(here, NOW + 5 * HOUR, name="tonight")
    series_at(here, NOW + 24 * HOUR, name="tomorrow")
    assert [row.name for row in on_now(ROME, None)] == ["begun"]
    assert [row.name for row in next_hour(ROME, None)] == ["soon"]
    assert [row.name for row in today(ROME, None)] == ["soon", "tonight"]
    assert [row.part for row in everything_today(ROME, None).rows] == ["now", "hour", "later"]


def test_today_is_the_readers_own_date(place: None) -> None:
    series_at(harbour(), NOW + 11.5 * HOUR)
    assert [row.span for row in today(AUCKLAND, None)] == ["12:30–13:30"]
    assert today(ROME, None) == []


def test_every_row_names_its_zone_and_says_its_time_there(place: None) -> None:
    series_at(harbour(), NOW + 30 * MINUTE)
    (row,) = next_hour(ROME, None)
    assert (row.time, row.zone, row.at) == ("13:30", "Rome time", "2026-11-23T12:30:00+00:00")
    assert row.tags[0] == "until 14:30"


def test_just_before_midnight_the_next_hour_is_still_listed(place: None) -> None:
    series_at(harbour(), NOW + 11.25 * HOUR)
    with time_machine.travel(NOW + 10.5 * HOUR, tick=False):  # half past eleven at night in Rome
        assert [row.span for row in everything_today(ROME, None).part("hour")] == ["00:15–01:15"]
        assert today(ROME, None) == []


def test_a_group_that_is_not_listed_shows_its_meetings_to_members_only(cast: Cast) -> None:
    series_at(cast.harbour, NOW, name="ours")
    assert [row.name for row in on_now(ROME, cast.ben)] == ["ours"]
    assert on_now(ROME, cast.dana) == on_now(ROME, None) == []


def test_a_listed_group_shows_its_meetings_to_everyone(cast: Cast) -> None:
    series_at(group(cast.amara, name="Open house", listed=True), NOW, name="open")
    for reader in (cast.dana, cast.eli, None):
        assert [row.name for row in on_now(ROME, reader)] == ["open"]


def test_ones_own_meetings_today_leave_out_those_of_others(cast: Cast) -> None:
    series_at(cast.harbour, NOW, name="ours")
    series_at(group(cast.dana, name="Elsewhere", listed=True), NOW, name="theirs")
    assert [row.name for row in mine_today(ROME, cast.ben, [])] == ["ours"]


def test_a_closed_group_has_no_meetings_for_anybody(cast: Cast) -> None:
    series_at(cast.harbour, NOW)
    assert len(on_now(ROME, cast.ben)) == 1
    close(group=cast.harbour, by=host_of(cast.harbour))
    assert on_now(ROME, cast.ben) == on_now(ROME, cast.amara) == []


def test_a_long_day_comes_in_pages(place: None) -> None:
    here = harbour()
    for number in range(PER_PAGE + 1):
        series_at(here, NOW + (number + 1) * MINUTE)
    first, second = everything_today(ROME, None), everything_today(ROME, None, page=2)
    assert (len(first.rows), first.more) == (PER_PAGE, True)
    assert (len(second.rows), second.more) == (1, False)
