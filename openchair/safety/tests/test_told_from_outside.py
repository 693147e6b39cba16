"""Telling the hosts from outside: whoever was sent out, put out or went tells of what they heard before."""

from itertools import pairwise

import pytest
from django.urls import reverse

from openchair.rooms.tests.scene import OUT, Scene, in_again
from openchair.safety.models import Report
from openchair.safety.tests.scene import NOTE, SAID, an_open_floor, steward, utter
from tests.cast import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S21")]
SENT = {"reason": "selling", "note": NOTE}


def where(scene: Scene, utterance: str) -> str:
    return reverse("tell-the-hosts", args=[scene.room.public_id, utterance])


@pytest.mark.parametrize("how", OUT)
def test_from_outside_too_the_way_leads_from_the_words_to_a_receipt(how: str) -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi)
    OUT[how](scene)
    ben, room = client_of(scene.cast.ben), scene.room.public_id

    steps = [reverse("room", args=[room]), reverse("room-heard", args=[room])]
    steps += [reverse("room-about", args=[room, utterance]), where(scene, utterance)]
    for step, following in pairwise(steps):
        assert following in ben.get(step, follow=True).content.decode()
    receipt = ben.get(ben.post(steps[-1], SENT)["Location"]).content.decode()

    assert "Back to the door" in receipt and "Back to the room" not in receipt
    report = Report.objects.get()
    assert (report.reporter, report.about) == (scene.cast.ben, scene.cast.chidi)
    assert (report.words, report.note, report.alias) == (SAID, NOTE, "Chidi")
    assert ben.get(steps[0], follow=True).status_code == 200


@pytest.mark.parametrize("how", OUT)
def test_of_a_host_who_put_them_out_somebody_else_learns(how: str) -> None:
    scene = an_open_floor()
    steward(scene.cast.dana)
    utterance = utter(scene, scene.amara)
    OUT[how](scene)

    client_of(scene.cast.ben).post(where(scene, utterance), SENT)

    assert Report.objects.get().told_to == "stewards"


@pytest.mark.parametrize("how", OUT)
def test_of_words_said_meanwhile_nobody_outside_tells_nor_when_they_are_in_again(how: str) -> None:
    scene = an_open_floor()
    OUT[how](scene)
    meanwhile = utter(scene, scene.amara)
    ben = client_of(scene.cast.ben)
    assert client_of(scene.cast.chidi).get(reverse("room", args=[scene.room.public_id])).status_code == 200

    for _time in range(2):
        for answer in (ben.get(where(scene, meanwhile)), ben.post(where(scene, meanwhile), SENT)):
            assert answer.status_code == 404 and SAID not in answer.content.decode()
        in_again(scene)
    assert not Report.objects.exists()


def test_a_note_that_is_wanting_comes_back_to_whoever_is_outside() -> None:
    scene = an_open_floor()
    utterance = utter(scene, scene.chidi)
    OUT["put out"](scene)

    answer = client_of(scene.cast.ben).post(where(scene, utterance), {"note": NOTE})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert NOTE in page and SAID in page
    assert reverse("room-about", args=[scene.room.public_id, utterance]) in page
