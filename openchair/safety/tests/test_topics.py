"""Telling the hosts about a topic that somebody chose for a meeting."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.groups.hosting import make_host
from openchair.meetings.choosing import choose
from openchair.meetings.models import Series
from openchair.people.tests.steps import text_of
from openchair.rooms.tests.scene import meeting_now, the_scene
from openchair.safety.models import Report
from openchair.safety.tests.scene import steward
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
WORDS = "Where she lives"


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def made(cast: Cast) -> Series:
    return chosen(tomorrow(cast), cast, "ben")


def chosen(made: Series, cast: Cast, by: str, words: str = WORDS) -> Series:
    assert made.next_start
    member = member_of(cast.harbour, getattr(cast, by))
    choose(series=made, start=made.next_start, membership=member, words=words)
    return made


def tomorrow(cast: Cast) -> Series:
    return meeting_now(cast.harbour, minutes_ago=-24 * 60)


def about(made: Series) -> str:
    return reverse("meeting-topic-about", args=[made.public_id, made.next_start])


def said(cast: Cast, name: str, where: str) -> str:
    answer = client_of(getattr(cast, name)).get(where)
    return text_of(answer.content) if answer.status_code == 200 else ""


def meeting(made: Series) -> str:
    return reverse("meeting", args=[made.public_id])


@pytest.mark.requirement("S21")
def test_two_taps_tell_and_the_topic_is_gone_from_sight(cast: Cast, made: Series) -> None:
    chidi = client_of(cast.chidi)
    assert about(made) in chidi.get(meeting(made)).content.decode()
    page = chidi.get(about(made)).content.decode()
    assert 'name="reason" value="unkind"' in page and WORDS in page
    told = chidi.post(about(made), {"reason": "unkind"})
    receipt = f"/receipts/{Report.objects.get().public_id}/"
    assert told["Location"] == receipt == chidi.get(about(made))["Location"]
    assert "Thank you for telling them." in said(cast, "chidi", receipt)
    assert WORDS not in said(cast, "chidi", meeting(made)) and WORDS in said(cast, "eli", meeting(made))
    assert "Somebody has chosen it." in said(cast, "chidi", meeting(made))


@pytest.mark.requirement("S22")
def test_a_host_who_did_not_choose_it_reads_it_and_takes_it_back(cast: Cast, made: Series) -> None:
    make_host(membership=member_of(cast.harbour, cast.ben))
    client_of(cast.chidi).post(about(made), {"reason": "unkind"})
    report = reverse("report", args=[cast.harbour.public_id, Report.objects.get().public_id])
    page = said(cast, "amara", report)
    assert WORDS in page and "Ben" in page and "Topic of" in page and "Meeting of" in page
    assert "Chidi" not in page and said(cast, "ben", report) == ""
    assert meeting(made) in client_of(cast.amara).get(report).content.decode()
    client_of(cast.amara).post(reverse("meeting-topic-back", args=[made.public_id, made.next_start]))
    assert WORDS not in said(cast, "eli", meeting(made)) and WORDS in said(cast, "amara", report)


def test_a_topic_of_the_only_host_goes_past_them(cast: Cast) -> None:
    made = chosen(tomorrow(cast), cast, "amara")
    assert client_of(cast.chidi).post(about(made), {"reason": "unkind"}).status_code == 409
    steward(cast.dana)
    client_of(cast.chidi).post(about(made), {"reason": "unkind"})
    assert Report.objects.get().told_to == "stewards"


def test_nobody_else_finds_the_page_and_nobody_tells_of_themselves(cast: Cast, made: Series) -> None:
    for name in ("ben", "dana"):
        assert client_of(getattr(cast, name)).post(about(made), {"reason": "other"}).status_code == 404
    assert not Report.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_in_the_room_whoever_told_of_it_does_not_see_it() -> None:
    scene = the_scene()
    made = chosen(scene.room.occurrence.series, scene.cast, "ben")
    room = reverse("room", args=[scene.room.public_id])
    assert "Today’s topic: Where she lives" in said(scene.cast, "chidi", room)
    client_of(scene.cast.chidi).post(about(made), {"reason": "unkind"})
    assert WORDS not in said(scene.cast, "chidi", room) and WORDS in said(scene.cast, "amara", room)


def test_more_reports_cost_the_page_no_more_queries(cast: Cast, made: Series) -> None:
    counts = []
    for name in ("chidi", "eli"):
        client_of(getattr(cast, name)).post(about(made), {"reason": "other"})
        with CaptureQueriesContext(connection) as queries:
            assert WORDS in said(cast, "amara", meeting(made))
        counts.append(len(queries))
    assert counts[0] == counts[1]
