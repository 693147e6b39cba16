"""`./start` in a fresh copy, from another folder, at a path with a space: cold, warm, half made, twice."""

import stat
from pathlib import Path

import pytest

from tests.clone.copies import Started, copy_to, started


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy in which nothing was started yet."""
    return copy_to(tmp_path_factory.mktemp("a fresh") / "open chair")


@pytest.fixture(scope="module")
def ready(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy after its first start, which is measured."""
    with started(copy, cwd=tmp_path_factory.mktemp("elsewhere")) as place:
        print(f"\nmeasured: cold start {place.answers():.1f} s")
        seconds, said = place.stop()
    print(f"\nmeasured: stop {seconds:.1f} s")
    (copy / "first-words.txt").write_text(said)
    assert place.process.returncode == 0
    return copy


def test_the_first_start_says_all_that_one_needs(ready: Path) -> None:
    said = (ready / "first-words.txt").read_text()
    for wanted in (
        "http://localhost:",
        "amber-heron-1001",
        "brook-willow-1002",
        "cedar-robin-1003",
        "/steward/",
    ):
        assert wanted in said
    assert "Traceback" not in said


def test_a_warm_start_is_quick_and_keeps_what_was_there(ready: Path, tmp_path: Path) -> None:
    key = (ready / "demo-keys" / "secret_key").read_text()
    with started(ready, cwd=tmp_path) as place:
        print(f"\nmeasured: warm start {place.answers():.1f} s")
        assert "demonstration" in (place.page("/") or "")
    assert (ready / "demo-keys" / "secret_key").read_text() == key


def test_the_keys_are_for_one_account_and_outside_the_data(ready: Path) -> None:
    assert stat.S_IMODE((ready / "demo-keys").stat().st_mode) == 0o700
    assert stat.S_IMODE((ready / "demo-keys" / "secret_key").stat().st_mode) == 0o400
    assert not list((ready / "demo").glob("*key*"))
    assert stat.S_IMODE((ready / "demo-ring" / "ring.sqlite3").stat().st_mode) == 0o600
    assert (ready / "demo-ring" / "copy" / "ring.sqlite3").exists()
    assert not list((ready / "demo").glob("*ring*"))


def test_a_second_start_on_the_same_folder_is_told_so(ready: Path, tmp_path: Path) -> None:
    with started(ready, cwd=tmp_path) as first:
        first.answers()
        said = end_of(Started(ready, cwd=tmp_path))
        assert "already running" in said
        assert len(said.strip().splitlines()) == 1
        assert first.page("/help/")


def test_a_taken_port_is_one_kind_line(ready: Path, tmp_path: Path) -> None:
    with started(ready, cwd=tmp_path) as first:
        first.answers()
        said = end_of(Started(ready, "--port", str(first.port), "--data", "other", cwd=tmp_path))
    assert f"Port {first.port} is taken" in said
    assert len(said.strip().splitlines()) == 1


def test_an_empty_place_waits_for_its_first_run(ready: Path, tmp_path: Path) -> None:
    with started(ready, "--empty", "--data", "my place", cwd=tmp_path) as place:
        place.answers()
        _, said = place.stop()
    assert "Begin here" in said
    assert "amber-heron" not in said
    assert (tmp_path / "my place-keys" / "secret_key").exists()


def test_a_half_made_environment_is_made_anew_by_two_starts_at_once(ready: Path, tmp_path: Path) -> None:
    for stamp in (ready / ".venv").glob("*.stamp"):
        stamp.unlink()
    (ready / ".venv" / "bin" / "python").unlink()
    with (
        started(ready, "--data", "one", cwd=tmp_path) as one,
        started(ready, "--data", "two", cwd=tmp_path) as two,
    ):
        assert one.answers()
        assert two.answers()


def test_a_place_whose_settings_are_wrong_is_not_started(
    ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new-keys").mkdir()
    (tmp_path / "new-keys" / "secret_key").write_text("too short")
    said = end_of(Started(ready, "--empty", "--data", "new", "--host", "0.0.0.0", cwd=tmp_path))
    assert "secret_key" in said
    assert "OPENCHAIR_HOST" in said
    assert "Traceback" not in said


def end_of(one: Started) -> str:
    """What a start said that ended by itself, and badly."""
    said, _ = one.process.communicate(timeout=60)
    assert one.process.returncode == 1
    return said
