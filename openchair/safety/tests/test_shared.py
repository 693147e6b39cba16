"""Telling the hosts about a share or a reply: two taps, a receipt, and readers who are not its subject."""

from collections.abc import Callable

import pytest

from openchair.groups.hosting import make_host
from openchair.groups.models import Norms
from openchair.people.tests.steps import text_of
from openchair.safety.answering import answer
from openchair.safety.models import Report
from openchair.safety.tests.scene import steward
from openchair.shares.models import Share
from openchair.shares.tests.scene import ANSWERED, SAID, replied, shared
from openchair.stories.models import Story
from openchair.stories.tests.scene import written
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    return made


def about(what: object) -> str:
    return f"/shares/words/{what.public_id}/about/"  # type: ignore[attr-defined]


def listed(cast: Cast) -> str:
    return f"/groups/{cast.harbour.public_id}/shares/"


def text(cast: Cast, name: str, where: str) -> str:
    return text_of(client_of(getattr(cast, name)).get(where).content)


@pytest.mark.requirement("S21")
def test_two_taps_tell_and_the_words_are_gone_from_sight(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    assert about(share) in chidi.get(listed(cast)).content.decode()
    page = chidi.get(about(share)).content.decode()
    assert '<button class="button button-quiet small" name="reason" value="unkind">' in page
    told = chidi.post(about(share), {"reason": "unkind"})
    report = Report.objects.get()
    assert told["Location"] == f"/receipts/{report.public_id}/"
    assert "Thank you for telling them." in text(cast, "chidi", told["Location"])
    assert SAID not in text(cast, "chidi", listed(cast)) and SAID in text(cast, "amara", listed(cast))
    assert chidi.get(about(share))["Location"] == told["Location"]


@pytest.mark.requirement("S22")
def test_a_host_reads_the_words_and_not_who_told(cast: Cast) -> None:
    reply = replied(shared(cast.harbour, cast.ben), cast.eli)
    client_of(cast.chidi).post(about(reply), {"reason": "selling", "note": "the second time"})
    report = Report.objects.get()
    where = f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/"
    page = text(cast, "amara", where)
    assert ANSWERED in page and "Eli" in page and "the second time" in page and "Shared on" in page
    assert "Chidi" not in page
    assert client_of(cast.eli).get(where).status_code == 404
    answer(report=report, by=cast.amara, done="talked")
    assert "Talked with the person" in text(cast, "chidi", f"/receipts/{report.public_id}/")


def test_a_host_never_reads_what_is_about_themselves(cast: Cast) -> None:
    share = shared(cast.harbour, cast.amara)
    page = text(cast, "chidi", about(share))
    assert "There is nobody else to tell here" in page
    assert client_of(cast.chidi).post(about(share), {"reason": "unkind"}).status_code == 409
    steward(cast.dana)
    assert client_of(cast.chidi).post(about(share), {"reason": "unkind"}).status_code == 303
    assert Report.objects.get().told_to == "stewards"
    make_host(membership=member_of(cast.harbour, cast.ben))
    other = shared(cast.harbour, cast.amara, "another one")
    client_of(cast.chidi).post(about(other), {"reason": "unkind"})
    report = Report.objects.get(told_to="hosts")
    where = f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/"
    assert "another one" in text(cast, "ben", where)
    assert client_of(cast.amara).get(where).status_code == 404


def test_telling_is_no_way_to_learn_whose_a_share_without_a_name_is(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    share = shared(cast.harbour, cast.ben, named=Share.Named.NOBODY)
    assert client_of(cast.amara).post(about(share), {"reason": "unkind"}).status_code == 303
    report = Report.objects.get()
    for where in ("reports/", f"reports/{report.public_id}/"):
        page = text(cast, "amara", f"/groups/{cast.harbour.public_id}/{where}")
        assert "A member who gave no name" in page and not stands("Ben", page)


def test_a_report_leads_its_host_to_putting_the_words_out_of_sight(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    share = shared(cast.harbour, cast.ben, named=Share.Named.NOBODY)
    client_of(cast.chidi).post(about(share), {"reason": "unkind"})
    where = f"/groups/{cast.harbour.public_id}/reports/{Report.objects.get().public_id}/"
    out = f"{where}out/"
    assert f'href="{out}"' in client_of(cast.amara).get(where).content.decode()
    client_of(cast.amara).post(out, {"line": "It names somebody."})
    assert "Put these words out of sight" not in text(cast, "amara", where)


def test_a_reason_that_is_none_of_ours_comes_back_with_the_line(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    answer = client_of(cast.chidi).post(about(share), {"reason": "colour", "note": "a line of mine"})
    assert answer.status_code == 422 and "a line of mine" in answer.content.decode()
    assert client_of(cast.ben).get(about(share)).status_code == 404
    assert client_of(cast.dana).get(about(share)).status_code == 404
    assert not Report.objects.exists()


@pytest.mark.parametrize("steward_is_there", [False, True])
@pytest.mark.parametrize("named", ["hosts", "nobody"])
@pytest.mark.parametrize("write", [shared, written])
def test_no_page_tells_that_words_without_a_name_are_of_the_only_host(
    cast: Cast, write: Callable[..., Share | Story], named: str, *, steward_is_there: bool
) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    if steward_is_there:
        steward(cast.dana)
    pages = []
    for writer in (cast.amara, cast.eli):
        words, chidi = write(cast.harbour, writer, named=named), client_of(cast.chidi)
        where = f"/stories/{words.public_id}/about/" if isinstance(words, Story) else about(words)
        page = text(cast, "chidi", where)
        told = chidi.post(where, {"reason": "unkind"})
        assert told.status_code == 303
        pages.append((page, text(cast, "chidi", told["Location"])))
    assert pages[0] == pages[1] and "nobody else to tell" not in pages[0][0]
    assert {one.told_to for one in Report.objects.all()} == {"hosts", "stewards"}
    assert SAID not in text(cast, "amara", f"/groups/{cast.harbour.public_id}/reports/")
