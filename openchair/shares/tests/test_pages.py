"""Pages that end, and cost the same whatever the size of the group."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openchair.groups import leaving
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares import replying, writing
from openchair.shares.models import Reply, Share
from openchair.shares.tests.scene import replied, responded, shared
from openchair.shares.tests.test_sharing import place, seen
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
MOST = 10


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    return made


def fill(cast: Cast, many: int, mark: str) -> None:
    """So many shares of as many people, answered here and there."""
    for number in range(many):
        somebody = recipes.person(f"{mark}-{number}")
        recipes.member(cast.harbour, somebody, f"Member {mark} {number}")
        share = shared(cast.harbour, somebody, f"share {mark} {number}.", hours_ago=number + 1)
        if number % 2:
            replied(share, cast.amara)
            responded(share, cast.ben)


def queries(browser: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(where).status_code == 200
    return len(caught)


def older(page: str) -> str:
    """Where the link to older ones leads; empty on the last page."""
    return page.split('rel="next" href="')[1].split('"', maxsplit=1)[0] if 'rel="next"' in page else ""


def test_a_first_page_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    ben = client_of(cast.ben)
    fill(cast, 4, "first")
    few = {where: queries(ben, place(cast, where)) for where in ("", "?order=waiting")}
    one = f"/shares/{Share.objects.filter(replies__isnull=False)[0].public_id}/"
    page, today = queries(ben, one), queries(ben, "/today/")
    fill(cast, 30, "second")
    share = Share.objects.get(public_id=one.split("/")[2])
    for _number in range(8):
        replied(share, cast.amara)
    many = {where: queries(ben, place(cast, where)) for where in few}
    assert few == many and max(many.values()) <= MOST
    assert queries(ben, one) == page and queries(ben, "/today/") == today


def test_pages_go_on_to_the_end_and_back(cast: Cast) -> None:
    fill(cast, 45, "m")
    ben, where, found = client_of(cast.ben), place(cast), []
    for _page in range(3):
        page = ben.get(where).content.decode()
        found += [line.split(".")[0] for line in page.split("share m ")[1:]]
        where = older(page)
    assert found == [str(number) for number in range(45)] and where == ""
    assert "You are up to date." in text_of(page.encode())
    back = page.split('rel="prev" href="')[1].split('"')[0]
    assert "share m 20." in ben.get(back).content.decode()
    assert ben.get(place(cast, "?before=nothing")).status_code == 200


def test_two_that_were_posted_at_one_moment_are_both_shown_once(cast: Cast) -> None:
    fill(cast, 25, "m")
    Share.objects.update(posted_at=now())
    ben = client_of(cast.ben)
    first = ben.get(place(cast)).content.decode()
    both = first + ben.get(older(first)).content.decode()
    assert all(both.count(f"share m {number}.") == 1 for number in range(25))


def test_replies_come_twenty_at_a_time(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    for number in range(23):
        reply = replied(share, cast.chidi, f"reply {number}.")
        Reply.objects.filter(pk=reply.pk).update(posted_at=now() + timedelta(seconds=number))
    ben, where = client_of(cast.ben), f"/shares/{share.public_id}/"
    first, second = seen(ben, where), seen(ben, f"{where}?page=2")
    assert "reply 19." in first and "reply 20." not in first and "reply 22." in second


def test_today_says_what_is_new_and_when_there_is_no_more(cast: Cast) -> None:
    ben = client_of(cast.ben)
    assert "You are up to date." in seen(ben, "/today/")
    for number in range(7):
        shared(cast.harbour, cast.chidi, f"number {number}")
    page = seen(ben, "/today/")
    assert page.count("Chidi A victory") == 5 and "Read everything new" in page and "number 1" not in page
    assert "Chidi" not in seen(client_of(cast.chidi), "/today/").split("Your groups")[0]
    newest = Share.objects.order_by("-posted_at")[0]
    ben.post("/shares/read/", {"newest": "nothing"})
    assert seen(ben, "/today/").count("Chidi A victory") == 5
    ben.post("/shares/read/", {"newest": newest.public_id})
    assert "You are up to date." in seen(ben, "/today/")
    shared(cast.harbour, cast.amara)
    assert "That is everything new." in seen(ben, "/today/")
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert "New in your groups" not in seen(ben, "/today/")


def test_everything_new_is_a_list_over_all_groups_that_ends(cast: Cast) -> None:
    other = recipes.group(cast.amara, name="Second")
    recipes.member(other, cast.ben, "Ben")
    Membership.objects.update(joined_at=now() - timedelta(days=2))
    for number in range(23):
        shared(cast.harbour, cast.chidi, f"number {number}.", hours_ago=23 - number)
    shared(other, cast.amara, "from another group")
    ben = client_of(cast.ben)
    first = ben.get("/shares/new/").content.decode()
    assert "from another group" in first and "Second" in first and "number 9." in first
    assert "number 8." not in first and "I have read these" not in first
    way = next(one for one in first.split('"') if one.startswith("/shares/new/?") and "before=" in one)
    last = ben.get(way.replace("&amp;", "&")).content.decode()
    assert "number 0." in last and "That is everything new." in last
    ben.post("/shares/read/", {"newest": last.partition('name="newest" value="')[2].partition('"')[0]})
    assert "You are up to date." in seen(ben, "/shares/new/")


def test_whoever_is_new_is_not_met_by_a_heap(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, hours_ago=100)
    recipes.member(cast.harbour, cast.dana, "Dana")
    assert "You are up to date." in seen(client_of(cast.dana), "/today/")


def test_the_groups_page_leads_to_its_shares(cast: Cast) -> None:
    group = f"/groups/{cast.harbour.public_id}/"
    assert "Share something" in seen(client_of(cast.ben), group)
    assert "How we share" in seen(client_of(cast.amara), group)
    assert "How we share" not in seen(client_of(cast.ben), group)


def test_everything_new_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    Membership.objects.update(joined_at=now() - timedelta(days=9))
    ben, counts = client_of(cast.ben), []
    for mark in ("first", "second"):
        for number in range(5):
            somebody = recipes.person(f"{mark}-{number}")
            recipes.member(cast.harbour, somebody, f"Member {mark} {number}")
            replied(shared(cast.harbour, somebody, f"{mark} {number}."), cast.amara)
        counts.append(queries(ben, "/shares/new/"))
        assert seen(ben, "/shares/new/").count(mark) >= 5
    assert counts[0] == counts[1] <= MOST


def test_what_was_taken_back_stands_on_pages_that_end_and_cost_the_same(cast: Cast) -> None:
    ben, where, counts = client_of(cast.ben), place(cast, "taken-back/"), []
    other = shared(cast.harbour, cast.amara)
    for many in (range(5), range(5, 20)):
        for number in many:
            writing.take_back(share=shared(cast.harbour, cast.ben, f"share {number}."))
            replying.take_back(reply=replied(other, cast.ben, f"reply {number}."))
        counts.append(queries(ben, where))
        assert ("That is everything." in seen(ben, where)) == (len(counts) == 1)
    assert counts[0] == counts[1] <= MOST
    pages = [seen(ben, f"{where}?page={number}") for number in (1, 2, 3)]
    assert "reply 19." in pages[0] and "share 0." in pages[2] and "That is everything." in pages[2]
    every = " ".join(pages)
    assert all(every.count(f" {kind} {number}.") == 1 for kind in ("share", "reply") for number in range(20))
