"""The same dates as an independent calendar library finds, in every zone there is.

`recurring-ical-events` agrees with us on every start, odd hours included. Its *ends* are wall-clock
arithmetic (the clock that the rule names plus the length), ours are elapsed time, so ends are compared only
where the clocks show the time that the rule names and do not change before the end.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice, pairwise
from zoneinfo import ZoneInfo, available_timezones

import recurring_ical_events  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from openchair.meetings.recurrence import Rule, Span, instant, next_span, spans_from

# "localtime" is this machine's own zone under another name, "Factory" says that none was set.
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
FIRST, LAST = date(1995, 1, 1), date(2036, 12, 31)
WALLS = st.times(timezones=st.none()).map(lambda t: t.replace(second=0, microsecond=0, fold=0))


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, datetime]:
    """A weekly rule and a moment a few days before; half of the time the clocks are about to change."""
    zone = draw(st.sampled_from(ZONES))
    changes = changes_of(zone)
    near_a_change = bool(changes) and draw(st.booleans())
    day = draw(st.sampled_from(changes)) if near_a_change else draw(st.dates(FIRST, LAST))
    wall = draw(st.sampled_from(odd_hours())) if near_a_change else draw(WALLS)
    rule = Rule(wall=wall, zone=zone, minutes=draw(st.integers(5, 720)), weekday=day.weekday())
    return rule, datetime.combine(day, time(), UTC) - timedelta(days=draw(st.integers(2, 9)))


@settings(max_examples=150, deadline=None)
@given(rules())
def test_every_start_is_the_one_an_independent_library_finds(case: tuple[Rule, datetime]) -> None:
    rule, now = case
    ours, theirs = list(islice(spans_from(rule, now), 3)), oracle(rule, now)
    assert [span.start for span in ours] == [span.start for span in theirs][:3]
    zone = ZoneInfo(rule.zone)
    for mine, other in zip(ours, theirs, strict=False):
        start, end = mine.start.astimezone(zone), mine.end.astimezone(zone)
        if start.time() == rule.wall and start.utcoffset() == end.utcoffset():
            assert mine.end == other.end


@settings(max_examples=300, deadline=None)
@given(rules())
def test_occurrences_follow_each_other_and_are_never_doubled_or_lost(case: tuple[Rule, datetime]) -> None:
    rule, now = case
    spans = list(islice(spans_from(rule, now), 5))
    assert spans[0].end > now
    for one, other in pairwise(spans):
        assert one.end < other.start
        assert timedelta(days=6) <= other.start - one.start <= timedelta(days=8)
        assert next_span(rule, one.end) == other


@settings(max_examples=300, deadline=None)
@given(rules())
def test_clocks_show_the_promised_time_unless_that_time_is_skipped(case: tuple[Rule, datetime]) -> None:
    rule, now = case
    zone = ZoneInfo(rule.zone)
    for span in islice(spans_from(rule, now), 3):
        shown = span.start.astimezone(zone)
        if shown.time() == rule.wall:
            assert shown.weekday() == rule.weekday and shown.fold == 0
        else:  # skipped: then no instant shows it, and ours is the jump's length later
            wanted = datetime.combine(shown.date(), rule.wall, zone)
            assert wanted.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wanted.replace(tzinfo=None)


def test_every_zone_turns_noon_into_an_instant_and_back() -> None:
    for zone in ZONES:
        assert instant(date(2026, 7, 1), time(12), zone).astimezone(ZoneInfo(zone)).hour == 12


def oracle(rule: Rule, now: datetime) -> list[Span]:
    before = now - timedelta(days=10)
    first = before.date() + timedelta(days=((rule.weekday or 0) - before.weekday()) % 7)
    event = Event()
    event.add("uid", "meeting")
    event.add("dtstamp", before)
    event.add("dtstart", datetime.combine(first, rule.wall, ZoneInfo(rule.zone)))
    event.add("duration", timedelta(minutes=rule.minutes))
    event.add("rrule", {"freq": "weekly"})
    calendar = Calendar()
    calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(before, now + timedelta(days=40))
    spans = [Span(e["DTSTART"].dt.astimezone(UTC), e["DTEND"].dt.astimezone(UTC)) for e in found]
    return sorted(s for s in spans if s.start + timedelta(minutes=rule.minutes) > now)


@cache
def changes_of(zone: str) -> list[date]:
    """The local dates on which this zone's offset changes (the day before and after count too)."""
    info, days = ZoneInfo(zone), (LAST - FIRST).days
    noons = [datetime.combine(FIRST + timedelta(days=n), time(12), info) for n in range(days)]
    return [b.date() for a, b in pairwise(noons) if a.utcoffset() != b.utcoffset()]


def odd_hours() -> list[time]:
    return [time(h, m) for h in (0, 1, 2, 3, 23) for m in (0, 15, 30, 59)]
