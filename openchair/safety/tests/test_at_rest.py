"""What lies in the database: sealed words, for one case and one column alone, and not for ever."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.urls import reverse

from openchair.kit.clock import now
from openchair.safety.answering import answer
from openchair.safety.forgetting import forget_reports
from openchair.safety.models import Answer, Report
from openchair.safety.privacy import KEPT
from openchair.safety.tests.scene import NOTE, SAID, an_open_floor, tell_of
from openchair.vault.results import Ciphertext, Tampered
from tests.cast import client_of

pytestmark = pytest.mark.django_db(transaction=True)


def everything_kept() -> bytes:
    """Every byte of the database as it would lie in its file."""
    if connection.vendor == "sqlite":
        return bytes(connection.connection.serialize())
    with connection.cursor() as cursor:
        cursor.execute("SELECT encode(words || note || alias, 'escape'), reason FROM safety_report")
        return repr(cursor.fetchall()).encode()


def sealed_in(report: Report, column: str) -> Ciphertext:
    """The bytes of a column as they lie in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, note FROM safety_report WHERE public_id = %s", [report.public_id])
        return Ciphertext(bytes(cursor.fetchone()[column == "note"]))


def test_a_search_through_the_database_finds_no_reported_word() -> None:
    scene = an_open_floor()
    tell_of(scene, scene.ben, scene.chidi)
    kept = everything_kept()

    assert b"selling" in kept  # so the search finds what is there
    for text in (SAID, NOTE, "Chidi"):
        for coded in (
            text.encode(),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            text.encode().hex().encode(),
        ):
            assert coded not in kept
        assert not any(word.encode() in kept for word in text.split() if len(word) > 5)


@pytest.mark.parametrize("column", ["words", "note"])
def test_sealed_words_open_in_their_own_case_and_column_alone(column: str) -> None:
    scene = an_open_floor()
    one, other = tell_of(scene, scene.ben, scene.chidi), tell_of(scene, scene.ben, scene.chidi)
    assert (one.words, other.note) == (SAID, NOTE)

    other.words = other.note = sealed_in(one, column)  # type: ignore[assignment] # as a thief would

    assert isinstance(other.words, Tampered) and isinstance(other.note, Tampered)


def test_words_and_note_of_one_case_cannot_change_places() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)

    words, note = sealed_in(report, "words"), sealed_in(report, "note")
    report.words, report.note = note, words  # type: ignore[assignment] # as a thief would

    assert isinstance(report.words, Tampered) and isinstance(report.note, Tampered)


def test_a_broken_seal_is_said_and_the_page_still_stands() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    QuerySet(Report).update(words=Ciphertext(bytes(60)))

    page = client_of(scene.cast.amara).get(reverse("report", args=[report.group.public_id, report.public_id]))

    assert page.status_code == 200
    assert "seal of these words is broken" in page.content.decode() and NOTE in page.content.decode()


@pytest.mark.parametrize("change", [{"reason": "gossip"}, {"told_to": "everyone"}, {"reporter": "about"}])
def test_the_database_refuses_nonsense(change: dict[str, str]) -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    wrong = {"reporter": report.about} if "reporter" in change else change

    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.update(**wrong)


def test_the_database_refuses_a_second_report_of_the_same_words_by_the_same_person() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    again = tell_of(scene, scene.ben, scene.chidi)

    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=again.pk).update(utterance=report.utterance)


def test_the_database_refuses_an_answer_that_is_not_in_the_list() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)

    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(report=report, by=scene.cast.amara, done="gossiped")


def test_reports_end_half_a_year_after_somebody_looked_and_after_a_year_in_every_case() -> None:
    scene = an_open_floor()
    waiting, looked_at = tell_of(scene, scene.ben, scene.chidi), tell_of(scene, scene.ben, scene.chidi)
    answer(report=looked_at, by=scene.cast.amara, done="talked")

    for days, left in ((179, {waiting, looked_at}), (181, {waiting}), (364, {waiting}), (366, set())):
        forget_reports(now() + timedelta(days=days))
        assert set(Report.objects.all()) == left


def test_export_holds_what_one_told_and_nothing_of_what_was_told_about_one() -> None:
    scene = an_open_floor()
    tell_of(scene, scene.ben, scene.chidi)
    reports = KEPT[0]

    assert [row["note"] for row in reports.export(scene.cast.ben)] == [NOTE]
    assert SAID not in str(reports.export(scene.cast.ben))
    assert reports.export(scene.cast.chidi) == []


def test_erasing_takes_the_names_away_and_hosts_still_look_into_it() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    answer(report=report, by=scene.cast.amara, done="talked")
    for person in (scene.cast.ben, scene.cast.chidi, scene.cast.amara):
        for kept in KEPT:
            kept.erase(person)

    report = Report.objects.get()
    assert (report.reporter, report.about, report.alias, report.answer.by) == (None, None, "", None)
    seen = client_of(scene.cast.amara).get(reverse("report", args=[report.group.public_id, report.public_id]))
    assert SAID in seen.content.decode() and "account is closed" in seen.content.decode()
    assert not Report.objects.without_host().exists()
