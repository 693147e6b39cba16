"""`python -m openchair ring …`, as whoever keeps the machine types it."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from openchair.kit.clock import now
from openchair.people.models import Place
from openchair.project import doctor
from openchair.project.env import ENV
from openchair.project.ringing import asking, beginning, commands
from openchair.project.setup.locks import one_at_a_time
from openchair.project.setup.places import Stop
from openchair.vault import opened, paper, verifying
from openchair.vault.ring import Ring
from tests import recipes

pytestmark = pytest.mark.django_db
Said = Callable[..., str]


@pytest.fixture
def said(
    ring: Ring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    """What a command printed."""
    monkeypatch.setattr(commands, "ENV", replace(ENV, data=tmp_path))
    beginning.prepare()
    recipes.person("ben")

    def run(*words: str, status: int = 0) -> str:
        assert commands.run(list(words)) == status
        return capsys.readouterr().out

    return run


def test_verify_says_each_fault_in_a_line_and_its_status_says_so_too(said: Said, ring: Ring) -> None:
    assert said("verify", status=1) == verifying.NO_PAPER + "\n"
    paper.keep(ring, paper.public_of(paper.new_words()))
    assert said("verify") == "The ring is whole: 3 keys open in both copies, epoch 1.\n"
    ring.keys.make(7)
    ring.destroy([str(recipes.person("ada").pk)])
    lines = said("verify", status=1).splitlines()
    assert len(lines) == 2 and "kek-0007" in lines[0] and lines[1] == "Without a key in the ring: 1 person."
    ring.close()
    ring.copy.unlink()
    assert "is missing" in said("verify", status=1)


def test_rotate_and_sweep_say_what_they_did(said: Said, ring: Ring) -> None:
    assert "3 keys lie under a new one, epoch 2" in said("rotate")
    assert ring.epoch() == 2
    assert said("sweep").startswith("0 keys")
    assert said("replay") == "Nobody who was erased is here.\n"


def test_repair_writes_the_lost_copy(said: Said, ring: Ring) -> None:
    assert "whole and alike" in said("repair")
    ring.close()
    ring.copy.unlink()
    assert str(ring.copy) in said("repair")
    assert verifying.first_fault(ring) is None
    with ring.writing() as connection:
        connection.execute("DELETE FROM copy.tombstones")
        connection.execute("DELETE FROM copy.keys WHERE kind = 'person'")
    with pytest.raises(Stop, match="say which to keep"):
        said("repair")
    assert str(ring.copy) in said("repair", "--keep", "ring")


def test_nothing_is_repaired_under_a_running_place(said: Said, tmp_path: Path) -> None:
    served = one_at_a_time(tmp_path / "served", meanwhile=lambda: None)
    with served, pytest.raises(Stop, match="is running"):
        said("repair")
    assert "whole and alike" in said("repair")


def test_a_new_paper_counts_once_three_of_its_words_were_typed(
    said: Said, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = paper.new_words()
    monkeypatch.setattr(paper, "new_words", lambda: words)
    monkeypatch.setattr("builtins.input", lambda _question: "lamp")
    with pytest.raises(Stop, match="Nothing was changed"):
        said("paper")
    assert paper.kept(ring) is None
    monkeypatch.setattr("builtins.input", lambda asked: f" {words.split()[int(asked[5:-2]) - 1].upper()} ")
    assert f"24 {words.split()[-1]}" in said("paper")
    ring.keys.destroy(1)
    monkeypatch.setattr("sys.stdin", io.StringIO(words + "\n"))
    assert said("keys").startswith("1 key files")
    assert opened.ring().open_keys(["tombs"])
    monkeypatch.setattr("sys.stdin", io.StringIO("lamp\n"))
    with pytest.raises(Stop, match="not the twenty-four words"):
        said("keys")


def test_three_different_words_are_asked_for() -> None:
    asked = [asking.chosen(24) for _ in range(50)]
    assert all(len(set(one)) == 3 and one == sorted(one) for one in asked)
    assert {1, 24} <= {number for one in asked for number in one} and len({tuple(one) for one in asked}) > 20


def test_the_doctor_looks_at_the_ring_too(said: Said, ring: Ring) -> None:
    assert next(str(one) for one in doctor.ring()).startswith("  note   There is no paper key")
    Place(name="Harbour", ready_at=now() - timedelta(hours=25)).save()
    assert next(str(one) for one in doctor.ring()).startswith("  WRONG  There is no paper key")
    ring.close()
    ring.copy.unlink()
    assert any(
        one.verdict is doctor.Verdict.WRONG and "copies of the ring is missing" in one.words
        for one in doctor.ring()
    )
