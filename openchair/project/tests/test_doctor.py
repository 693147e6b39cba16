"""The doctor says what is right and what is wrong, and is right about it."""

from dataclasses import replace
from pathlib import Path

import pytest

from openchair.kit.clock import now
from openchair.people.models import Place
from openchair.project import doctor
from openchair.project.doctor import Finding, Verdict
from openchair.project.env import ENV
from openchair.project.setup.keys import make_missing


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place in a folder of the test's own, with keys beside it."""
    env = replace(ENV, data=tmp_path / "data", keys=tmp_path / "keys")
    monkeypatch.setattr(doctor, "ENV", env)
    env.data.mkdir(mode=0o700)
    make_missing(env.keys)
    return tmp_path


def wrong(findings: list[Finding]) -> list[str]:
    """What is to be mended."""
    return [finding.words for finding in findings if finding.verdict is Verdict.WRONG]


def test_whole_keys_and_a_closed_folder_are_right(home: Path) -> None:
    assert wrong([*doctor.keys(), *doctor.folder()]) == []


def test_a_missing_key_is_named(home: Path) -> None:
    (home / "keys" / "secret_key").unlink()
    assert "secret_key is missing" in wrong([*doctor.keys()])[0]


def test_a_key_or_a_folder_that_others_can_read_is_named_with_what_mends_it(home: Path) -> None:
    (home / "keys" / "secret_key").chmod(0o444)
    (home / "data").chmod(0o755)
    key, folder = wrong([*doctor.keys(), *doctor.folder()])
    assert "chmod 400" in key
    assert "chmod 700" in folder


def test_key_files_of_the_ring_that_others_can_read_are_named(home: Path) -> None:
    for name, mode in (("kek-0001", 0o440), ("kek-0002", 0o400)):
        (home / "keys" / name).write_text(name)
        (home / "keys" / name).chmod(mode)
    (home / "keys").chmod(0o755)
    folder, key = wrong([*doctor.keys()])
    assert folder == f"Others can look into {home / 'keys'}: chmod 700"
    assert "kek-0001: chmod 400" in key


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "place.sqlite3").write_bytes(b"not a database at all" * 100)
    assert not doctor._is_whole(tmp_path / "place.sqlite3")


@pytest.mark.django_db
def test_a_place_is_set_up_and_kept_by_somebody_or_it_is_said() -> None:
    assert "not set up" in wrong([*doctor.place()])[0]
    Place(name="Harbour", ready_at=now()).save()
    assert wrong([*doctor.place()]) == ["It has no steward: python -m openchair steward"]


@pytest.mark.django_db
def test_lines_that_nobody_rang_are_told_but_are_no_mistake() -> None:
    (finding,) = doctor.help_lines()
    assert finding.verdict is Verdict.NOTE
    assert "were not checked by this place" in finding.words


@pytest.mark.django_db
def test_all_of_it_is_printed_and_the_status_says_whether_to_mend(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = doctor.run([])
    said = capsys.readouterr().out
    assert (status == 1) == ("to mend." in said and "Nothing to mend." not in said)
    assert "The database answers and is up to date" in said
