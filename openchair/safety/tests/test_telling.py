"""Telling the hosts: reachable by whoever heard the words, and by nobody else."""

from typing import cast

import pytest
from django.http import HttpResponse
from django.urls import reverse

from openchair.groups.models import Group
from openchair.people.blocking import block
from openchair.people.models import Person
from openchair.rooms.closing import close
from openchair.rooms.entering import ask_to_wait, enter
from openchair.rooms.models import Room
from openchair.rooms.tests.scene import Scene
from openchair.safety.models import Report
from openchair.safety.tests.scene import NOTE, SAID, an_open_floor, steward, utter
from tests.cast import client_of

pytestmark = pytest.mark.django_db(transaction=True)
SENT = {"reason": "selling", "note": NOTE}


def asks(scene: Scene, person: Person, utterance: str) -> HttpResponse:
    return cast(HttpResponse, client_of(person).get(where(scene, utterance)))


def sends(scene: Scene, person: Person, utterance: str, **form: str) -> HttpResponse:
    return cast(HttpResponse, client_of(person).post(where(scene, utterance), SENT | form))


def where(scene: Scene, utterance: str) -> str:
    return reverse("tell-the-hosts", args=[scene.room.public_id, utterance])


def let_dana_in(scene: Scene) -> None:
    Group.objects.update(guests=True)
    Room.objects.update(door="open")
    enter(room=scene.room, person=scene.cast.dana, alias="Guest")


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("teller", ["ben", "dana"])
def test_from_words_in_a_room_it_is_two_steps_to_the_form_and_one_more_to_a_receipt(teller: str) -> None:
    """Ben is a member; Dana is a guest who has come a moment ago."""
    scene = an_open_floor()
    let_dana_in(scene)
    utterance = utter(scene, scene.chidi)
    client = client_of(getattr(scene.cast, teller))

    steps = [reverse("room", args=[scene.room.public_id])]
    for name in ("room-about", "tell-the-hosts"):
        steps.append(reverse(name, args=[scene.room.public_id, utterance]))
        assert steps[-1] in client.get(steps[-2]).content.decode()
    form = client.get(steps[-1]).content.decode()

    assert SAID in form and "copied for the hosts and kept sealed" in form
    assert client.get(client.post(steps[-1], SENT)["Location"]).status_code == 200


def test_sending_leads_to_a_receipt_that_stays_after_the_meeting() -> None:
    scene = an_open_floor()

    answer = sends(scene, scene.cast.ben, utter(scene, scene.chidi))
    close(room=scene.room)

    report = Report.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == reverse("receipt", args=[report.public_id])
    assert (report.words, report.note, report.alias) == (SAID, NOTE, "Chidi")
    receipt = client_of(scene.cast.ben).get(answer["Location"])
    assert "Nobody has looked at it yet" in receipt.content.decode()


def test_the_receipt_is_there_for_whoever_told_and_for_nobody_else() -> None:
    scene = an_open_floor()
    receipt_at = sends(scene, scene.cast.ben, utter(scene, scene.chidi))["Location"]
    steward(scene.cast.dana)
    assert client_of(scene.cast.ben).get(receipt_at).status_code == 200

    for somebody in (scene.cast.amara, scene.cast.chidi, scene.cast.dana):
        assert client_of(somebody).get(receipt_at).status_code == 404


def test_danger_shows_help_before_anything_else() -> None:
    scene = an_open_floor()
    receipt_at = sends(scene, scene.cast.ben, utter(scene, scene.chidi), reason="danger")["Location"]
    receipt = client_of(scene.cast.ben).get(receipt_at).content.decode()

    assert "call now" in receipt
    assert receipt.index("call now") < receipt.index("What happens next")


def test_sending_the_same_form_twenty_times_tells_once() -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi)

    answers = {sends(scene, scene.cast.ben, utterance, submit_id="one")["Location"] for _time in range(20)}

    assert Report.objects.count() == len(answers) == 1


def test_telling_of_the_same_words_again_leads_to_the_receipt_of_the_first_time() -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi)
    first = sends(scene, scene.cast.ben, utterance, submit_id="one")["Location"]

    assert sends(scene, scene.cast.ben, utterance, submit_id="two", reason="other")["Location"] == first
    assert asks(scene, scene.cast.ben, utterance)["Location"] == first
    assert Report.objects.get().reason == "selling"


def test_two_people_telling_of_the_same_words_are_two_reports() -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi)
    eli = enter(room=scene.room, person=scene.cast.eli)
    later = utter(scene, scene.chidi)

    for teller in (scene.cast.ben, eli.person):
        assert sends(scene, teller, later).status_code == 303
    assert sends(scene, eli.person, utterance).status_code == 404
    assert Report.objects.count() == 2


@pytest.mark.parametrize("reason", ["", "everything"])
def test_a_form_without_a_reason_comes_back_with_what_was_written(reason: str) -> None:
    scene = an_open_floor()
    answer = sends(scene, scene.cast.ben, utter(scene, scene.chidi), reason=reason, submit_id="one")
    said = answer.content.decode()

    assert answer.status_code == 422
    assert NOTE in said and SAID in said and "Choose what comes closest." in said
    assert not Report.objects.exists()


def test_words_that_are_gone_meanwhile_leave_the_note_on_the_page() -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi)
    assert asks(scene, scene.cast.ben, utterance).status_code == 200
    close(room=scene.room)

    answer = sends(scene, scene.cast.ben, utterance)

    assert answer.status_code == 404
    assert NOTE in answer.content.decode()
    assert not Report.objects.exists()


def test_nobody_tells_of_words_they_could_not_hear() -> None:
    scene = an_open_floor()
    block(person=scene.cast.amara, other=scene.cast.chidi)
    before = utter(scene, scene.chidi)
    late = enter(room=scene.room, person=scene.cast.eli)
    ask_to_wait(room=scene.room, seat=scene.seat(late.person))
    assert asks(scene, scene.cast.ben, before).status_code == 200

    nowhere = asks(scene, scene.cast.ben, "no-such-words").content
    for somebody in (scene.cast.amara, scene.cast.eli, scene.cast.dana, scene.cast.chidi):
        for answer in (asks(scene, somebody, before), sends(scene, somebody, before)):
            assert answer.status_code == 404
            assert SAID not in answer.content.decode()
    assert b"These words are not here any more" in nowhere
    assert not Report.objects.exists()


def test_where_only_the_speaker_runs_everything_this_is_said_and_nothing_is_kept() -> None:
    scene = an_open_floor()
    steward(scene.cast.amara)
    utterance = utter(scene, scene.amara)

    for answer in (asks(scene, scene.cast.ben, utterance), sends(scene, scene.cast.ben, utterance)):
        assert answer.status_code == 409
        assert "nobody else to tell" in answer.content.decode()
    assert not Report.objects.exists()


def test_only_whoever_is_signed_in_gets_as_far_as_the_form() -> None:
    scene = an_open_floor()
    here = reverse("tell-the-hosts", args=[scene.room.public_id, utter(scene, scene.chidi)])

    for method in ("get", "post"):
        answer = getattr(type(client_of(scene.cast.ben))(), method)(here)
        assert answer.status_code == 303 and reverse("sign-in") in answer["Location"]


def test_the_list_of_what_one_told_shows_ones_own_and_no_words() -> None:
    scene = an_open_floor()
    sends(scene, scene.cast.ben, utter(scene, scene.chidi))

    mine = client_of(scene.cast.ben).get(reverse("receipts")).content.decode()
    theirs = client_of(scene.cast.chidi).get(reverse("receipts")).content.decode()

    assert "fishing for contact" in mine and "fishing for contact" not in theirs
    assert SAID not in mine and NOTE not in mine
