"""Somebody looked: once, in a code, and whoever told learns of it."""

import pytest
from django.urls import reverse

from openchair.safety.answering import answer
from openchair.safety.models import Answer, Report
from openchair.safety.tests.scene import an_open_floor, steward, tell_of
from tests.cast import client_of

pytestmark = pytest.mark.django_db(transaction=True)


def where(report: Report) -> str:
    return reverse("report", args=[report.group.public_id, report.public_id])


def test_a_host_notes_what_was_done_and_whoever_told_reads_it() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)

    done = client_of(scene.cast.amara).post(where(report), {"done": "talked"})

    assert done.status_code == 303
    receipt = client_of(scene.cast.ben).get(reverse("receipt", args=[report.public_id])).content.decode()
    assert "Talked with the person" in receipt and "Amara" not in receipt
    group = client_of(scene.cast.amara).get(reverse("group", args=[report.group.public_id])).content.decode()
    assert "nothing waits" in group


def test_the_first_who_looked_stands() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)

    assert answer(report=report, by=scene.cast.amara, done="talked")
    assert not answer(report=report, by=scene.cast.eli, done="nothing")

    assert Answer.objects.get().by == scene.cast.amara


def test_an_answer_without_a_choice_comes_back_with_the_words_still_there() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)

    again = client_of(scene.cast.amara).post(where(report), {"done": "", "submit_id": "one"})

    assert again.status_code == 422
    assert "Choose what comes closest." in again.content.decode() and report.words in again.content.decode()
    assert not Answer.objects.exists()


def test_a_steward_answers_what_no_host_can() -> None:
    scene = an_open_floor()
    steward(scene.cast.dana)
    report = tell_of(scene, scene.ben, scene.amara)
    here = reverse("steward-report", args=[report.public_id])

    page = client_of(scene.cast.dana).get(here).content.decode()
    assert f'action="{here}"' in page
    assert client_of(scene.cast.dana).post(here, {"done": "helped"}).status_code == 303

    listed = client_of(scene.cast.dana).get(reverse("steward-reports")).content.decode()
    assert "Helped somebody to find help" in listed


def test_danger_stands_first_in_the_list() -> None:
    scene = an_open_floor()
    for reason in ("unkind", "other", "danger"):
        tell_of(scene, scene.ben, scene.chidi, reason=reason)

    listed = client_of(scene.cast.amara).get(reverse("reports", args=[scene.cast.harbour.public_id]))

    said = listed.content.decode()
    assert said.index("sounds in danger") < said.index("Unkind") < said.index("Something else")
