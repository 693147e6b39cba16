"""What somebody heard stays theirs to tell of, also from outside; what they did not hear never becomes so."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.db import IntegrityError, transaction

from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.people.blocking import block
from openchair.rooms import guarding
from openchair.rooms.closing import close
from openchair.rooms.entering import enter, go_out, still_here
from openchair.rooms.models import Heard, Response
from openchair.rooms.models.heard import MOST
from openchair.rooms.speaking import heard, heard_before, heard_by, respond, say_line
from openchair.rooms.tests.scene import OUT, Scene, an_open_floor, in_again, the_scene, utter

pytestmark = pytest.mark.django_db
LATER, HOUR = timedelta(seconds=1), timedelta(hours=1)


def kept_by_ben(scene: Scene) -> list[str]:
    """What he is shown of earlier times."""
    return [one.text for one in heard_before(scene.seat(scene.cast.ben))]


@pytest.mark.parametrize("how", OUT)
def test_whoever_is_outside_keeps_what_they_heard_and_hears_nothing_new(how: str) -> None:
    scene = an_open_floor()
    before = utter(scene, scene.amara, "before")
    OUT[how](scene)
    meanwhile = utter(scene, scene.amara, "meanwhile")
    ben = scene.seat(scene.cast.ben)
    assert not ben.is_inside and heard(scene.seat(scene.cast.amara), meanwhile)
    said = heard(ben, before)
    assert said and said.utterance.text == "before"
    assert heard(ben, meanwhile) is None
    assert kept_by_ben(scene) == ["before"]


@pytest.mark.parametrize("how", OUT)
def test_what_was_said_meanwhile_is_never_theirs_also_when_they_are_in_again(how: str) -> None:
    scene = an_open_floor()
    with time_machine.travel(now(), tick=False) as clock:
        before = utter(scene, scene.amara, "before")
        clock.shift(LATER)
        OUT[how](scene)
        clock.shift(LATER)
        meanwhile = utter(scene, scene.amara, "meanwhile")
        clock.shift(LATER)
        ben = in_again(scene)
        clock.shift(LATER)
        now_again = utter(scene, scene.amara, "now again")
    assert ben.is_inside and heard(ben, before) and heard(ben, now_again)
    assert heard(ben, meanwhile) is None
    assert kept_by_ben(scene) == ["before"]
    assert [one.text for one in heard_by(ben.person, scene.again(), ben.came_at)] == ["now again"]


@pytest.mark.parametrize("how", OUT)
def test_within_one_instant_what_came_before_counts_as_heard_and_what_came_after_does_not(how: str) -> None:
    scene = an_open_floor()
    with time_machine.travel(now() + LATER, tick=False):
        before = utter(scene, scene.amara, "before")
        OUT[how](scene)
        meanwhile = utter(scene, scene.amara, "meanwhile")
    ben = scene.seat(scene.cast.ben)
    assert heard(ben, before) and heard(ben, meanwhile) is None
    assert kept_by_ben(scene) == ["before"]


def test_another_machines_clock_may_be_a_little_behind() -> None:
    scene = an_open_floor()
    with time_machine.travel(now() + LATER, tick=False):
        guarding.put_out(room=scene.room, seat=scene.ben)
    meanwhile = utter(scene, scene.amara, "meanwhile")
    assert heard(scene.seat(scene.cast.ben), meanwhile) is None and kept_by_ben(scene) == []


def test_whoever_was_away_for_an_hour_and_is_put_out_heard_nothing_of_that_hour() -> None:
    scene = an_open_floor()
    before = utter(scene, scene.amara, "before")
    with time_machine.travel(now() + HOUR):
        unheard = utter(scene, scene.amara, "while Ben was away")
        guarding.put_out(room=scene.room, seat=scene.ben)
    ben = scene.seat(scene.cast.ben)
    assert heard(ben, before) and heard(ben, unheard) is None


def test_a_page_that_wakes_after_an_hour_keeps_what_it_showed_before() -> None:
    scene = an_open_floor()
    before = utter(scene, scene.amara, "before")
    with time_machine.travel(now() + HOUR / 2):
        unheard = utter(scene, scene.amara, "while Ben was away")
    with time_machine.travel(now() + HOUR):
        for _time in range(2):
            still_here(seat=scene.seat(scene.cast.ben), by_page=True)
    ben = scene.seat(scene.cast.ben)
    assert ben.is_inside and heard(ben, before) and heard(ben, unheard) is None
    assert [span.until for span in ben.heard.all()] == [scene.ben.present_until]


@pytest.mark.parametrize("how", ["asked to wait", "put out", "gone out"])
def test_who_waits_at_the_door_and_goes_again_heard_nothing_meanwhile(how: str) -> None:
    scene = an_open_floor(door="knock")
    utterance = utter(scene, scene.amara, "behind the door")
    assert not scene.ben.is_inside and heard(scene.amara, utterance)
    OUT[how](scene)
    assert heard(scene.seat(scene.cast.ben), utterance) is None and not Heard.objects.exists()


def test_of_somebody_who_comes_and_goes_all_day_twenty_spans_are_kept_the_newest() -> None:
    scene = an_open_floor()
    with time_machine.travel(now(), tick=False) as clock:
        for _time in range(MOST + 2):
            clock.shift(LATER)
            go_out(room=scene.room, seat=scene.ben)
            clock.shift(LATER)
            enter(room=scene.room, person=scene.cast.ben)
        last = now() - LATER
    go_out(room=scene.room, seat=scene.chidi)
    assert MOST == 20
    assert scene.ben.heard.count() == MOST and scene.chidi.heard.count() == 1
    assert scene.ben.heard.at(last).exists() and not scene.ben.heard.at(scene.ben.came_at).exists()


def test_people_who_are_kept_apart_stay_so() -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi, "from Chidi")
    OUT["asked to wait"](scene)
    assert kept_by_ben(scene) == ["from Chidi"]
    block(person=scene.cast.chidi, other=scene.cast.ben)
    assert kept_by_ben(scene) == [] and heard(scene.seat(scene.cast.ben), utterance) is None


def test_ones_own_words_and_lines_of_the_run_sheet_are_nothing_to_tell_of() -> None:
    scene = an_open_floor()
    utter(scene, scene.ben, "from Ben")
    say_line(room=scene.room, seat=scene.amara, text="Welcome, everyone.", utterance_id=public_id())
    utter(scene, scene.amara, "from Amara")
    OUT["gone out"](scene)
    assert kept_by_ben(scene) == ["from Amara"]


@pytest.mark.parametrize("how", OUT)
def test_words_are_answered_from_inside_alone_and_since_one_came(how: str) -> None:
    scene = an_open_floor()
    respond_to = partial(respond, room=scene.room, utterance_id=utter(scene, scene.amara, "before"))
    respond_to(seat=scene.ben, kind=Response.Kind.THANKS)
    OUT[how](scene)
    respond_to(seat=scene.seat(scene.cast.ben), kind=Response.Kind.WITH_YOU)
    respond_to(seat=in_again(scene), kind=Response.Kind.HEAR)
    assert [one.kind for one in Response.objects.all()] == [Response.Kind.THANKS]


def test_when_the_room_closes_nothing_tells_who_was_there_when() -> None:
    scene = an_open_floor()
    for how in OUT.values():
        how(scene)
    assert Heard.objects.exists()
    close(room=scene.room)
    assert not Heard.objects.exists()


def test_a_span_ends_after_it_began() -> None:
    ben = the_scene().ben
    Heard.objects.create(seat=ben, since=ben.came_at, until=ben.came_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Heard.objects.create(seat=ben, since=ben.came_at + LATER, until=ben.came_at)


def test_of_one_seat_a_single_span_begins_at_a_time() -> None:
    scene = the_scene()
    span = {"since": now(), "until": now() + LATER}
    Heard.objects.create(seat=scene.ben, **span)
    Heard.objects.create(seat=scene.chidi, **span)
    with pytest.raises(IntegrityError), transaction.atomic():
        Heard.objects.create(seat=scene.ben, **span)
