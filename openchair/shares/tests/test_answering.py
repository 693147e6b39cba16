"""Replies and small signs: what is offered, who sees it, and who waits for it."""

import re

import pytest

from openchair.groups.models import Group
from openchair.people import limits
from openchair.people.blocking import block
from openchair.shares import replying
from openchair.shares.answering import composer_for
from openchair.shares.models import Reply, Response, Share
from openchair.shares.tests.scene import ANSWERED, SAID, replied, responded, shared
from openchair.shares.tests.test_sharing import place, seen
from openchair.shares.told import Need
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
SIGNS = ["I hear you", "With you", "Me too", "Thank you", "Proud of you"]


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    Group.objects.filter(pk=made.harbour.pk).update(crosstalk=Group.Crosstalk.WELCOME)
    made.harbour.refresh_from_db()
    return made


def page_of(share: Share) -> str:
    return f"/shares/{share.public_id}/"


def waiting(cast: Cast, name: str = "amara") -> str:
    return seen(client_of(getattr(cast, name)), place(cast, "?order=waiting"))


@pytest.mark.parametrize("crosstalk", Group.Crosstalk.values)
@pytest.mark.parametrize("need", ["", *Need.values])
def test_the_groups_rule_and_the_need_decide_what_is_offered(crosstalk: str, need: str) -> None:
    offered = composer_for(Group(crosstalk=crosstalk), need)
    if need == Need.LISTEN:
        assert offered is None
    elif crosstalk == Group.Crosstalk.NONE:
        assert (offered is not None) == (need == Need.EXPERIENCE)
    else:
        assert offered is not None
    if offered and need == Need.EXPERIENCE:
        assert "own experience" in str(offered.label)


def test_chidi_replies_and_ben_reads_it(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben, need="ideas"), client_of(cast.chidi)
    assert "They asked for ideas." in seen(chidi, page_of(share))
    answer = chidi.post(f"{page_of(share)}replies/", {"words": ANSWERED, "submit_id": "one"})
    chidi.post(f"{page_of(share)}replies/", {"words": ANSWERED, "submit_id": "one"})
    assert answer["Location"] == f"{page_of(share)}#r-{Reply.objects.get().public_id}"
    page = seen(client_of(cast.ben), page_of(share))
    assert ANSWERED in page and "Chidi" in page and "Add something" in page
    assert "Read the replies" in seen(client_of(cast.amara), place(cast))


def test_an_empty_or_endless_reply_comes_back(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    answer = chidi.post(f"{page_of(share)}replies/", {"words": " "})
    assert answer.status_code == 422 and "Write a word or two first." in answer.content.decode()
    answer = chidi.post(f"{page_of(share)}replies/", {"words": "y" * 4001})
    assert answer.status_code == 422 and "y" * 4001 in answer.content.decode()
    assert not Reply.objects.exists()


def test_whoever_wants_to_be_listened_to_gets_no_words(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben, need="listen"), client_of(cast.chidi)
    page = chidi.get(page_of(share)).content.decode()
    assert "<textarea" not in page and "I hear you" in page
    answer = chidi.post(f"{page_of(share)}replies/", {"words": ANSWERED})
    assert answer.status_code == 404 and ANSWERED in answer.content.decode()


def test_words_for_a_share_that_was_taken_back_are_shown_once_more(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    client_of(cast.ben).post(f"{page_of(share)}withdrawal/")
    answer = chidi.post(f"{page_of(share)}replies/", {"words": ANSWERED})
    assert answer.status_code == 404 and ANSWERED in answer.content.decode()


def test_a_reply_is_taken_back_and_put_back_by_its_writer_alone(cast: Cast) -> None:
    share, chidi, ben = shared(cast.harbour, cast.ben), client_of(cast.chidi), client_of(cast.ben)
    reply = replied(share, cast.chidi)
    where = f"/shares/replies/{reply.public_id}/"
    assert ben.post(f"{where}withdrawal/").status_code == 404
    chidi.post(f"{where}withdrawal/")
    assert ANSWERED not in seen(ben, page_of(share)) and SAID in waiting(cast)
    assert ANSWERED in seen(chidi, place(cast, "taken-back/"))
    chidi.post(f"{where}return/")
    assert ANSWERED in seen(ben, page_of(share)) and SAID not in waiting(cast)


def test_the_writer_sees_who_is_with_them_and_nobody_else_sees_any(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    before = seen(client_of(cast.amara), page_of(share))
    for kind in ("hear", "proud"):
        chidi.post(f"{page_of(share)}responses/", {"response": kind})
    page = seen(client_of(cast.ben), page_of(share))
    assert "I hear you Chidi" in page and "Proud of you Chidi" in page and "Only you see this." in page
    assert seen(client_of(cast.amara), page_of(share)) == before
    assert 'aria-pressed="true"' in chidi.get(page_of(share)).content.decode()


def test_five_signs_are_offered_given_and_shown_to_the_writer(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    for where in (page_of(share), place(cast)):
        page = chidi.get(where).content.decode()
        offered = re.findall(r'name="response" value="([^"]+)"[^>]*>([^<]+)</button>', page)
        assert [label for _kind, label in offered] == SIGNS
    for kind, label in offered:
        chidi.post(f"{page_of(share)}responses/", {"response": kind})
        assert f"{label} Chidi" in seen(client_of(cast.ben), page_of(share))
    assert Response.objects.count() == len(SIGNS)
    assert chidi.get(page_of(share)).content.decode().count(':off" formaction') == len(SIGNS)


def test_a_sign_is_given_once_and_taken_back(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    where = f"{page_of(share)}responses/"
    for _time in range(2):
        chidi.post(where, {"response": "with"})
    assert Response.objects.count() == 1
    answer = chidi.post(where, {"response": "with:off", "from": "list", "page": "order=waiting&x=1"})
    assert answer["Location"] == place(cast, f"?order=waiting#s-{share.public_id}")
    chidi.post(where, {"response": "love"})
    assert not Response.objects.exists()
    assert client_of(cast.ben).post(where, {"response": "with"}).status_code == 404


def test_a_share_waits_until_it_is_answered_the_way_it_asked_for(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    responded(share, cast.chidi)
    replied(share, cast.ben, "and one more thing")
    assert SAID in waiting(cast) and "These are all who wait." in waiting(cast)
    assert SAID not in waiting(cast, "ben")
    replied(share, cast.chidi)
    assert "Everybody has been answered." in waiting(cast)
    other = shared(cast.harbour, cast.chidi, "only listen", need="listen")
    responded(other, cast.ben)
    assert "only listen" not in waiting(cast)
    replying.take_response_back(share=other, by=member_of(cast.harbour, cast.ben), kind="hear")
    assert "only listen" in waiting(cast)


def test_an_answer_of_somebody_one_does_not_meet_leaves_no_gap(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, "one")
    listened = shared(cast.harbour, cast.ben, "two", need="listen")
    replied(share, cast.eli)
    responded(listened, cast.eli)
    for name, waits in (("amara", True), ("chidi", False)):
        page = waiting(cast, name)
        assert ("one" in page.split()) is waits and ("two" in page.split()) is waits, name
    replied(share, cast.chidi)
    assert "one" not in waiting(cast).split()


def test_responses_of_blocked_people_are_not_shown_to_the_writer(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    responded(share, cast.chidi)
    responded(share, cast.eli)
    block(person=cast.eli, other=cast.ben)
    page = seen(client_of(cast.ben), page_of(share))
    assert "Chidi" in page and not stands("Eli", page)


def test_too_many_replies_in_an_hour_keep_their_words(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    for _number in range(60):
        limits.take(limits.Limit("share-reply", 60, 3600), str(cast.chidi.pk))
    answer = chidi.post(f"{page_of(share)}replies/", {"words": ANSWERED})
    assert answer.status_code == 422 and ANSWERED in answer.content.decode()
