"""Whoever answers is read by those they answered before, and by nobody who comes to it later."""

import re

import pytest
from django.test import Client

from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares import holding, replying, writing
from openchair.shares.models import Share
from openchair.shares.reach import within_reach
from openchair.shares.tests.scene import SAID, replied, shared
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
TYPED = {"kind": "story", "words": "the ferry again", "need": ""}
EVERY = {"group", "hosts", "circle", "me"}
NOT_SO = "Others would read answers that were not given for them."


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def offered(browser: Client, share: Share) -> set[str]:
    """The audiences that the page offers."""
    page = browser.get(f"/shares/{share.public_id}/edit/").content.decode()
    return set(re.findall(r'<input[^>]*name="audience"[^>]*value="([a-z]+)"', page))


@pytest.mark.parametrize(
    ("audience", "left"),
    [("group", EVERY), ("hosts", {"hosts", "me"}), ("circle", {"circle", "me"}), ("me", {"me"})],
)
def test_what_somebody_answered_goes_to_fewer_people_and_never_to_others(
    cast: Cast, audience: str, left: set[str]
) -> None:
    share, ben = shared(cast.harbour, cast.ben, audience=audience), client_of(cast.ben)
    assert offered(ben, share) == EVERY
    replied(share, cast.ben, "my own words below it")
    assert offered(ben, share) == EVERY
    replied(share, cast.amara)
    assert offered(ben, share) == left
    page = text_of(ben.get(f"/shares/{share.public_id}/edit/").content)
    assert ("To reach more, share it anew." in page) is (left != EVERY)


def test_ben_cannot_show_the_group_what_amara_answered_him_alone(cast: Cast) -> None:
    share, ben = shared(cast.harbour, cast.ben, audience="hosts"), client_of(cast.ben)
    replied(share, cast.amara, "frankly, and for you")
    where = f"/shares/{share.public_id}/edit/"
    answer = ben.post(where, TYPED | {"audience": "group"})
    assert answer.status_code == 422 and NOT_SO in text_of(answer.content)
    assert "the ferry again" in answer.content.decode()
    assert client_of(cast.chidi).get(f"/shares/{share.public_id}/").status_code == 404
    assert ben.post(where, TYPED | {"audience": "hosts"}).status_code == 303
    assert ben.post(where, TYPED | {"audience": "me"}).status_code == 303
    assert ben.post(where, TYPED | {"audience": "hosts"}).status_code == 422


@pytest.mark.parametrize("became", ["held", "taken back"])
def test_an_answer_that_may_come_back_counts(cast: Cast, became: str) -> None:
    share = shared(cast.harbour, cast.ben, audience="hosts")
    reply = replied(share, cast.amara)
    if became == "held":
        holding.hold(what=reply)
    else:
        replying.take_back(reply=reply)
    assert within_reach(share) == {"hosts", "me"}
    reply.delete()
    assert within_reach(share) == EVERY


def test_an_answer_that_comes_while_the_change_is_sent_is_not_shown_to_more(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, audience="hosts")
    as_loaded = Share.objects.get()
    replied(share, cast.amara)
    told = share.says
    assert told
    with pytest.raises(writing.TooWide):
        writing.change(share=as_loaded, told=told.__class__("other words", told.kind, ""), audience="group")
    kept = Share.objects.get()
    assert kept.audience == "hosts" and kept.says and kept.says.words == SAID
