"""Steps that come by themselves, roles that end with the meeting, and a closing that loses nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openchair.gatherings import closing, serving, stepping
from openchair.gatherings.models import Draft, Gathering, Role, Wording
from openchair.gatherings.tests.scene import SAID, begun, opened, passed, said, serves
from openchair.gatherings.tests.test_thread import place, seen
from openchair.groups import leaving
from openchair.kit.clock import now
from openchair.people import limits
from openchair.shares import writing
from openchair.shares.marking import leave_out
from openchair.shares.models import Share
from openchair.shares.told import Kind, Told
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


@pytest.fixture
def nights(cast: Cast) -> Gathering:
    """Open since an hour, for eight days."""
    return opened(cast.harbour, cast.amara, days=8)


def stands(gathering: Gathering) -> str:
    """The title of the step that stands."""
    step = stepping.current(stepping.run_sheet_of(Gathering.objects.get(pk=gathering.pk)))
    return step.title if step else ""


def test_steps_come_by_themselves(nights: Gathering) -> None:
    came = [stands(nights)]
    came.extend(stands(passed(nights, hours)) for hours in (2, 11, 4 * 24, 3 * 24, 24))
    assert came == [
        *("Opening words", "The lead share", "The circle is open"),
        *("A question half way", "Last words", "Closing"),
    ]


def test_the_chair_moves_on_early_and_twice_is_once(cast: Cast, nights: Gathering) -> None:
    amara, ben, where = client_of(cast.amara), client_of(cast.ben), place(nights, "run-sheet/moving-on/")
    assert "Next: The lead share" in seen(ben, place(nights)) and "Move on" not in seen(ben, place(nights))
    assert ben.post(where, {"step": "lead"}).status_code == 404 and stands(nights) == "Opening words"
    for _time in range(2):
        amara.post(where, {"step": "lead"})
    assert stands(nights) == "The lead share"
    for key in ("closing", "nothing", "last-words"):
        assert "Nothing was changed" in str(amara.post(where, {"step": key}, follow=True).content)
    assert stands(nights) == "The lead share"


def test_a_step_says_other_words_from_another_moment(cast: Cast, nights: Gathering) -> None:
    amara, where = client_of(cast.amara), place(nights, "run-sheet/open/")
    at = now() + timedelta(days=2)
    typed = {"words": "What keeps you awake?", "on": f"{at:%Y-%m-%d}", "wall": f"{at:%H:%M}"}
    assert amara.post(where, typed)["Location"] == place(nights, "run-sheet/")
    assert "What keeps you awake?" in seen(client_of(cast.ben), place(nights, "run-sheet/"))
    late = now() + timedelta(days=6)
    answer = amara.post(where, {**typed, "words": "Later", "on": f"{late:%Y-%m-%d}"})
    assert answer.status_code == 422 and "Later" in answer.content.decode()
    assert amara.post(where, {**typed, "on": "soon"}).status_code == 422
    amara.post(where, {**typed, "words": ""})
    assert "Whoever likes writes a turn" in seen(amara, place(nights, "run-sheet/"))
    assert amara.post(place(nights, "run-sheet/closing/"), {"words": "Sleep well"}).status_code == 303
    assert amara.get(place(nights, "run-sheet/nothing/")).status_code == 404
    assert Wording.objects.get(place="closing").words == "Sleep well"


def test_a_member_takes_up_what_is_free_in_one_tap_and_gives_it_back_in_one(
    cast: Cast, nights: Gathering
) -> None:
    ben, chidi = client_of(cast.ben), client_of(cast.chidi)
    ben.post(place(nights, "roles/reader/claim/"))
    assert "Reader: Ben" in seen(chidi, place(nights))
    assert "quicker" in str(chidi.post(place(nights, "roles/reader/claim/"), follow=True).content)
    assert chidi.post(place(nights, "roles/reader/return/")).status_code == 404
    ben.post(place(nights, "roles/reader/return/"))
    assert not Role.objects.filter(part="reader").exists()
    assert ben.post(place(nights, "roles/chair/claim/")).status_code == 404
    assert not serving.claim(gathering=nights, membership=member_of(cast.harbour, cast.ben), part="lead")


def test_whoever_is_asked_has_it_only_once_they_said_yes(cast: Cast, nights: Gathering) -> None:
    amara, ben, mine = client_of(cast.amara), client_of(cast.ben), member_of(cast.harbour, cast.ben)
    amara.post(place(nights, "roles/"), {"part": "chair", "member": mine.public_id})
    assert "asked to take a part" in seen(ben, "/today/") and "Chair: Amara" in seen(ben, place(nights))
    assert "Ben is asked" in seen(amara, place(nights, "roles/"))
    assert "Ben is asked" not in seen(client_of(cast.chidi), place(nights, "roles/"))
    assert ben.get(place(nights, "closing/")).status_code == 404
    ben.post(place(nights, "roles/chair/yes/"))
    assert "Chair: Ben" in seen(ben, place(nights)) and ben.get(place(nights, "closing/")).status_code == 200
    assert "asked to take a part" not in seen(ben, "/today/") and Role.objects.count() == 1
    assert client_of(cast.chidi).post(place(nights, "roles/"), {"part": "lead"}).status_code == 404


def test_no_is_an_answer_and_asking_somebody_else_ends_the_first_question(
    cast: Cast, nights: Gathering
) -> None:
    amara, where = client_of(cast.amara), place(nights, "roles/")
    for somebody in (cast.ben, cast.chidi):
        member = member_of(cast.harbour, somebody).public_id
        amara.post(where, {"part": "lead", "member": member})
    assert "asked to take a part" not in seen(client_of(cast.ben), "/today/")
    client_of(cast.chidi).post(place(nights, "roles/lead/return/"))
    assert not Role.objects.filter(part="lead").exists()
    assert amara.post(where, {"part": "lead", "member": "nobody"}).status_code == 422
    serves(nights, cast.ben, "greeter")
    amara.post(place(nights, "roles/greeter/ending/"))
    assert not Role.objects.filter(part="greeter").exists()
    assert amara.post(place(nights, "roles/greeter/ending/")).status_code == 404


@pytest.mark.parametrize("how", ["leaves", "is removed", "is erased"])
def test_a_meeting_is_never_an_orphan(cast: Cast, nights: Gathering, how: str) -> None:
    serves(nights, cast.ben, "chair")
    said(nights, cast.ben, "from the chair")
    ben = member_of(cast.harbour, cast.ben)
    if how == "leaves":
        leaving.leave(membership=ben)
    elif how == "is removed":
        recipes.remove(ben)
    else:
        cast.ben.delete()
    page = seen(client_of(cast.amara), place(nights))
    assert "Chair: The hosts" in page and "from the chair" not in page
    assert client_of(cast.amara).get(place(nights, "closing/")).status_code == 200
    serves(nights, cast.chidi, "chair")
    assert "Chair: Chidi" in seen(client_of(cast.amara), place(nights))


def test_what_was_being_written_when_it_closed_is_kept_for_its_writer(cast: Cast, nights: Gathering) -> None:
    ben, where = client_of(cast.ben), place(nights, "turns/new/")
    begun(nights, cast.ben, "half a sentence")
    passed(nights, 8 * 24)
    page = ben.post(place(nights, "turns/draft/posting/"), follow=True).content.decode()
    assert "The meeting has closed." in page and "half a sentence" in page and not Share.objects.exists()
    ben.post(where, {"words": "a whole sentence", "named": "alias"})
    assert "a whole sentence" in seen(ben, place(nights)) and "Write a turn" not in seen(ben, place(nights))
    assert "a whole sentence" not in seen(client_of(cast.chidi), place(nights))
    ben.post(place(nights, "turns/draft/carrying/"))
    draft = writing.draft_of(member_of(cast.harbour, cast.ben))
    assert draft and draft.says and draft.says.words == "a whole sentence" and not Draft.objects.exists()
    begun(nights, cast.ben, "another one")
    assert "begun something" in str(ben.post(place(nights, "turns/draft/carrying/"), follow=True).content)
    ben.post(place(nights, "turns/draft/removal/"))
    assert not Draft.objects.exists()


def test_the_chair_closes_early_with_a_line_and_sees_first_who_waits(cast: Cast, nights: Gathering) -> None:
    said(nights, cast.ben)
    amara, where = client_of(cast.amara), place(nights, "closing/")
    assert "Who has not been answered" in seen(amara, where) and "Ben" in seen(amara, where)
    assert amara.post(where, {"line": "a" * 400}).status_code == 422
    for line in ("Thank you, all.", "Once more"):
        amara.post(where, {"line": line})
    page = seen(client_of(cast.chidi), place(nights))
    assert "Thank you, all." in page and "Thank you to everybody who wrote" in page
    assert "Once more" not in page and "takes no more turns" in page
    assert not closing.close(gathering=nights, by=member_of(cast.harbour, cast.amara), line="")
    assert "The meeting has closed" in str(
        client_of(cast.ben).post(place(nights, "roles/reader/claim/"), follow=True).content
    )


@pytest.mark.parametrize(("after", "read"), [("away", False), ("stays", True)])
def test_thirty_days_after_the_end_turns_go_back_to_their_writers(cast: Cast, after: str, read: bool) -> None:
    nights = opened(cast.harbour, cast.amara, days=1, after=after)
    said(nights, cast.ben, "to be put away")
    passed(nights, 24 + 29 * 24)
    closing.put_away(now())
    assert "to be put away" in seen(client_of(cast.chidi), place(nights))
    passed(nights, 24)
    closing.put_away(now())
    for page in (place(nights), f"/groups/{cast.harbour.public_id}/shares/"):
        assert ("to be put away" in seen(client_of(cast.chidi), page)) == read
    assert "to be put away" in seen(client_of(cast.ben), place(nights))
    assert ("were put away" in seen(client_of(cast.chidi), place(nights))) != read


def test_old_drafts_go_and_not_before_the_end(cast: Cast, nights: Gathering) -> None:
    begun(nights, cast.ben)
    Draft.objects.update(begun_at=now() - timedelta(days=31))
    closing.forget(now())
    assert Draft.objects.count() == 1
    passed(nights, 8 * 24)
    closing.forget(now())
    assert not Draft.objects.exists()


def queries(browser: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(where).status_code == 200
    return len(caught)


def test_pages_ask_as_often_for_few_as_for_many(cast: Cast, nights: Gathering) -> None:
    amara = client_of(cast.amara)
    ways = [place(nights, one) for one in ("", "?page=1", "unanswered/", "run-sheet/", "closing/")]
    ways += [f"/groups/{cast.harbour.public_id}/{one}/" for one in ("open-for-days", "shares")]

    def fill(mark: str) -> None:
        opened(cast.harbour, cast.amara, mark)
        for number in range(12):
            somebody = recipes.person(f"{mark}-{number}")
            recipes.member(cast.harbour, somebody, f"Member {mark} {number}")
            said(nights, somebody, f"turn {mark} {number}.", minutes_ago=number + 1)

    fill("first")
    few = [queries(amara, one) for one in ways]
    fill("second")
    assert [queries(amara, one) for one in ways] == few and max(few) <= 18, few
    page = seen(amara, place(nights, "newest/"))
    assert "turn second 0." in page and page.count("turn ") < 10 + page.count("Write a turn")


def test_a_new_chair_brings_in_no_way_to_reach_them(cast: Cast, nights: Gathering) -> None:
    serves(nights, cast.ben, Role.Part.CHAIR)
    ben, number = client_of(cast.ben), "Ring me, +44 7700 900123"
    for way, typed in (("run-sheet/closing/", {"words": number}), ("closing/", {"line": number})):
        answer = ben.post(place(nights, way), typed)
        page = answer.content.decode()
        assert answer.status_code == 422 and number in page
        assert "please leave this out: +44 7700 900123" in page
    assert Gathering.objects.get().closed_at is None
    client_of(cast.amara).post(place(nights, "run-sheet/closing/"), {"words": number})
    answer = ben.post(place(nights, "run-sheet/closing/"), {"words": f"{number}, or write here"})
    assert answer.status_code == 303, "what a host wrote there may stay"


def test_who_leaves_a_topic_out_is_led_to_no_turn_about_it(cast: Cast, nights: Gathering) -> None:
    share = said(nights, cast.ben)
    unanswered, close = place(nights, "unanswered/"), place(nights, "closing/")
    amara = client_of(cast.amara)
    assert f"/shares/{share.public_id}/" in amara.get(close).content.decode()
    writing.change(share=share, told=Told(SAID, Kind.TURN, topics=("loss",)), audience="group")
    leave_out(person=cast.amara, topics=["loss"])
    for where in (unanswered, close):
        page = amara.get(where).content.decode()
        assert share.public_id not in page and "Everybody has been answered" not in page
        assert "Of what you read here, everything has been answered." in page
