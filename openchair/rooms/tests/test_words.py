"""What is said: who may say it, who hears it, and that it is gone afterwards."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection

from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.library.scripts import script
from openchair.live.words import words
from openchair.people.blocking import block
from openchair.rooms import guarding
from openchair.rooms.closing import close
from openchair.rooms.entering import enter
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Response, Room, Seat
from openchair.rooms.refusals import Refused
from openchair.rooms.speaking import heard, heard_by, respond, responses_to, say, say_line, say_what_helped
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.rooms.turns import invite

pytestmark = pytest.mark.django_db(transaction=True)
SAID = "the lighthouse kept me up"


def speak(scene: Scene, seat: Seat, text: str = SAID) -> str:
    """`seat` is invited and says something; the id of what was said."""
    invite(room=scene.room, hand=raise_hand(room=scene.room, seat=seat))
    utterance = public_id()
    say(room=scene.room, seat=seat, text=text, utterance_id=utterance)
    return utterance


def told(scene: Scene, seat: Seat) -> list[str]:
    return [one.text for one in heard_by(seat.person, scene.again(), seat.came_at)]


def test_what_is_said_in_a_turn_is_heard_by_everybody_who_is_here() -> None:
    scene = the_scene()
    speak(scene, scene.ben)
    assert told(scene, scene.chidi) == told(scene, scene.amara) == [SAID]


def test_who_has_no_turn_is_refused_and_nothing_was_said() -> None:
    scene = the_scene()
    with pytest.raises(Refused, match="still here"):
        say(room=scene.room, seat=scene.ben, text=SAID, utterance_id=public_id())
    assert told(scene, scene.amara) == []


def test_what_helped_and_closing_words_are_said_at_the_end_and_not_before() -> None:
    scene = the_scene()
    with pytest.raises(Refused, match="end of the meeting"):
        say_what_helped(room=scene.room, seat=scene.ben, text=SAID, utterance_id=public_id())
    assert told(scene, scene.amara) == []
    Room.objects.update(step=len(script(scene.series.format).steps) - 1)
    say_what_helped(room=scene.room, seat=scene.ben, text="the lamp", utterance_id=public_id())
    say(room=scene.room, seat=scene.chidi, text="good night", utterance_id=public_id())
    assert told(scene, scene.amara) == ["the lamp", "good night"]


@pytest.mark.parametrize("speak", [say, say_line, say_what_helped])
def test_words_on_their_way_while_somebody_is_put_out_are_not_said(speak: Callable[..., None]) -> None:
    scene = the_scene()
    Room.objects.update(chat="all", step=len(script(scene.series.format).steps) - 1)
    say(room=scene.room, seat=scene.ben, text="before", utterance_id=public_id())
    guarding.put_out(room=scene.room, seat=scene.ben)
    with pytest.raises(Refused):
        speak(room=scene.room, seat=scene.ben, text=SAID, utterance_id=public_id())
    with pytest.raises(Refused):
        raise_hand(room=scene.room, seat=scene.ben)
    assert told(scene, scene.amara) == ["before"]


def test_the_chat_rule_decides_who_else_may_write() -> None:
    scene = the_scene()
    Room.objects.update(chat="after")
    say(room=scene.room, seat=scene.chidi, text="between the turns", utterance_id=public_id())
    speak(scene, scene.ben)
    with pytest.raises(Refused):
        say(room=scene.room, seat=scene.chidi, text="during a turn", utterance_id=public_id())
    Room.objects.update(chat="all")
    say(room=scene.room, seat=scene.chidi, text="at any time", utterance_id=public_id())
    assert told(scene, scene.amara) == ["between the turns", SAID, "at any time"]


def test_a_calm_room_refuses_words_even_in_ones_own_turn() -> None:
    scene = the_scene()
    speak(scene, scene.ben)
    guarding.calm(room=scene.room)
    with pytest.raises(Refused):
        say(room=scene.room, seat=scene.ben, text="more", utterance_id=public_id())
    assert told(scene, scene.amara) == [SAID]


def test_who_comes_late_hears_from_their_arrival_on() -> None:
    scene = the_scene()
    speak(scene, scene.ben)
    eli = enter(room=scene.room, person=scene.cast.eli)
    say(room=scene.room, seat=scene.ben, text="and then it was morning", utterance_id=public_id())
    assert told(scene, eli) == ["and then it was morning"]


def test_a_block_is_silent_and_both_ways() -> None:
    scene = the_scene()
    Room.objects.update(chat="all")
    block(person=scene.cast.chidi, other=scene.cast.ben)
    for seat, text in ((scene.ben, "from Ben"), (scene.chidi, "from Chidi"), (scene.amara, "from Amara")):
        say(room=scene.room, seat=seat, text=text, utterance_id=public_id())
    assert told(scene, scene.ben) == ["from Ben", "from Amara"]
    assert told(scene, scene.chidi) == ["from Chidi", "from Amara"]
    assert told(scene, scene.amara) == ["from Ben", "from Chidi", "from Amara"]


def test_the_rooms_own_lines_reach_those_apart_from_the_chair_too() -> None:
    scene = the_scene()
    eli = enter(room=scene.room, person=scene.cast.eli)
    say_line(room=scene.room, seat=scene.amara, text="Welcome, everyone.", utterance_id=public_id())
    assert told(scene, eli) == ["Welcome, everyone."]


def test_words_of_somebody_blocked_cannot_be_asked_for_by_their_id() -> None:
    scene = the_scene()
    utterance = speak(scene, scene.ben)
    assert heard(scene.seat(scene.cast.chidi), utterance)
    block(person=scene.cast.chidi, other=scene.cast.ben)
    assert heard(scene.seat(scene.cast.chidi), utterance) is None


def test_responses_are_counted_for_the_one_who_spoke_and_once_a_person() -> None:
    scene = the_scene()
    utterance = speak(scene, scene.ben)
    for _again in range(3):
        respond(room=scene.room, seat=scene.chidi, utterance_id=utterance, kind=Response.Kind.THANKS)
    respond(room=scene.room, seat=scene.amara, utterance_id=utterance, kind=Response.Kind.THANKS)
    respond(room=scene.room, seat=scene.ben, utterance_id=utterance, kind=Response.Kind.THANKS)
    assert responses_to(scene.ben) == [("Thank you", 2)]
    assert responses_to(scene.chidi) == []


def test_nothing_is_answered_while_the_room_is_calm() -> None:
    scene = the_scene()
    utterance = speak(scene, scene.ben)
    guarding.calm(room=scene.room)
    with pytest.raises(Refused):
        respond(room=scene.again(), seat=scene.amara, utterance_id=utterance, kind=Response.Kind.THANKS)
    assert responses_to(scene.ben) == []


def test_after_closing_no_word_and_no_seat_is_left_and_the_count_is_rounded() -> None:
    scene = the_scene()
    speak(scene, scene.ben)
    key = scene.room.word_key
    for _again in range(2):
        close(room=scene.room)
    room = scene.again()
    assert words().said(room.pk, key, now() - timedelta(days=1)) == []
    assert room.key is None and not room.seats.exists()
    assert room.occurrence.attendance.about % 10 == 0


def test_no_table_ever_holds_a_word() -> None:
    scene = the_scene()
    speak(scene, scene.ben)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database itself
            assert SAID not in str(cursor.fetchall()), table
    assert settings.DATABASES
