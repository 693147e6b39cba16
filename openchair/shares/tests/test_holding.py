"""Words with a way to reach somebody: pointed at, and held where their writer is new."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from openchair.groups.models import Norms
from openchair.groups.newcomers import FIRST_WEEKS
from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.blocking import block
from openchair.shares.arriving import seers_of, seers_of_reply
from openchair.shares.models import Hold, Reply, Share
from openchair.shares.seeing import held_for, reader_in, shares_for, waiting_for
from openchair.shares.tests.scene import begun, replied, shared
from openchair.shares.tests.test_sharing import TYPED, place, seen
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
NUMBER = "07700 900123"
CALL = f"ring me, {NUMBER}, any time"


@pytest.fixture
def cast() -> Cast:
    """Ben has been in Harbour for a while; Chidi came today."""
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    made.harbour.memberships.filter(person=made.ben).update(joined_at=now() - FIRST_WEEKS)
    return made


def held_of(
    cast: Cast,
    words: str = CALL,
    *,
    hours_ago: int = 0,
    audience: str = Share.Audience.GROUP,
    named: str = Share.Named.ALIAS,
) -> Share:
    """Something of Chidi's that is held."""
    return shared(cast.harbour, cast.chidi, words, hours_ago=hours_ago, audience=audience, named=named)


def everywhere(cast: Cast, share: Share) -> list[str]:
    return [place(cast), place(cast, "?order=waiting"), f"/shares/{share.public_id}/", "/today/"]


@pytest.mark.requirement("S49")
def test_what_ben_writes_is_marked_with_a_plain_line_and_goes_out_as_it_is(cast: Cast) -> None:
    ben = client_of(cast.ben)
    ben.post(place(cast, "new/"), TYPED | {"words": f"<b>{CALL}</b>"})
    page = ben.get(place(cast, "draft/")).content.decode()
    assert f"&lt;b&gt;ring me, <mark>{NUMBER}</mark>, any time" in page and "<b>" not in page
    assert "This looks like a phone number. Whoever reads here could keep it." in page
    assert "Share it as it is" in page and "Let a host look first" not in page
    ben.post(place(cast, "draft/posting/"))
    assert NUMBER in seen(client_of(cast.chidi), place(cast)) and not Hold.objects.exists()


@pytest.mark.requirement("S49")
def test_what_chidi_writes_in_the_first_weeks_waits_and_the_page_says_why(cast: Cast) -> None:
    chidi = client_of(cast.chidi)
    chidi.post(place(cast, "new/"), TYPED | {"words": CALL})
    assert "Let a host look first" in seen(chidi, place(cast, "draft/"))
    answer = chidi.post(place(cast, "draft/posting/"))
    page = seen(chidi, answer["Location"])
    assert answer["Location"] == place(cast, "held/") and NUMBER in page
    assert "it says nothing about you" in page and "Change it" in page and "Take it back" in page
    assert "waits for a host to look" in seen(chidi, place(cast))
    assert NUMBER in seen(client_of(cast.amara), place(cast, "to-look-at/"))


@pytest.mark.requirement("S49")
@pytest.mark.parametrize("who", ["amara", "ben", "chidi"])
def test_a_held_share_is_in_no_list_number_or_stream(cast: Cast, who: str) -> None:
    share, person = held_of(cast), getattr(cast, who)
    assert not any(NUMBER in seen(client_of(person), where) for where in everywhere(cast, share))
    reader = reader_in(cast.harbour, person)
    assert reader and not shares_for(reader).exists() and not waiting_for(reader).exists()
    assert seers_of(share) == set()
    for act in ("replies/", "responses/"):
        sent = {"words": "x", "response": "hear"}
        answer = client_of(cast.ben).post(f"/shares/{share.public_id}/{act}", sent)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("words", "audience", "waits"),
    [
        (CALL, "group", True),
        (CALL, "circle", True),
        (CALL, "hosts", False),
        (CALL, "me", False),
        ("write to ben at example dot com", "group", True),
        ("see https://example.com/join", "group", True),
        ("my insta is river_walker", "group", True),
        ("I live at 12 Example Street", "group", False),
        ("Day 12, and 07.11.2026 was hard. 988 helped.", "group", False),
    ],
)
def test_what_waits_depends_on_the_words_and_on_who_would_read(
    cast: Cast, words: str, audience: str, waits: bool
) -> None:
    share = held_of(cast, words, audience=audience)
    assert Hold.objects.filter(share=share).exists() is waits


def test_a_care_note_is_looked_at_too(cast: Cast) -> None:
    chidi = client_of(cast.chidi)
    chidi.post(place(cast, "new/"), TYPED | {"other": NUMBER})
    chidi.post(place(cast, "draft/posting/"))
    assert Hold.objects.count() == 1


def test_time_alone_ends_being_new_and_hosts_are_never_new(cast: Cast) -> None:
    mine = cast.harbour.memberships.filter(person=cast.chidi)
    mine.update(joined_at=now() - FIRST_WEEKS + timedelta(minutes=1))
    assert Hold.objects.filter(share=held_of(cast)).exists()
    mine.update(joined_at=now() - FIRST_WEEKS)
    assert not Hold.objects.filter(share=held_of(cast)).exists()
    assert not Hold.objects.filter(share=shared(cast.harbour, cast.amara, CALL)).exists()


def test_a_host_lets_it_out_and_it_is_new_to_everybody_and_told(cast: Cast) -> None:
    share, amara = held_of(cast, hours_ago=50), client_of(cast.amara)
    assert "1 waiting" in seen(amara, f"/groups/{cast.harbour.public_id}/")
    where = f"/shares/words/{share.public_id}/release/"
    assert client_of(cast.ben).post(where).status_code == 404 == client_of(cast.chidi).post(where).status_code
    for _time in range(2):
        assert amara.post(where, {"submit_id": "one"})["Location"] == place(cast, "to-look-at/")
    assert amara.post(where).status_code == 404 and not Hold.objects.exists()
    assert NUMBER in seen(client_of(cast.ben), place(cast)) and "Chidi" in seen(
        client_of(cast.ben), "/today/"
    )
    assert "A host looked at what you wrote" in seen(client_of(cast.chidi), "/today/")
    share.refresh_from_db()
    assert seers_of(share) == {cast.amara.pk, cast.ben.pk, cast.eli.pk}


def test_a_host_leaves_it_held_with_a_line_that_the_writer_reads(cast: Cast) -> None:
    share, amara, chidi = held_of(cast), client_of(cast.amara), client_of(cast.chidi)
    where = f"/shares/words/{share.public_id}/held/"
    assert amara.post(where, {"line": ""}).status_code == 422
    amara.post(where, {"line": "Take the number out, and come on Friday."})
    assert "come on Friday" in seen(chidi, place(cast, "held/")) and "Amara" not in seen(
        chidi, place(cast, "held/")
    )
    assert "1 waiting" not in seen(amara, f"/groups/{cast.harbour.public_id}/")
    assert "Left held" in seen(amara, place(cast, "to-look-at/"))
    assert client_of(cast.ben).get(where).status_code == 404 == chidi.get(where).status_code


def test_other_words_go_out_at_once_and_are_not_called_changed(cast: Cast) -> None:
    share, chidi = held_of(cast), client_of(cast.chidi)
    answer = chidi.post(f"/shares/{share.public_id}/edit/", TYPED | {"words": "I am awake, any time"})
    assert answer["Location"] == f"/shares/{share.public_id}/" and not Hold.objects.exists()
    page = seen(client_of(cast.ben), place(cast))
    assert "I am awake" in page and "changed" not in page


def test_kept_for_oneself_it_waits_for_nobody(cast: Cast) -> None:
    share, chidi = held_of(cast), client_of(cast.chidi)
    chidi.post(f"/shares/{share.public_id}/edit/", TYPED | {"words": CALL, "audience": "me"})
    assert not Hold.objects.exists() and NUMBER in seen(chidi, place(cast))
    assert NUMBER not in seen(client_of(cast.amara), place(cast))


def test_a_change_is_pointed_at_once_and_then_held(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.chidi, "a quiet day"), client_of(cast.chidi)
    before, where = Share.objects.get().posted_at, f"/shares/{share.public_id}/edit/"
    answer = chidi.post(where, TYPED | {"words": CALL})
    page = answer.content.decode()
    assert answer.status_code == 422 and f"<mark>{NUMBER}</mark>" in page and not Hold.objects.exists()
    chidi.post(where, TYPED | {"words": CALL, "seen": seen_in(page)})
    assert Hold.objects.get().stood_before and "a quiet day" not in seen(client_of(cast.ben), place(cast))
    client_of(cast.amara).post(f"/shares/words/{share.public_id}/release/")
    assert Share.objects.get().posted_at == before and "changed" in seen(client_of(cast.ben), place(cast))


def seen_in(page: str) -> str:
    """What the hidden field of a form that points at something holds."""
    return page.split('name="seen" value="')[1].split('"', maxsplit=1)[0]


@pytest.mark.requirement("S49")
def test_a_reply_is_pointed_at_once_and_goes_as_it_is_the_second_time(cast: Cast) -> None:
    share, ben = shared(cast.harbour, cast.amara), client_of(cast.ben)
    where = f"/shares/{share.public_id}/replies/"
    page = ben.post(where, {"words": CALL}).content.decode()
    assert f"<mark>{NUMBER}</mark>" in page and f"{CALL}</textarea>" in page and not Reply.objects.exists()
    again = ben.post(where, {"words": f"{CALL} or 07700 900456", "seen": seen_in(page)})
    assert again.status_code == 422
    assert ben.post(where, {"words": f"{CALL} {NUMBER}", "seen": seen_in(page)}).status_code == 303
    assert NUMBER in seen(client_of(cast.chidi), f"/shares/{share.public_id}/")


def test_a_reply_of_a_newcomer_is_held_changed_and_sent(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.amara), client_of(cast.chidi)
    where = f"/shares/{share.public_id}/replies/"
    page = chidi.post(where, {"words": CALL}).content.decode()
    answer = chidi.post(where, {"words": CALL, "seen": seen_in(page)})
    assert answer["Location"] == place(cast, "held/") and NUMBER in seen(chidi, answer["Location"])
    made = Reply.objects.get()
    assert seers_of_reply(made) == set() and NUMBER not in seen(
        client_of(cast.ben), f"/shares/{share.public_id}/"
    )
    assert Share.objects.get().answered_at is None
    edit = f"/shares/replies/{made.public_id}/edit/"
    assert NUMBER in chidi.get(edit).content.decode() and client_of(cast.ben).get(edit).status_code == 404
    assert chidi.post(edit, {"words": f"{CALL} 07700 900456"}).status_code == 422
    assert chidi.post(edit, {"words": "I am awake"})["Location"].startswith(f"/shares/{share.public_id}/#r-")
    assert "I am awake" in seen(client_of(cast.ben), f"/shares/{share.public_id}/")
    assert Share.objects.get().answered_at and chidi.get(edit).status_code == 404


def test_a_held_reply_is_let_out_by_a_host(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    reply = replied(share, cast.chidi, CALL)
    assert "A reply" in seen(client_of(cast.amara), place(cast, "to-look-at/"))
    client_of(cast.amara).post(f"/shares/words/{reply.public_id}/release/")
    assert NUMBER in seen(client_of(cast.ben), f"/shares/{share.public_id}/")


def test_taken_back_it_waits_for_nobody_and_put_back_it_waits_again(cast: Cast) -> None:
    share, amara, chidi = held_of(cast), client_of(cast.amara), client_of(cast.chidi)
    chidi.post(f"/shares/{share.public_id}/withdrawal/")
    assert NUMBER not in seen(amara, place(cast, "to-look-at/"))
    assert amara.post(f"/shares/words/{share.public_id}/release/").status_code == 404
    assert chidi.post(f"/shares/{share.public_id}/return/")["Location"] == place(cast, "held/")
    assert NUMBER in seen(amara, place(cast, "to-look-at/")) and NUMBER not in seen(amara, place(cast))


def test_after_the_first_weeks_its_writer_lets_it_out(cast: Cast) -> None:
    share, chidi = held_of(cast), client_of(cast.chidi)
    where = f"/shares/words/{share.public_id}/release/"
    assert "Share it as it is" not in seen(chidi, place(cast, "held/"))
    cast.harbour.memberships.filter(person=cast.chidi).update(joined_at=now() - FIRST_WEEKS)
    assert "Share it as it is" in seen(chidi, place(cast, "held/"))
    assert client_of(cast.ben).post(where).status_code == 404
    assert chidi.post(where)["Location"] == place(cast) and NUMBER in seen(client_of(cast.ben), place(cast))


def test_a_host_who_is_apart_from_the_writer_does_not_look(cast: Cast) -> None:
    shared(cast.harbour, cast.eli, CALL)
    assert NUMBER not in seen(client_of(cast.amara), place(cast, "to-look-at/"))
    other = recipes.person("other-host")
    recipes.member(cast.harbour, other, "Wren", host=True)
    assert NUMBER in seen(client_of(other), place(cast, "to-look-at/"))
    block(person=other, other=cast.chidi, met_as="Chidi")
    held_of(cast, "07700 900456")
    assert "900456" not in seen(client_of(other), place(cast, "to-look-at/"))


def test_a_share_without_a_name_is_held_without_one(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    held_of(cast, named=Share.Named.NOBODY)
    page = seen(client_of(cast.amara), place(cast, "to-look-at/"))
    assert NUMBER in page and "A member" in page and "Chidi" not in page


def test_at_a_name_of_the_group_is_no_name_elsewhere(cast: Cast) -> None:
    assert not Hold.objects.filter(share=held_of(cast, "thank you @Ben and @amara")).exists()
    assert Hold.objects.filter(share=held_of(cast, "I am @Bento elsewhere")).exists()


def test_the_list_to_look_at_asks_as_often_for_few_as_for_many(
    cast: Cast, django_assert_num_queries: object
) -> None:
    amara, counts = reader_in(cast.harbour, cast.amara), []
    for many in (2, 9):
        for number in range(many):
            somebody = recipes.person(f"new-{many}-{number}")
            recipes.member(cast.harbour, somebody, f"New {many} {number}")
            shared(cast.harbour, somebody, f"find @somewhere_{number}, {NUMBER}")
            replied(shared(cast.harbour, cast.ben), somebody, CALL)
        counts.append(queries(client_of(cast.amara), place(cast, "to-look-at/")))
    assert counts[0] == counts[1] and amara and held_for(amara).count() == 22


def queries(browser: object, where: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(where).status_code == 200  # type: ignore[attr-defined]
    return len(caught)


def test_the_database_holds_one_thing_once(cast: Cast) -> None:
    share = held_of(cast)
    for wrong in ({"share": share}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Hold.objects.create(group=cast.harbour, **wrong)
    assert begun(cast.harbour, cast.chidi).is_draft
