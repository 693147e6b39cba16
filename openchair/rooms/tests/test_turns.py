"""Hands, turns and the queue."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from openchair.kit.clock import now
from openchair.live.words import Utterance, words
from openchair.rooms.hands import lower_hand, raise_hand
from openchair.rooms.models import Hand, Turn
from openchair.rooms.models.hand import MORE, TURN
from openchair.rooms.picture import picture_of
from openchair.rooms.refusals import Refused
from openchair.rooms.stepping import step_to
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.rooms.turns import add_time, end_own, end_turn, invite, pass_on
from tests.cast import client_of

pytestmark = pytest.mark.django_db


def names(scene: Scene) -> list[str]:
    return [hand.seat.alias for hand in picture_of(scene.again()).queue]


def test_a_hand_is_raised_once_and_lowered_once() -> None:
    scene = the_scene()
    for _again in range(2):
        raise_hand(room=scene.room, seat=scene.ben)
    assert names(scene) == ["Ben"]
    for _again in range(2):
        lower_hand(room=scene.room, seat=scene.ben)
    assert names(scene) == []


def test_those_who_have_not_spoken_come_first() -> None:
    scene = the_scene()
    first = raise_hand(room=scene.room, seat=scene.ben)
    turn = invite(room=scene.room, hand=first)
    assert turn is not None
    end_turn(room=scene.room, turn_id=turn.public_id)
    raise_hand(room=scene.room, seat=scene.seat(scene.cast.ben))
    raise_hand(room=scene.room, seat=scene.chidi)
    assert names(scene) == ["Chidi", "Ben"]


def test_a_turn_is_three_minutes_and_the_chair_can_add_two() -> None:
    scene = the_scene()
    with time_machine.travel(now(), tick=False):
        turn = invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
        assert turn is not None and turn.ends_at - turn.began_at == TURN
        add_time(room=scene.room, turn=turn.as_it_is)
        assert Turn.objects.get().ends_at - turn.began_at == TURN + MORE


@pytest.mark.requirement("S18")
def test_the_same_tap_for_two_minutes_more_counts_once() -> None:
    scene = the_scene()
    turn = invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    assert turn is not None
    for _again in range(20):
        add_time(room=scene.room, turn=turn.as_it_is)
    assert Turn.objects.get().ends_at - turn.began_at == TURN + MORE


def test_two_minutes_added_after_the_time_ran_out_are_two_minutes_from_now() -> None:
    scene = the_scene()
    turn = invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    assert turn is not None
    with time_machine.travel(now() + timedelta(minutes=9), tick=False):
        add_time(room=scene.room, turn=turn.as_it_is)
        assert Turn.objects.get().ends_at == now() + MORE


def test_inviting_the_next_person_ends_the_turn_before_and_a_doubled_tap_does_nothing() -> None:
    scene = the_scene()
    ben, chidi = (raise_hand(room=scene.room, seat=seat) for seat in (scene.ben, scene.chidi))
    invite(room=scene.room, hand=ben)
    assert invite(room=scene.room, hand=ben) is None
    invite(room=scene.room, hand=chidi)
    assert Turn.objects.get(ended_at=None).seat == scene.chidi


def test_the_database_refuses_a_second_turn_at_the_same_time() -> None:
    scene = the_scene()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(room=scene.room, seat=scene.chidi, ends_at=now() + TURN)


def test_who_speaks_needs_no_hand_and_can_say_that_they_are_done() -> None:
    scene = the_scene()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    with pytest.raises(Refused):
        raise_hand(room=scene.room, seat=scene.ben)
    end_own(room=scene.room, seat=scene.chidi)
    assert picture_of(scene.again()).speaker == scene.ben
    end_own(room=scene.room, seat=scene.ben)
    assert picture_of(scene.again()).speaker is None


def test_a_burning_hand_stands_apart_from_the_queue() -> None:
    scene = the_scene()
    raise_hand(room=scene.room, seat=scene.ben, kind=Hand.Kind.BURNING)
    picture = picture_of(scene.again())
    assert (len(picture.queue), len(picture.burning)) == (0, 1)


def test_the_run_sheet_moves_one_step_however_often_the_button_is_pressed() -> None:
    scene = the_scene()
    for _again in range(3):
        step_to(room=scene.room, come_from=0, to=1)
    assert scene.again().step == 1
    step_to(room=scene.room, come_from=1, to=999)
    assert scene.again().step == 1


def test_who_passes_has_not_spoken_and_who_spoke_and_passes_later_has() -> None:
    scene = the_scene()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    pass_on(room=scene.room, seat=scene.ben)
    assert not scene.seat(scene.cast.ben).has_spoken
    assert not scene.room.turns.filter(ended_at=None).exists()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    said = Utterance("u1", scene.ben.public_id, scene.cast.ben.pk, "turn", "a little", now())
    words().say(scene.room.pk, scene.room.word_key, said)
    pass_on(room=scene.room, seat=scene.ben)
    assert scene.seat(scene.cast.ben).has_spoken


def test_the_button_of_passing_says_so() -> None:
    scene = the_scene()
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=scene.ben))
    ben = client_of(scene.cast.ben)
    page = ben.get(reverse("room", args=[scene.room.public_id])).content.decode()
    assert 'name="pass"' in page
    ben.post(reverse("room-turn-done", args=[scene.room.public_id]), {"pass": "yes"})
    assert not scene.seat(scene.cast.ben).has_spoken
