"""What waits for a first answer: which shares, in which order, for whose eyes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from openchair.greeting.models import Patience
from openchair.greeting.saying import waits
from openchair.greeting.tests.scene import a_harbour, answered, greets, page_of, queue_of, waits_for
from openchair.groups.models import Norms
from openchair.people import muting
from openchair.people.blocking import block
from openchair.shares import replying, turning, writing
from openchair.shares.marking import leave_out
from openchair.shares.models import Share
from openchair.shares.tests.scene import replied, responded, shared
from tests import recipes
from tests.cast import Cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    made = a_harbour()
    greets(made.harbour, made.chidi)
    return made


def test_a_first_share_waits_at_once_and_a_second_one_does_not(cast: Cast) -> None:
    recipes.member(cast.harbour, cast.dana, "Dana")
    first = shared(cast.harbour, cast.dana, "the first line I write here")
    second = shared(cast.harbour, cast.dana, "and a second")
    Share.objects.filter(pk=second.pk).update(posted_at=first.posted_at + timedelta(minutes=1))  # type: ignore[operator]
    assert waits_for(cast.chidi, first) and not waits_for(cast.chidi, second)
    page = page_of(cast, cast.chidi)
    assert "The first time they share here" in page and "the first line I write here" in page


def test_whoever_asks_for_someone_waits_at_once(cast: Cast) -> None:
    asks = shared(cast.harbour, cast.ben, need="someone")
    other = shared(cast.harbour, cast.ben, need="ideas")
    assert waits_for(cast.chidi, asks) and not waits_for(cast.chidi, other)
    assert "Someone to talk to" in page_of(cast, cast.chidi)


def test_the_group_says_how_long_a_share_may_wait(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, hours_ago=11)
    assert not waits_for(cast.chidi, share)
    Patience.objects.create(group=cast.harbour, hours=6)
    assert waits_for(cast.chidi, share)
    assert "Has waited long" in page_of(cast, cast.chidi)


def test_half_a_day_unless_the_hosts_settle_something(cast: Cast) -> None:
    late = shared(cast.harbour, cast.ben, hours_ago=13)
    assert waits_for(cast.chidi, late)


def test_whoever_has_waited_longest_stands_first(cast: Cast) -> None:
    asks = shared(cast.harbour, cast.ben, need="someone")
    older, oldest = (shared(cast.harbour, cast.ben, hours_ago=hours) for hours in (20, 40))
    assert list(queue_of(cast.harbour, cast.chidi).keys) == [oldest.pk, older.pk, asks.pk]


def test_an_answer_by_anybody_takes_it_out_and_taking_that_back_brings_it_back(cast: Cast) -> None:
    share, listened = (
        shared(cast.harbour, cast.ben, hours_ago=20, need=need) for need in ("ideas", "listen")
    )
    responded(share, cast.chidi)
    replied(share, cast.ben, "one more thing")
    assert waits_for(cast.amara, share) and waits_for(cast.amara, listened)
    reply = replied(share, cast.eli)
    responded(listened, cast.chidi)
    assert not waits_for(cast.chidi, share) and not waits_for(cast.chidi, listened)
    replying.take_back(reply=reply)
    assert waits_for(cast.chidi, share)


def test_only_what_a_greeter_may_see_at_all_waits_for_them(cast: Cast) -> None:
    for audience, host_sees in (("hosts", True), ("circle", False), ("me", False)):
        share = shared(cast.harbour, cast.ben, audience=audience, hours_ago=20)
        assert not waits_for(cast.chidi, share) and waits_for(cast.amara, share) is host_sees
    share = shared(cast.harbour, cast.ben, "a hidden one", hours_ago=20)
    assert waits_for(cast.chidi, share)
    turning.hide(person=cast.chidi, what=share)
    assert not waits_for(cast.chidi, share) and not waits_for(cast.ben, share)


@pytest.mark.parametrize("turn", ["block", "blocked", "mute"])
def test_blocks_and_mutes_are_kept(cast: Cast, turn: str) -> None:
    share = shared(cast.harbour, cast.ben, hours_ago=20)
    assert waits_for(cast.chidi, share)
    if turn == "mute":
        muting.mute(person=cast.chidi, other=cast.ben, met_as="Ben")
    else:
        pair = (cast.chidi, cast.ben) if turn == "block" else (cast.ben, cast.chidi)
        block(person=pair[0], other=pair[1])
    assert not waits_for(cast.chidi, share) and waits_for(cast.amara, share)


def test_topics_somebody_leaves_out_are_left_out_of_their_page(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, "about a loss of mine", topics=("loss",), hours_ago=20)
    assert "about a loss of mine" in page_of(cast, cast.chidi)
    leave_out(person=cast.chidi, topics=["loss"])
    assert "about a loss of mine" not in page_of(cast, cast.chidi)


def test_a_share_without_a_name_is_nobodys_first_and_no_gap_tells_of_it(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed=Norms.Unnamed.NOBODY)
    recipes.member(cast.harbour, cast.dana, "Dana")
    unnamed = shared(cast.harbour, cast.dana, "whose is this", named="nobody", hours_ago=1)
    hosts = shared(cast.harbour, cast.dana, "for hosts by name", named="hosts", hours_ago=1)
    assert not waits_for(cast.chidi, unnamed) and not waits_for(cast.amara, unnamed)
    assert not waits_for(cast.chidi, hosts) and waits_for(cast.amara, hosts)
    named = shared(cast.harbour, cast.dana, "the first under her name")
    assert waits_for(cast.chidi, named) and not waits_for(cast.amara, named)


def test_what_was_taken_back_or_whose_writer_left_does_not_wait(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, hours_ago=20)
    assert waits_for(cast.chidi, share)
    writing.take_back(share=share)
    assert not waits_for(cast.chidi, share)


def test_after_a_month_it_stands_with_all_who_wait(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, "an old one", hours_ago=24 * 31)
    assert not waits_for(cast.chidi, share)
    assert "All who wait for an answer" in page_of(cast, cast.chidi)
    assert "an old one" in page_of(cast, cast.chidi, "shares/?order=waiting")


def test_the_queue_is_for_hosts_and_greeters_and_nobody_else(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, hours_ago=20)
    assert all("Waiting for a first answer" in page_of(cast, one) for one in (cast.amara, cast.chidi))
    assert page_of(cast, cast.ben) == page_of(cast, cast.dana) == page_of(cast, cast.eli) == ""
    assert member_of(cast.harbour, cast.ben).alias in page_of(cast, cast.amara)


def test_everybody_was_answered(cast: Cast) -> None:
    answered(cast.harbour, cast.ben, hours_ago=20)
    assert "Nobody waits. Everybody has heard from somebody." in page_of(cast, cast.chidi)


@pytest.mark.parametrize(
    ("since", "zone", "said"),
    [
        ("2026-03-09 20:30", "Europe/Rome", "Waiting since yesterday evening, 9 hours"),
        ("2026-03-09 20:30", "America/New_York", "Waiting since yesterday afternoon, 9 hours"),
        ("2026-03-09 20:30", "Asia/Tokyo", "Waiting since this morning, 9 hours"),
        ("2026-03-10 02:00", "Europe/Rome", "Waiting since last night, 3 hours"),
        ("2026-03-10 05:20", "Europe/Rome", "Waiting since this morning, less than an hour"),
        ("2026-03-09 01:30", "Europe/Rome", "Waiting since the night before last, 28 hours"),
        ("2026-03-06 12:00", "Europe/Rome", "Waiting since Friday 6 March, 3 days"),
        ("2026-03-10 04:30", "America/New_York", "Waiting since earlier tonight, 1 hour"),
    ],
)
def test_how_long_is_said_in_words_on_the_readers_clock(since: str, zone: str, said: str) -> None:
    moment = datetime(2026, 3, 10, 5, 35, tzinfo=UTC)
    began = datetime.fromisoformat(since).replace(tzinfo=UTC)
    assert waits(began, moment, ZoneInfo(zone)) == said
