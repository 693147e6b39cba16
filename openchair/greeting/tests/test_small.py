"""Small things to do from the first week on."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from openchair.greeting import offering
from openchair.greeting.models import Ask, Taking, Willing
from openchair.greeting.tests.scene import a_harbour, page_of
from openchair.kit.clock import now
from openchair.library.scripts import script
from openchair.meetings.choosing import choose
from openchair.meetings.claiming import TIME, claim
from openchair.meetings.tests.recipes import series_at
from openchair.people.blocking import block
from openchair.people.tests.steps import text_of
from openchair.shares.tests.scene import shared
from tests import recipes
from tests.cast import Cast, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_harbour()


def hello(cast: Cast, name: str = "chidi") -> str:
    answer = client_of(getattr(cast, name)).post(f"/groups/{cast.harbour.public_id}/helping/hello/")
    return str(answer["Location"])


def test_chidi_says_hello_to_whoever_has_waited_longest(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, hours_ago=20)
    longest = shared(cast.harbour, cast.ben, hours_ago=30)
    assert hello(cast) == f"/shares/{longest.public_id}/?begin="
    assert "Somebody is answering." in page_of(cast, cast.amara)


def test_nobody_carries_two_at_once_and_two_people_get_two(cast: Cast) -> None:
    other, longest = (shared(cast.harbour, cast.ben, hours_ago=hours) for hours in (20, 30))
    assert hello(cast) == hello(cast) == f"/shares/{longest.public_id}/?begin="
    assert hello(cast, "amara") == f"/shares/{other.public_id}/?begin="
    assert Taking.objects.count() == 2


def test_only_somebody_whom_one_meets(cast: Cast) -> None:
    helping = f"/groups/{cast.harbour.public_id}/helping/"
    shared(cast.harbour, cast.ben, hours_ago=30)
    block(person=cast.ben, other=cast.chidi)
    assert hello(cast) == helping and hello(cast, "ben") == helping
    assert not Taking.objects.exists()
    assert hello(cast, "amara") != helping


def test_a_reading_that_nobody_took_is_offered(cast: Cast) -> None:
    start = (now() + timedelta(days=2)).replace(second=0, microsecond=0)
    meeting = series_at(cast.harbour, start, name="Evening circle")
    assert "Read a paragraph" in offered(cast)
    members = [recipes.member_of(cast.harbour, one) for one in (cast.amara, cast.ben, cast.eli)]
    for number, reading in enumerate(script(meeting.format).readings):
        claim(series=meeting, start=start, membership=members[number // 2], reading=reading)
    assert offered(cast) == ["hello", "Keep time", "Choose the topic"]


def test_keeping_time_and_the_topic_are_offered_until_somebody_has_them(cast: Cast) -> None:
    start = (now() + timedelta(days=1)).replace(second=0, microsecond=0)
    meeting, host = series_at(cast.harbour, start, name="Evening circle"), recipes.host_of(cast.harbour)
    assert offered(cast) == ["hello", "Read a paragraph", "Keep time", "Choose the topic"]
    claim(series=meeting, start=start, membership=host, reading=TIME)
    choose(series=meeting, start=start, membership=host, words="Patience")
    assert offered(cast) == ["hello", "Read a paragraph"]


def chose(cast: Cast, *small: str, most: int = 0) -> None:
    typed = {"most": str(most), "small": list(small)}
    answer = client_of(cast.chidi).post(f"/groups/{cast.harbour.public_id}/helping/", typed)
    assert answer.status_code == 303


def test_whoever_says_what_they_like_is_offered_that_alone(cast: Cast) -> None:
    start = (now() + timedelta(days=1)).replace(second=0, microsecond=0)
    series_at(cast.harbour, start, name="Evening circle")
    assert offered(cast) == ["hello", "Read a paragraph", "Keep time", "Choose the topic"]
    chose(cast, "time", "topic")
    assert offered(cast) == ["Keep time", "Choose the topic"]
    chose(cast)
    assert len(offered(cast)) == 4 and not Willing.objects.exists()


def offered(cast: Cast) -> list[str]:
    """What stands under "Something small, now" for Chidi."""
    page = client_of(cast.chidi).get(f"/groups/{cast.harbour.public_id}/helping/").content.decode()
    small = page.split('id="small"')[1].split("</section>")[0]
    told = ["Read a paragraph", "Keep time", "Choose the topic"]
    return [*(["hello"] if "helping/hello/" in small else []), *(one for one in told if one in small)]


def test_what_is_not_free_just_now_is_said_so(cast: Cast) -> None:
    chose(cast, "read")
    assert "Of what you chose, nothing is free just now." in page_of(cast, cast.chidi, "helping/")


def test_small_things_alone_ask_nobody_to_answer_and_are_seen_by_nobody_else(cast: Cast) -> None:
    before = page_of(cast, cast.amara, "greeters/"), page_of(cast, cast.ben, "people/")
    chose(cast, "hello")
    shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    assert not Ask.objects.exists()
    assert before == (page_of(cast, cast.amara, "greeters/"), page_of(cast, cast.ben, "people/"))


def test_who_is_asked_no_more_is_told_no_more_though_small_things_stay(cast: Cast) -> None:
    chose(cast, "hello", most=2)
    shared(cast.harbour, cast.ben, hours_ago=20)
    offering.ask_round(now())
    line = "has waited for an answer"
    assert line in text_of(client_of(cast.chidi).get("/today/").content)
    chose(cast, "hello")
    assert line not in text_of(client_of(cast.chidi).get("/today/").content)


def test_a_thing_that_is_none_is_refused_and_so_is_an_empty_row(cast: Cast) -> None:
    typed = {"most": "0", "small": ["dance"]}
    answer = client_of(cast.chidi).post(f"/groups/{cast.harbour.public_id}/helping/", typed)
    assert answer.status_code == 422 and "Please choose among these." in text_of(answer.content)
    with pytest.raises(IntegrityError), transaction.atomic():
        Willing.objects.create(membership=recipes.member_of(cast.harbour, cast.ben), most=0)


def test_the_first_week_has_one_quiet_line_that_leads_there(cast: Cast) -> None:
    line = "Something small you could do, if you like"
    assert line in page_of(cast, cast.chidi, "") and line not in page_of(cast, cast.amara, "")
    cast.harbour.memberships.filter(person=cast.chidi).update(joined_at=now() - timedelta(days=7))
    assert line not in page_of(cast, cast.chidi, "") and line in page_of(cast, cast.ben, "")


def test_a_hello_and_an_offer_are_thanked(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, hours_ago=20)
    chidi, where = client_of(cast.chidi), f"/groups/{cast.harbour.public_id}/helping/"
    said = text_of(chidi.post(f"{where}hello/", follow=True).content)
    assert "Thank you. Nobody has answered this yet, and for half an hour it is kept for you." in said
    said = text_of(chidi.post(f"{where}offer/", follow=True).content)
    assert "Thank you. The hosts see that you offered." in said
