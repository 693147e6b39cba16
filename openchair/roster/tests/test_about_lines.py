"""A line that troubles somebody: told to hosts who did not write it, muted, or its writer blocked."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.groups.hosting import make_host
from openchair.people.blocking import block
from openchair.people.models import Block, Mute
from openchair.people.tests.steps import text_of
from openchair.roster import debriefing
from openchair.roster.models import Debrief
from openchair.roster.tests.scene import NOON, browser, me, said, those_who_welcome, where
from openchair.safety.models import Report
from openchair.safety.tests.scene import steward
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LINE = "somebody told me where she lives"


@pytest.fixture
def cast() -> Iterator[Cast]:
    with time_machine.travel(NOON, tick=False):
        yield those_who_welcome()


def a_line(cast: Cast, name: str = "ben", words: str = LINE) -> Debrief:
    return debriefing.add(by=me(cast, name), words=words)


def about(cast: Cast, line: Debrief, what: str = "about") -> str:
    return where(cast, f"debrief/{line.public_id}/{what}/")


@pytest.mark.requirement("S21")
def test_two_taps_tell_and_the_line_is_gone_from_sight(cast: Cast) -> None:
    line, chidi = a_line(cast), browser(cast, "chidi")
    assert about(cast, line) in chidi.get(where(cast, "debrief/")).content.decode()
    page = chidi.get(about(cast, line)).content.decode()
    assert 'name="reason" value="unkind"' in page and LINE in page and "Hide these words" not in page
    told = chidi.post(about(cast, line), {"reason": "unkind"})
    receipt = f"/receipts/{Report.objects.get().public_id}/"
    assert told["Location"] == receipt == chidi.get(about(cast, line))["Location"]
    assert "Thank you for telling them." in text_of(chidi.get(receipt).content)
    assert LINE not in said(cast, "chidi", "debrief/") and LINE in said(cast, "amara", "debrief/")


@pytest.mark.requirement("S22")
def test_a_host_who_did_not_write_it_reads_it_and_not_who_told(cast: Cast) -> None:
    make_host(membership=me(cast, "ben"))
    browser(cast, "chidi").post(about(cast, a_line(cast)), {"reason": "unkind"})
    report = f"reports/{Report.objects.get().public_id}/"
    page = said(cast, "amara", report)
    assert LINE in page and "Ben" in page and "Among ourselves" in page and "Said on" in page
    assert "Chidi" not in page and said(cast, "ben", report) == said(cast, "chidi", report) == ""
    assert "said on Tuesday" in said(cast, "amara", "reports/")
    assert LINE not in said(cast, "ben", "reports/")


def test_a_line_of_the_only_host_goes_past_them(cast: Cast) -> None:
    line = a_line(cast, "amara")
    assert browser(cast, "ben").post(about(cast, line), {"reason": "unkind"}).status_code == 409
    assert LINE in said(cast, "ben", "debrief/")
    steward(cast.dana)
    browser(cast, "ben").post(about(cast, line), {"reason": "unkind"})
    assert Report.objects.get().told_to == "stewards" and LINE not in said(cast, "ben", "debrief/")


def test_muting_is_one_way_and_blocking_both(cast: Cast) -> None:
    first, _own = a_line(cast), a_line(cast, "chidi", "I slept well")
    browser(cast, "chidi").post(about(cast, first, "mute"))
    assert LINE not in said(cast, "chidi", "debrief/") and "I slept well" in said(cast, "ben", "debrief/")
    Mute.objects.all().delete()
    browser(cast, "chidi").post(about(cast, first, "block"))
    assert Block.objects.get(person=cast.chidi).met_as == "Ben"
    assert LINE not in said(cast, "chidi", "debrief/") and "I slept well" not in said(cast, "ben", "debrief/")


def test_nobody_else_finds_the_page_and_nobody_tells_of_themselves(cast: Cast) -> None:
    line = a_line(cast)
    assert browser(cast, "chidi").get(about(cast, line)).status_code == 200
    for name in ("ben", "eli", "dana"):
        for what in ("about", "mute", "block"):
            assert browser(cast, name).post(about(cast, line, what), {"reason": "other"}).status_code == 404
    assert not Report.objects.exists() and not Mute.objects.exists()
    assert not Block.objects.filter(other=cast.ben).exists()


def test_twice_as_many_lines_cost_no_more_queries(cast: Cast) -> None:
    counts = []
    for _round in range(2):
        for one in range(3):
            a_line(cast, words=f"line {one}")
        with CaptureQueriesContext(connection) as queries:
            page = said(cast, "chidi", "debrief/")
        assert page.count("tell the hosts") == Debrief.objects.count()
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("how", ["reads it", "told of it", "is blocked by who wrote it"])
def test_a_host_takes_a_line_away_from_a_report_and_from_the_thread(cast: Cast, how: str) -> None:
    line, amara = a_line(cast), browser(cast, "amara")
    browser(cast, "chidi").post(about(cast, line), {"reason": "unkind"})
    if how == "told of it":
        make_host(membership=me(cast, "chidi"))
        amara.post(about(cast, line), {"reason": "unkind"})
    elif how == "is blocked by who wrote it":
        block(person=cast.ben, other=cast.amara)
    report = f"reports/{Report.objects.get(reporter=cast.chidi).public_id}/"
    assert "Take this line away" in said(cast, "amara", report)
    in_thread = "Take this line of Ben away"
    assert (in_thread in said(cast, "amara", "debrief/")) == (how == "reads it")
    assert in_thread not in said(cast, "chidi", "debrief/")
    amara.post(about(cast, line, "ending"))
    assert LINE not in said(cast, "ben", "debrief/") and not Debrief.objects.exists()
    assert "Take this line away" not in said(cast, "amara", report) and LINE in said(cast, "amara", report)
