"""What could be handed over about somebody, printed exactly; and the same for their own eyes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from openchair.__main__ import COMMANDS
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from openchair.project.ledger import disclosing, erasing
from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.tests.life import SECRETS, a_rich_life
from openchair.rooms.models import Duty, Hand, Role
from openchair.safety.tests.scene import NOTE, SAID
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S47")]

GOLDEN = Path(__file__).parents[4] / "tests" / "golden" / "disclosure.txt"
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)  # a Monday


@pytest.fixture
def ben(settings: Settings, tmp_path: Path) -> Person:
    """Ben with a rich life, on a day that is always the same."""
    ahead = tmp_path / "shift"
    ahead.write_text(str((NOON - now()).total_seconds()))
    settings.OPENCHAIR_CLOCK_SHIFT = ahead
    life = a_rich_life()
    seat = life.scene.seat(life.ben)
    Duty.objects.create(room=life.scene.room, seat=seat, role=Role.GREETER)
    Hand.objects.create(room=life.scene.room, seat=seat)
    return life.ben


def printed(handle: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What the command prints, and its status."""
    status = disclosing.run([handle])
    return status, capsys.readouterr().out


def test_it_is_the_golden_file(ben: Person, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = printed(ben.handle, capsys)
    assert status == 0 and COMMANDS["disclosure"].function.endswith("ledger.disclosing:run")
    assert text == GOLDEN.read_text("utf-8"), f"look at it; if it is right:\n{text}"


def test_it_tells_of_every_kind_that_is_kept(ben: Person) -> None:
    text = disclosing.about(ben)
    tables = {one.model._meta.db_table for one in EVERYTHING if one.export(ben)}
    assert len(tables) > 18 and {name for name in tables if f"\n{name}\n" not in text} == set()
    assert "rooms_hand" in text and "rooms_duty" in text


def test_no_words_and_no_hash_of_anybody_stand_in_it(ben: Person) -> None:
    text = disclosing.about(ben)
    others = Person.objects.exclude(pk=ben.pk)
    ids = [str(one.pk) for one in others]
    for words in [*SECRETS.values(), SAID, NOTE, ben.handle, ben.passphrase, *ids]:
        assert len(words) < 4 or words not in text, words


def test_an_unknown_name_is_one_line(ben: Person, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("nobody-here", capsys) == (1, f"{disclosing.NOBODY}\n")
    erasing.purge([ben.pk])
    assert printed("ben", capsys) == (1, f"{disclosing.NOBODY}\n")


def test_somebody_without_a_life_has_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    recipes.person("newcomer")
    _status, text = printed("newcomer", capsys)
    assert text.count("_") == text.split("people_person")[1].count("_") + 1 and "people_person\n" in text


@pytest.mark.requirement("S22")
def test_members_read_the_same_but_not_whether_somebody_told_about_them(ben: Person) -> None:
    ready_place()
    own = disclosing.about(ben, to_themselves=True)
    nobody_told = disclosing.about(recipes.person("newcomer"), to_themselves=True)
    assert disclosing.about(ben).count("safety_report\n") == 2, "one told, and one about Ben"
    assert disclosing.NOT_TOLD in own and disclosing.NOT_TOLD in nobody_told
    rows = own.split("safety_report\n")[1:]
    assert len(rows) == 1 and "reporter    this person" in rows[0], "what Ben told himself"
    assert (disclosing.about(ben).count("people_block\n"), own.count("people_block\n")) == (2, 1)
    page = text_of(client_of(ben).get("/me/handed-over/").content)
    assert "Whether there is any such row is not shown here" in page


def test_the_page_tells_each_row_that_is_theirs(ben: Person) -> None:
    ready_place()
    page = text_of(client_of(ben).get("/me/handed-over/").content)
    told = disclosing.rows(ben, to_themselves=True)
    assert len(told) > 30
    for row in told:
        assert " ".join(f"{name} {said}" for name, said in row.columns) in page, row
    for said in (disclosing.BEFORE_OWN, disclosing.AFTER):
        assert " ".join(said.split()) in page
