"""What a room does without anybody asking."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from openchair.groups.leaving import leave
from openchair.kit.clock import now
from openchair.rooms import guarding, picture, streams, watching
from openchair.rooms.closing import close
from openchair.rooms.duties import give
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Quieting, Role, Seat
from openchair.rooms.tests.scene import Scene, the_scene
from tests.cast import client_of

pytestmark = pytest.mark.django_db


def over_since(scene: Scene, **ago: int) -> None:
    """The meeting's time was over this long ago; everybody's page is still open."""
    scene.room.occurrence.ends_at = now() - timedelta(**ago)
    scene.room.occurrence.starts_at = scene.room.occurrence.ends_at - timedelta(hours=1)
    scene.room.occurrence.save()


def test_a_forgotten_tab_keeps_a_room_open_for_twelve_hours_and_no_longer() -> None:
    scene = the_scene()
    over_since(scene, hours=11)
    watching.close_forgotten()
    assert scene.again().is_open
    over_since(scene, hours=13)
    watching.close_forgotten()
    assert not scene.again().is_open


def test_who_listened_for_ten_minutes_is_shown_that_they_can_write_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene = the_scene()
    shown: list[UUID] = []
    monkeypatch.setattr(streams, "changed_soon", shown.append)
    guarding.quiet(room=scene.room, seat=scene.ben)
    watching.let_speak_again()
    assert not shown and Quieting.objects.exists()
    Quieting.objects.update(until=now() - timedelta(seconds=1))
    watching.let_speak_again()
    assert shown == [scene.room.pk] and not Quieting.objects.exists()


def test_with_nobody_leading_the_turn_goes_to_somebody_who_is_here() -> None:
    scene = the_scene()
    raise_hand(room=scene.room, seat=scene.ben)
    raise_hand(room=scene.room, seat=scene.chidi)
    gone = now() - timedelta(seconds=1)
    Seat.objects.update(answers_until=gone)
    Seat.objects.filter(pk=scene.ben.pk).update(present_until=gone)
    watching.watch_rooms()
    assert scene.room.turns.get(ended_at=None).seat == scene.chidi


def test_nothing_is_remembered_of_how_many_were_in_a_room_that_closed() -> None:
    scene = the_scene()
    watching.watch_rooms()
    assert scene.room.pk in watching._were_here
    close(room=scene.room)
    watching.watch_rooms()
    assert scene.room.pk not in watching._were_here


def test_whoever_has_a_role_is_shown_however_many_are_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST_NAMES", 2)
    scene = the_scene()
    give(room=scene.room, seat=scene.chidi, role=Role.CHAIR)
    shown = picture.picture_of(scene.again())
    assert shown.people == [scene.amara, scene.chidi] and shown.chair == scene.chidi


def test_the_door_names_the_day_of_a_meeting_that_is_not_today() -> None:
    scene = the_scene()
    close(room=scene.room)
    series = scene.series
    series.next_start, series.next_end = (now() + timedelta(days=3, hours=more) for more in (0, 1))
    series.save()
    said = client_of(scene.cast.ben).get(reverse("room-door", args=[series.public_id])).content.decode()
    assert f"{series.next_start:%B}" in said and "A host opens the room" in said


@pytest.mark.parametrize(("door", "promised"), [("members", True), ("locked", False)])
def test_the_doorstep_promises_only_what_the_door_does(door: str, promised: bool) -> None:
    scene = the_scene()
    Seat.objects.filter(pk=scene.ben.pk).update(place=Seat.Place.WAITING, waits_since=now())
    guarding.set_door(room=scene.room, door=door, chat=scene.room.chat)
    said = client_of(scene.cast.ben).get(reverse("room", args=[scene.room.public_id])).content.decode()
    assert ("after three minutes" in said) is promised
    assert "Those who lead the meeting see the name you go by here" in said


def test_who_was_put_out_reads_why_before_trying_the_door() -> None:
    scene = the_scene()
    door = reverse("room-door", args=[scene.series.public_id])
    ben = client_of(scene.cast.ben)
    assert "A host asked you to leave" not in ben.get(door).content.decode()
    guarding.put_out(room=scene.room, seat=scene.ben)
    assert "A host asked you to leave" in ben.get(door).content.decode()


def test_people_who_come_in_together_reach_the_others_in_one_frame(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sent: list[UUID] = []
    monkeypatch.setattr(streams, "send_state", sent.append)
    streams.send_gathered()
    sent.clear()
    with django_capture_on_commit_callbacks(execute=True):
        scene = the_scene()
    assert not sent
    streams.send_gathered()
    assert sent == [scene.room.pk]


def test_the_hand_of_somebody_who_left_the_group_is_not_shown() -> None:
    scene = the_scene()
    raise_hand(room=scene.room, seat=scene.ben)
    raise_hand(room=scene.room, seat=scene.chidi)
    assert scene.ben.membership is not None
    leave(membership=scene.ben.membership)
    assert [hand.seat for hand in picture.picture_of(scene.again()).queue] == [scene.chidi]


def test_a_calm_room_whose_leaders_are_all_lost_goes_on_by_itself_after_three_minutes() -> None:
    scene = the_scene()
    guarding.calm(room=scene.room)
    Seat.objects.update(answers_until=now() - timedelta(seconds=1))
    watching.watch_rooms()
    assert scene.again().is_calm and scene.again().runs_itself
    with time_machine.travel(now() + timedelta(minutes=3, seconds=1), tick=False):
        watching.watch_rooms()
    assert not scene.again().is_calm


def test_a_calm_room_stays_calm_while_somebody_is_there_to_end_it() -> None:
    scene = the_scene()
    guarding.calm(room=scene.room)
    with time_machine.travel(now() + timedelta(minutes=20), tick=False):
        Seat.objects.filter(pk=scene.amara.pk).update(answers_until=now() + timedelta(seconds=9))
        watching.watch_rooms()
    assert scene.again().is_calm
