"""A share that waits too long is put before those who said that they would help."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.greeting import offering, taking, telling
from openchair.greeting.models import Ask, Willing
from openchair.greeting.tests.scene import a_harbour, page_of
from openchair.groups.leaving import close
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.notices import kinds
from openchair.people.blocking import block
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from openchair.shares.models import Reply
from openchair.shares.tests.scene import replied, shared
from tests import recipes
from tests.cast import Cast, client_of
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
LINE = "has waited for an answer for 20 hours"


@pytest.fixture
def cast() -> Cast:
    return a_harbour()


def willing(group: Group, *people: Person, most: int = 2) -> None:
    for person in people:
        offering.be_willing(membership=member_of(group, person), most=most)


def today(person: Person) -> str:
    return text_of(client_of(person).get("/today/").content)


def test_chidi_said_that_he_would_help_and_is_asked_on_today(cast: Cast) -> None:
    page = f"/groups/{cast.harbour.public_id}/helping/"
    assert client_of(cast.chidi).post(page, {"most": "2"}).status_code == 303
    share = shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    assert LINE in today(cast.chidi)
    assert f"/shares/{share.public_id}/?begin=" in client_of(cast.chidi).get("/today/").content.decode()
    assert LINE not in today(cast.amara) and LINE not in today(cast.ben) and LINE not in today(cast.eli)


def test_nobody_is_asked_who_did_not_say_so_or_says_it_no_more(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    assert not Ask.objects.exists()
    willing(cast.harbour, cast.chidi)
    offering.ask_round(now())
    assert LINE in today(cast.chidi)
    willing(cast.harbour, cast.chidi, most=0)
    assert LINE not in today(cast.chidi) and not Willing.objects.exists()


def test_what_is_young_or_taken_on_or_answered_is_not_offered(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi, most=5)
    shared(cast.harbour, cast.ben, hours_ago=3, need="someone")
    taken, late = (shared(cast.harbour, cast.ben, hours_ago=hours) for hours in (30, 20))
    taking.take_on(share=taken, by=member_of(cast.harbour, cast.amara))
    offering.ask_round(now())
    assert [one.share for one in Ask.objects.all()] == [late]
    assert LINE in today(cast.chidi)
    replied(late, cast.amara)
    assert LINE not in today(cast.chidi)


def test_nobody_is_asked_more_often_a_week_than_they_said(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi, most=2)
    for hours in (20, 21, 22):
        shared(cast.harbour, cast.ben, hours_ago=hours)
    offering.ask_round(now())
    offering.ask_round(now() + timedelta(hours=5))
    assert Ask.objects.count() == 2
    with time_machine.travel(now() + timedelta(days=7, hours=1)):
        shared(cast.harbour, cast.ben, hours_ago=20)
        offering.ask_round(now())
    assert Ask.objects.count() == 3


def test_two_are_asked_and_after_four_silent_hours_others(cast: Cast) -> None:
    people = [recipes.person(f"helper-{number}") for number in range(3)]
    for number, person in enumerate(people):
        recipes.member(cast.harbour, person, f"Helper {number}")
    willing(cast.harbour, *people)
    shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    offering.ask_round(now() + timedelta(hours=3))
    assert Ask.objects.count() == 2
    offering.ask_round(now() + timedelta(hours=5))
    assert {one.willing.membership.person for one in Ask.objects.all()} == set(people)


def test_only_whoever_sees_the_share_is_asked(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi, cast.eli, cast.amara, cast.ben)
    block(person=cast.chidi, other=cast.ben)
    shared(cast.harbour, cast.ben, hours_ago=20, audience="hosts")
    offering.ask_round(now())
    assert [one.willing.membership.person for one in Ask.objects.all()] == [cast.amara]


def test_whoever_blocks_afterwards_reads_no_more_of_it(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi)
    shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    assert LINE in today(cast.chidi)
    block(person=cast.ben, other=cast.chidi)
    assert LINE not in today(cast.chidi)


def test_no_answer_is_ever_written_by_the_place(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi)
    before = Reply.objects.count()
    share = shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    share.refresh_from_db()
    assert Ask.objects.exists() and Reply.objects.count() == before and share.answered_at is None


def test_willingness_is_seen_by_its_owner_alone_and_off_at_first(cast: Cast) -> None:
    page = client_of(cast.chidi).get(f"/groups/{cast.harbour.public_id}/helping/").content.decode()
    assert 'value="0" checked' in page
    before = page_of(cast, cast.amara, "greeters/"), page_of(cast, cast.ben, "people/")
    willing(cast.harbour, cast.chidi)
    assert before == (page_of(cast, cast.amara, "greeters/"), page_of(cast, cast.ben, "people/"))
    bad = client_of(cast.chidi).post(f"/groups/{cast.harbour.public_id}/helping/", {"most": "9"})
    assert bad.status_code == 422


def test_what_was_offered_is_forgotten_after_two_weeks(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi)
    shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    offering.forget(now() + timedelta(days=13))
    assert Ask.objects.exists()
    offering.forget(now() + timedelta(days=15))
    assert not Ask.objects.exists()


def test_a_quiet_day_asks_the_database_nothing_more(cast: Cast) -> None:
    def asked() -> int:
        browser = client_of(cast.chidi)
        with CaptureQueriesContext(connection) as caught:
            assert browser.get("/today/").status_code == 200
        return len(caught)

    before = asked()
    willing(cast.harbour, cast.chidi)
    offering.ask_round(now())
    assert asked() == before <= 10


def test_being_asked_is_one_question_more_on_today_and_ends_with_an_answer_or_the_group(cast: Cast) -> None:
    willing(cast.harbour, cast.chidi)
    share = shared(cast.harbour, cast.ben, hours_ago=20)
    kind = kinds.named(telling.WAITS)
    assert kind and kind.shown
    tell = kind.shown
    offering.ask_round(now())
    with CaptureQueriesContext(connection) as caught:
        assert LINE in str(tell(cast.chidi, share.public_id, now()))
    assert len(caught) == 1
    assert tell(cast.ben, share.public_id, now()) is None and tell(cast.eli, share.public_id, now()) is None
    reply = replied(share, cast.amara)
    assert tell(cast.chidi, share.public_id, now()) is None
    block(person=cast.chidi, other=cast.amara)
    assert tell(cast.chidi, share.public_id, now()), "an answer of somebody he does not meet is none to him"
    Reply.objects.filter(pk=reply.pk).delete()
    close(group=cast.harbour, by=member_of(cast.harbour, cast.amara))
    assert tell(cast.chidi, share.public_id, now()) is None
