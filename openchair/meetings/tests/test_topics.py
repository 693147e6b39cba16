"""A member keeps time, and a member chooses what the next meeting is about."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openchair.groups import hosting, leaving
from openchair.groups.newcomers import FIRST_WEEKS
from openchair.kit.clock import now
from openchair.meetings.choosing import choose
from openchair.meetings.claiming import TIME, NotRead, claim
from openchair.meetings.forgetting import forget_past_dates
from openchair.meetings.models import Series, Topic
from openchair.meetings.tests.recipes import post, series
from openchair.people.blocking import block
from openchair.people.models import Block, Mute
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast: Cast) -> Series:
    return series(cast.harbour)


def at(made: Series, name: str, *more: object) -> str:
    return reverse(name, args=[made.public_id, made.next_start, *more])


def page(cast: Cast, made: Series, by: str) -> str:
    return text_of(client_of(getattr(cast, by)).get(reverse("meeting", args=[made.public_id])).content)


def chosen(cast: Cast, made: Series, by: str, words: str) -> int:
    answer = client_of(getattr(cast, by)).post(at(made, "meeting-topic"), {"words": words})
    return answer.status_code


def test_keeping_time_is_claimed_and_given_back_like_a_reading(cast: Cast, made: Series) -> None:
    assert "I will keep time" in page(cast, made, "ben")
    post(cast.ben, at(made, "meeting-reading", TIME))
    assert "You keep time." in page(cast, made, "ben") and "Ben keeps time." in page(cast, made, "chidi")
    post(cast.ben, at(made, "meeting-reading-back", TIME))
    assert "I will keep time" in page(cast, made, "chidi")


def test_what_is_no_reading_is_not_claimed(cast: Cast, made: Series) -> None:
    assert made.next_start
    with pytest.raises(NotRead):
        claim(series=made, start=made.next_start, membership=member_of(cast.harbour, cast.ben), reading="x")


def test_ben_chooses_changes_and_takes_back_the_topic(cast: Cast, made: Series) -> None:
    assert "Choose the topic" in page(cast, made, "chidi")
    assert chosen(cast, made, "ben", "Patience") == 303
    assert "Patience Ben chose this." in page(cast, made, "chidi")
    assert "You chose this." in page(cast, made, "ben")
    assert 'value="Patience"' in client_of(cast.ben).get(at(made, "meeting-topic")).content.decode()
    chosen(cast, made, "ben", "Sundays")
    assert "Sundays" in page(cast, made, "chidi") and Topic.objects.count() == 1
    post(cast.chidi, at(made, "meeting-topic-back"))
    assert Topic.objects.exists(), "another's stays"
    post(cast.ben, at(made, "meeting-topic-back"))
    assert "Choose the topic" in page(cast, made, "chidi")


def test_the_first_to_choose_has_chosen_and_the_others_words_are_kept(cast: Cast, made: Series) -> None:
    chosen(cast, made, "ben", "Patience")
    answer = client_of(cast.chidi).post(at(made, "meeting-topic"), {"words": "Sleep"})
    said = answer.content.decode()
    assert answer.status_code == 422 and "a moment quicker" in said and 'value="Sleep"' in said
    assert chosen(cast, made, "chidi", "") == 422 and Topic.objects.get().words == "Patience"


def test_a_host_takes_back_what_does_not_belong_there(cast: Cast, made: Series) -> None:
    chosen(cast, made, "ben", "Patience")
    hosting.make_host(membership=member_of(cast.harbour, cast.chidi))
    post(cast.chidi, at(made, "meeting-topic-back"))
    assert not Topic.objects.exists()


def test_the_topic_of_whoever_left_is_free_again(cast: Cast, made: Series) -> None:
    chosen(cast, made, "ben", "Patience")
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert "Choose the topic" in page(cast, made, "chidi")
    assert chosen(cast, made, "chidi", "Sleep") == 303 and Topic.objects.get().words == "Sleep"


@pytest.mark.parametrize(("who", "other"), [("chidi", "ben"), ("ben", "chidi")])
def test_who_is_kept_apart_sees_that_there_is_a_topic(cast: Cast, made: Series, who: str, other: str) -> None:
    chosen(cast, made, "ben", "Patience")
    assert "Patience" in page(cast, made, "chidi")
    block(person=getattr(cast, who), other=getattr(cast, other))
    said = page(cast, made, "chidi")
    assert "Patience" not in said and "chose this" not in said and "Somebody has chosen it." in said
    assert "Patience You chose this." in page(cast, made, "ben")


def test_a_topic_is_muted_one_way_and_its_chooser_blocked(cast: Cast, made: Series) -> None:
    chosen(cast, made, "ben", "Patience")
    post(cast.chidi, at(made, "meeting-topic-mute"))
    assert Mute.objects.get().met_as == "Ben"
    assert "Patience" not in page(cast, made, "chidi") and "Patience" in page(cast, made, "eli")
    Mute.objects.all().delete()
    post(cast.chidi, at(made, "meeting-topic-block"))
    assert Block.objects.filter(person=cast.chidi, other=cast.ben).exists()
    assert "Patience" not in page(cast, made, "chidi")


def test_nobody_turns_from_their_own_topic_nor_from_none(cast: Cast, made: Series) -> None:
    chosen(cast, made, "ben", "Patience")
    for name in ("ben", "dana"):
        for way in ("meeting-topic-mute", "meeting-topic-block"):
            assert client_of(getattr(cast, name)).post(at(made, way)).status_code == 404
    post(cast.ben, at(made, "meeting-topic-back"))
    assert client_of(cast.chidi).post(at(made, "meeting-topic-mute")).status_code == 404


def test_a_date_that_is_not_there_has_no_topic(cast: Cast, made: Series) -> None:
    assert made.next_start
    gone = made.next_start + timedelta(hours=1)
    there = reverse("meeting-topic", args=[made.public_id, gone])
    assert client_of(cast.ben).get(there).status_code == 404
    with pytest.raises(NotRead):
        choose(series=made, start=gone, membership=member_of(cast.harbour, cast.ben), words="Sleep")


def test_a_topic_is_forgotten_a_month_after_its_date(cast: Cast, made: Series) -> None:
    chosen(cast, made, "ben", "Patience")
    forget_past_dates(now() + timedelta(days=30))
    assert Topic.objects.exists()
    forget_past_dates(now() + timedelta(days=60))
    assert not Topic.objects.exists()


def test_a_newcomers_topic_brings_in_no_way_to_reach_them_and_their_words_are_kept(
    cast: Cast, made: Series
) -> None:
    words = "ring me, +44 7700 900123"
    answer = client_of(cast.ben).post(at(made, "meeting-topic"), {"words": words})
    said = answer.content.decode()
    assert answer.status_code == 422 and f'value="{words}"' in said and not Topic.objects.exists()
    assert "In your first two weeks here, please leave this out: +44 7700 900123" in said
    cast.harbour.memberships.filter(person=cast.ben).update(joined_at=now() - FIRST_WEEKS)
    assert chosen(cast, made, "ben", words) == 303, "who is not new is left alone"
