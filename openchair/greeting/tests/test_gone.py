"""Nobody waits unseen because whoever answered them has gone; and a block never moves the line."""

from datetime import timedelta

import pytest

from openchair.greeting import offering
from openchair.greeting.models import Ask
from openchair.greeting.tests.scene import a_harbour, waits_for
from openchair.groups import leaving, vanishing
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.people.blocking import block
from openchair.shares import tasks
from openchair.shares.models import Share
from openchair.shares.tests.scene import replied, responded, shared
from tests.cast import Cast
from tests.recipes import member_of, remove

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_harbour()


def waits(cast: Cast, share: Share) -> bool:
    """Does it stand in Amara's line, once what is due was done?"""
    tasks.put_answers_right()
    return waits_for(cast.amara, share)


def answered_by_chidi(cast: Cast) -> Share:
    """Something of Ben's that Chidi alone answered, two days ago."""
    share = shared(cast.harbour, cast.ben, hours_ago=48)
    replied(share, cast.chidi)
    assert not waits(cast, share)
    return share


def test_a_share_waits_again_once_the_only_one_who_answered_left_and_not_when_they_are_back(
    cast: Cast,
) -> None:
    share, chidi = answered_by_chidi(cast), member_of(cast.harbour, cast.chidi)
    leaving.leave(membership=chidi)
    assert waits(cast, share)
    leaving.come_back(membership=chidi)
    assert not waits(cast, share)
    remove(member_of(cast.harbour, cast.chidi))
    assert waits(cast, share)


def test_whoever_ends_their_account_takes_their_answers_along(cast: Cast) -> None:
    share, moment = answered_by_chidi(cast), now()
    vanishing.vanish(person=cast.chidi, at=moment)
    assert waits(cast, share)
    vanishing.reappear(person=cast.chidi, at=moment)
    assert not waits(cast, share)
    Membership.objects.get(group=cast.harbour, person=cast.chidi).delete()
    assert waits(cast, share)


def test_another_answer_is_still_one(cast: Cast) -> None:
    share = answered_by_chidi(cast)
    replied(share, cast.amara)
    leaving.leave(membership=member_of(cast.harbour, cast.chidi))
    assert not waits(cast, share)
    assert Share.objects.get(pk=share.pk).answered_at == share.replies.latest("posted_at").posted_at


def test_a_sign_goes_too_where_no_words_are_asked_for_and_is_no_answer_where_they_are(cast: Cast) -> None:
    heard = shared(cast.harbour, cast.ben, need="listen", hours_ago=48)
    asked = shared(cast.harbour, cast.ben, need="ideas", hours_ago=48)
    for one in (heard, asked):
        responded(one, cast.chidi)
    assert not waits(cast, heard) and waits(cast, asked)
    leaving.leave(membership=member_of(cast.harbour, cast.chidi))
    assert waits(cast, heard) and waits(cast, asked)


def test_it_is_offered_again_to_those_who_would_help(cast: Cast) -> None:
    share = answered_by_chidi(cast)
    offering.be_willing(membership=member_of(cast.harbour, cast.amara), most=3)
    offering.ask_round(now())
    assert not Ask.objects.exists()
    leaving.leave(membership=member_of(cast.harbour, cast.chidi))
    tasks.put_answers_right()
    offering.ask_round(now() + timedelta(minutes=1))
    assert [one.share_id for one in Ask.objects.all()] == [share.pk]


def test_a_block_changes_nothing_in_what_is_noted(cast: Cast) -> None:
    share = answered_by_chidi(cast)
    before = Share.objects.get(pk=share.pk).answered_at
    block(person=cast.chidi, other=cast.ben, met_as="Ben")
    tasks.put_answers_right()
    assert before and Share.objects.get(pk=share.pk).answered_at == before
