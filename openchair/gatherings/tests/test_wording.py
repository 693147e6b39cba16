"""Words by the chair: read in place of ours, turned from by each for themselves, put right by hosts."""

from datetime import timedelta

import pytest

from openchair.gatherings import closing
from openchair.gatherings.models import Gathering, Wording
from openchair.gatherings.tests.scene import opened, passed, serves, worded
from openchair.gatherings.tests.test_thread import place, seen
from openchair.groups.hosting import make_host
from openchair.groups.leaving import leave
from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.blocking import block
from openchair.people.models import Block, Mute
from openchair.people.muting import mute
from openchair.safety.models import Report
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db

ASKS, OURS, LINE = "Why do you all give up?", "We are half way.", "Do better next time."


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


@pytest.fixture
def nights(cast: Cast) -> Gathering:
    """Half way through eight days, with Ben in the chair, who wrote the question."""
    made = opened(cast.harbour, cast.amara, days=8, hours_ago=4 * 24 + 1)
    serves(made, cast.ben, "chair")
    worded(made, cast.ben, ASKS)
    return made


def about(gathering: Gathering, of: str = "question", then: str = "about/") -> str:
    """Where one turns from it."""
    wording = Wording.objects.get(gathering=gathering, place=of)
    return place(gathering, f"words/{wording.public_id}/{then}")


def test_beside_another_s_words_a_member_can_turn_from_them_and_beside_one_s_own_not(
    cast: Cast, nights: Gathering
) -> None:
    way = "Mute, block, or tell the hosts"
    for page in (place(nights), place(nights, "run-sheet/")):
        assert ASKS in seen(client_of(cast.chidi), page) and way in seen(client_of(cast.chidi), page)
        assert ASKS in seen(client_of(cast.ben), page) and way not in seen(client_of(cast.ben), page)
    assert ASKS in seen(client_of(cast.chidi), about(nights))
    assert client_of(cast.ben).get(about(nights)).status_code == 404
    assert client_of(cast.dana).get(about(nights)).status_code == 404


@pytest.mark.parametrize("how", ["mute/", "block/"])
def test_whoever_turns_from_the_chair_reads_our_words_instead_and_others_read_on(
    cast: Cast, nights: Gathering, how: str
) -> None:
    chidi = client_of(cast.chidi)
    assert chidi.post(about(nights, then=how)).status_code == 303
    assert ASKS not in seen(chidi, place(nights)) and OURS in seen(chidi, place(nights))
    assert ASKS not in seen(chidi, place(nights, "run-sheet/"))
    assert chidi.get(about(nights)).status_code == 404
    assert ASKS in seen(client_of(cast.eli), place(nights))
    assert (Mute.objects.count(), Block.objects.filter(person=cast.chidi).count()) == (
        (1, 0) if how == "mute/" else (0, 1)
    )


def test_telling_the_hosts_takes_the_words_out_of_one_s_sight_and_leads_a_host_to_other_words(
    cast: Cast, nights: Gathering
) -> None:
    chidi, amara = client_of(cast.chidi), client_of(cast.amara)
    where = about(nights)
    receipt = chidi.post(where, {"reason": "unkind"})["Location"]
    assert chidi.get(receipt).status_code == 200 and chidi.get(where)["Location"] == receipt
    assert ASKS not in seen(chidi, place(nights)) and OURS in seen(chidi, place(nights))
    report = Report.objects.get()
    assert (report.about, report.words, report.where) == (cast.ben, ASKS, "chair")
    page = seen(amara, f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/")
    assert ASKS in page and "Let our words stand there again" in page
    assert "said on" in seen(amara, f"/groups/{cast.harbour.public_id}/reports/")
    amara.post(place(nights, "run-sheet/question/"), typed(nights, "What helps?"))
    for somebody in (chidi, client_of(cast.ben)):
        assert "What helps?" in seen(somebody, place(nights))
    page = seen(amara, f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/")
    assert "stand there again" not in page, "they stand there no more"


def typed(gathering: Gathering, words: str) -> dict[str, str]:
    """The form of that step, with these words."""
    at = gathering.begins_at + timedelta(days=4)
    return {"words": words, "on": f"{at:%Y-%m-%d}", "wall": f"{at:%H:%M}"}


def test_a_line_at_the_end_can_be_turned_from_and_a_host_writes_another(
    cast: Cast, nights: Gathering
) -> None:
    ben, chidi, amara = client_of(cast.ben), client_of(cast.chidi), client_of(cast.amara)
    ben.post(place(nights, "closing/"), {"line": LINE})
    assert LINE in seen(chidi, place(nights))
    chidi.post(about(nights, "line"), {"reason": "unkind"})
    page = seen(chidi, place(nights))
    assert LINE not in page and "Thank you to everybody who wrote" in page
    where = place(nights, "closing/line/")
    report = f"/groups/{cast.harbour.public_id}/reports/{Report.objects.get().public_id}/"
    assert "Take this line away" in seen(amara, report) and LINE in seen(amara, where)
    assert ben.get(where).status_code == 404, "a chair is one until the end"
    assert amara.post(where, {"line": "a" * 400}).status_code == 422
    amara.post(where, {"line": ""})
    assert LINE not in seen(client_of(cast.eli), place(nights)) and Wording.objects.count() == 1


def test_while_it_is_open_there_is_no_line_and_after_it_only_hosts_change_a_step(
    cast: Cast, nights: Gathering
) -> None:
    amara, ben, step = client_of(cast.amara), client_of(cast.ben), place(nights, "run-sheet/closing/")
    assert amara.get(place(nights, "closing/line/")).status_code == 404
    assert ben.get(step).status_code == 200
    passed(nights, 5 * 24)
    assert ben.get(step).status_code == 404 and ben.post(step, {"words": LINE}).status_code == 404
    assert amara.post(step, {"words": "Sleep well."}).status_code == 303
    assert amara.post(place(nights, "closing/line/"), {"line": "Until soon."}).status_code == 303
    page = seen(client_of(cast.chidi), place(nights))
    assert "Sleep well." in page and "Until soon." in page


def test_another_hour_of_a_step_leaves_its_words_whose_they_are(cast: Cast, nights: Gathering) -> None:
    before = Wording.objects.get()
    client_of(cast.amara).post(place(nights, "run-sheet/question/"), typed(nights, ASKS))
    assert Wording.objects.get() == before and before.person == cast.ben
    client_of(cast.amara).post(about(nights, then="mute/"))
    later = typed(
        nights,
        f"{OURS} If you look for a beginning: what was one small thing that helped you "
        "lately? Any other answer is welcome too.",
    )
    later["wall"] = f"{now():%H:%M}"
    client_of(cast.amara).post(place(nights, "run-sheet/question/"), later)
    assert ASKS in seen(client_of(cast.chidi), place(nights)), "what she does not read stays"
    client_of(cast.amara).post(place(nights, "run-sheet/question/"), typed(nights, ""))
    assert OURS in seen(client_of(cast.chidi), place(nights)) and not Wording.objects.exists()


@pytest.mark.parametrize("how", ["leaves", "is erased"])
def test_words_of_a_chair_go_with_them(cast: Cast, nights: Gathering, how: str) -> None:
    ben = member_of(cast.harbour, cast.ben)
    closing.close(gathering=nights, by=ben, line=LINE)
    assert LINE in seen(client_of(cast.chidi), place(nights))
    if how == "leaves":
        leave(membership=ben)
    else:
        cast.ben.delete()
    page = seen(client_of(cast.chidi), place(nights))
    assert LINE not in page and "Thank you to everybody who wrote" in page


@pytest.mark.parametrize("how", ["mutes", "is blocked by", "told of"])
def test_a_host_takes_away_from_a_report_what_she_does_not_read(
    cast: Cast, nights: Gathering, how: str
) -> None:
    amara, where = client_of(cast.amara), about(nights, then="ending/")
    client_of(cast.chidi).post(about(nights), {"reason": "unkind"})
    make_host(membership=member_of(cast.harbour, cast.chidi))
    if how == "mutes":
        mute(person=cast.amara, other=cast.ben, met_as="Ben")
    elif how == "is blocked by":
        block(person=cast.ben, other=cast.amara)
    else:
        amara.post(about(nights), {"reason": "unkind"})
    report = Report.objects.get(reporter=cast.chidi)
    page = amara.get(f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/").content.decode()
    assert where in page and ASKS not in seen(amara, place(nights))
    for _time in range(2):
        assert amara.post(where)["Location"] == place(nights)
    assert OURS in seen(client_of(cast.ben), place(nights)) and not Wording.objects.exists()


def test_what_one_wrote_in_the_chair_one_takes_back_at_any_time_and_nobody_else_does(
    cast: Cast, nights: Gathering
) -> None:
    ben, where = client_of(cast.ben), about(nights, then="ending/")
    assert "Take back what I wrote here" in seen(ben, place(nights, "run-sheet/"))
    assert "Take back what I wrote here" not in seen(client_of(cast.amara), place(nights, "run-sheet/"))
    assert client_of(cast.chidi).post(where).status_code == 404
    assert client_of(cast.dana).post(where).status_code == 404
    ben.post(place(nights, "roles/chair/return/"))
    passed(nights, 5 * 24)
    assert ASKS in seen(client_of(cast.chidi), place(nights, "run-sheet/"))
    ben.post(where)
    assert OURS in seen(client_of(cast.chidi), place(nights, "run-sheet/")) and not Wording.objects.exists()


def test_a_host_who_does_not_read_the_line_takes_it_away_by_no_empty_field(
    cast: Cast, nights: Gathering
) -> None:
    closing.close(gathering=nights, by=member_of(cast.harbour, cast.ben), line=LINE)
    mute(person=cast.amara, other=cast.ben, met_as="Ben")
    amara, where = client_of(cast.amara), place(nights, "closing/line/")
    assert LINE not in seen(amara, where)
    amara.post(where, {"line": ""})
    assert LINE in seen(client_of(cast.chidi), place(nights))
    amara.post(where, {"line": "Until soon."})
    page = seen(client_of(cast.chidi), place(nights))
    assert "Until soon." in page and LINE not in page
