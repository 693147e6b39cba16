"""A backup and back: proven twice, apart from the ring, and without anybody who was erased."""

import base64
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from openchair.project.backing_up import sets
from openchair.vault import paper
from openchair.vault.keks import KeyFolder
from openchair.vault.ring import Ring
from tests.journeys.place import ROOT, Place

ERASE = """
import django; django.setup()
from openchair.people.models import Person
from openchair.project.ledger.erasing import purge
purge([Person.objects.by_handle("ben").get().pk])
"""
TELL = """
import django; django.setup()
from openchair.groups.models import Membership
from openchair.people.models import Person
print(sorted(p.handle for p in Person.objects.all()), sorted(m.alias for m in Membership.objects.all()))
"""
SWEEP = """
import django; django.setup()
from datetime import timedelta
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.vault import opened, rotating, sweeping
Group.objects.all().delete()
ring, days = opened.ring(), timedelta(days=9)
sweeping.sweep(ring, now())
print(sweeping.sweep(ring, now() + days, however_many=True), rotating.rotate(ring))
print(rotating.destroy_retired(ring, (now() + days).date()))
"""
EVERYBODY = "['amara', 'ben', 'chidi', 'dana', 'eli'] ['Amara', 'Ben', 'Chidi', 'Eli']"
WITHOUT_BEN = "['amara', 'chidi', 'dana', 'eli'] ['Amara', 'Chidi', 'Eli']"


class Kept(Place):
    """A place with its backups beside it."""

    def run(self, *words: str, said: str = "", **settings: str) -> "subprocess.CompletedProcess[str]":
        """A command of ours, or a script for Python when it has several lines."""
        script = ["-c", *words] if "\n" in words[0] else ["-m", "openchair", *words]
        return subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, *script],
            cwd=ROOT,
            env=self._environ() | settings,
            input=said,
            capture_output=True,
            text=True,
            check=False,
        )

    def restored(self, *words: str, said: str = "") -> "subprocess.CompletedProcess[str]":
        """Its newest backup, brought back to a folder `new`."""
        return self.run("restore", str(self.backups), "--to", str(self.folder / "new"), *words, said=said)

    def as_restored(self, done: "subprocess.CompletedProcess[str]", script: str = TELL) -> str:
        """Who is in the restored place, or what a script says there, under the settings that were told."""
        assert done.returncode == 0, done.stderr
        told = [line.rstrip(" \\").split("=", 1) for line in done.stdout.splitlines() if "OPENCHAIR_" in line]
        ran = self.run(script, **{name: "".join(shlex.split(value)) for name, value in told})
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def secrets(self) -> dict[Path, bytes]:
        """Every file of the ring and of the keys that are served."""
        files = [path for name in ("ring", "keys") for path in (self.folder / name).rglob("*")]
        return {path: path.read_bytes() for path in files if path.is_file()}

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def ring(self) -> Ring:
        folder = self.folder / "ring"
        keys = KeyFolder(self.folder / "keys")
        return Ring(folder / "ring.sqlite3", folder / "copy" / "ring.sqlite3", keys)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the cast, stopped."""
    place = Kept(tmp_path_factory.mktemp("prepared") / "place", port=8000)
    place.prepare()
    assert (
        place.run("ring", "verify").stdout
        == "There is no paper key: if the key files are lost, everything is.\n"
    )
    return place.folder


@pytest.fixture
def place(prepared: Path, tmp_path: Path) -> Kept:
    """A copy of it, with one backup."""
    shutil.copytree(prepared, tmp_path / "place")
    here = Kept(tmp_path / "place", port=8000)
    done = here.run("backup", str(here.backups))
    assert done.returncode == 0, done.stderr
    assert "Backed up and read back: 2" in done.stdout and "8 keys unwrapped" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    return here


def data_set(place: Kept) -> Path:
    (found,) = sets.finished(place.backups / "data")
    return found


@pytest.mark.requirement("S82")
def test_the_data_set_holds_no_key(place: Kept) -> None:
    kek = place.ring.keys.read(1)
    wrapped = [one for (one,) in place.ring.ask("SELECT wrapped FROM keys")]
    opened = list(place.ring.open_keys(place.ring.names()).values())
    written = b"".join(path.read_bytes() for path in data_set(place).iterdir())
    assert len(opened) == 8 and len(written) > 100_000
    for key in (kek, *wrapped, *opened):
        for form in (key, key.hex().encode(), base64.urlsafe_b64encode(key).rstrip(b"=")):
            assert form not in written
    held = b"".join(path.read_bytes() for path in (place.backups / "ring").rglob("*") if path.is_file())
    assert wrapped[0] in held and kek not in held and base64.urlsafe_b64encode(kek).rstrip(b"=") not in held


def test_what_is_restored_is_what_was_there(place: Kept) -> None:
    done = place.restored()
    assert "Nobody who was erased is here." in done.stdout and "sealed ones opened" in done.stdout
    assert place.as_restored(done) == EVERYBODY
    assert place.run(TELL).stdout.strip() == EVERYBODY


@pytest.mark.requirement("S06", "S42")
def test_nothing_done_in_a_restored_place_reaches_the_ring_and_the_keys_of_the_old(place: Kept) -> None:
    before = place.secrets()
    done = place.restored()
    assert len(before) == 5 and place.as_restored(done, ERASE) == ""
    assert place.as_restored(done, SWEEP).split("\n") == ["1 6", "[1]"]
    assert place.as_restored(done) == "['amara', 'chidi', 'dana', 'eli'] []"
    assert place.secrets() == before
    assert place.run(TELL).stdout.strip() == EVERYBODY
    kept = [path for path in place.folder.glob("new-keys/*") if path.name != "kek-0002"]
    assert sorted(path.name for path in kept) == ["push_key", "secret_key"]
    assert all(path.read_bytes() == before[place.folder / "keys" / path.name] for path in kept)


def test_a_restored_place_sends_no_mail_until_somebody_says_so(place: Kept) -> None:
    mail = {"OPENCHAIR_MAIL": "smtp://localhost", "OPENCHAIR_MAIL_FROM": "notes@example.org"}
    place.environ |= mail
    done = place.restored()
    assert "OPENCHAIR_MAIL='' \\\n" in done.stdout and "OPENCHAIR_DATABASE" not in done.stdout
    assert place.as_restored(done) == EVERYBODY


@pytest.mark.requirement("S42")
@pytest.mark.parametrize("lost", ["ring/ring.sqlite3", "ring/copy/ring.sqlite3", "ring"])
def test_what_is_left_of_the_place_remembers_who_was_erased(place: Kept, lost: str) -> None:
    assert place.run(ERASE).returncode == 0
    if (place.folder / lost).is_dir():
        shutil.rmtree(place.folder / lost)
    else:
        (place.folder / lost).unlink()
        shutil.rmtree(place.folder / "data")
    done = place.restored()
    assert "Erased again: 1 person." in done.stdout
    assert place.as_restored(done) == WITHOUT_BEN
    assert not (place.folder / "data").exists() or lost == "ring"


@pytest.mark.requirement("S06", "S42")
def test_whoever_was_erased_since_is_not_brought_back(place: Kept) -> None:
    assert place.run(ERASE).returncode == 0
    done = place.restored()
    assert "Erased again: 1 person." in done.stdout
    assert place.as_restored(done) == WITHOUT_BEN


@pytest.mark.requirement("S06")
def test_without_any_replay_the_words_of_the_erased_stay_shut_and_no_others(place: Kept) -> None:
    assert place.run(ERASE).returncode == 0
    (place.folder / "old").mkdir()
    shutil.copy(data_set(place) / "openchair.sqlite3", place.folder / "old")
    said = place.run(
        TELL, OPENCHAIR_DATA=str(place.folder / "old"), OPENCHAIR_RING=str(place.folder / "ring")
    ).stdout
    assert "'ben'" not in said and "'Ben'" not in said
    assert "removed at their writer" in said and "'amara'" in said and "'Amara'" in said


@pytest.mark.requirement("S42")
def test_with_an_older_ring_too_the_list_in_the_folder_remembers(place: Kept) -> None:
    assert place.run(ERASE).returncode == 0
    older = sets.finished(place.backups / "ring")
    assert place.run("backup", str(place.backups)).returncode == 0
    for newer in {*sets.finished(place.backups / "ring")} - {*older}:
        shutil.rmtree(newer)
    shutil.rmtree(place.folder / "ring")
    done = place.restored("--set", sets.finished(place.backups / "data")[0].name)
    assert "Erased again: 1 person." in done.stdout
    assert place.as_restored(done) == WITHOUT_BEN
    assert "ben" not in "".join(path.name for path in place.folder.iterdir())


@pytest.mark.requirement("S42")
def test_without_any_newer_list_it_must_be_said(place: Kept) -> None:
    shutil.rmtree(place.folder / "ring")
    (place.backups / "tombstones").unlink()
    done = place.restored()
    assert done.returncode == 1 and "--without-tombstones" in done.stderr and "Traceback" not in done.stderr
    assert not list(place.folder.glob("new*"))
    assert place.as_restored(place.restored("--without-tombstones")) == EVERYBODY


def test_when_the_key_files_are_lost_the_paper_opens_the_ring(place: Kept) -> None:
    words = paper.new_words()
    paper.keep(place.ring, paper.public_of(words))
    assert place.run("backup", str(place.backups)).returncode == 0
    for folder in ("ring", "keys"):
        shutil.rmtree(place.folder / folder)
    assert "--paper" in place.restored().stderr
    assert "another paper" in place.restored("--paper", said=paper.new_words()).stderr
    assert "not the twenty-four words" in place.restored("--paper", said="lamp\n").stderr
    assert place.as_restored(place.restored("--paper", said=words.upper() + "\n")) == EVERYBODY


@pytest.mark.requirement("S82")
def test_a_set_that_was_changed_is_refused_and_nothing_stays(place: Kept) -> None:
    path = data_set(place) / "openchair.sqlite3"
    written = bytearray(path.read_bytes())
    written[-1] ^= 1
    path.write_bytes(bytes(written))
    done = place.restored()
    assert done.returncode == 1 and "is not what was written" in done.stderr
    assert not list(place.folder.glob("new*"))


def test_what_cannot_be_restored_is_refused_in_one_line(place: Kept) -> None:
    assert "no such set" in place.restored("--set", "yesterday").stderr
    (place.folder / "new-keys").mkdir()
    assert "is there already" in place.restored().stderr
    (place.folder / "new-keys").rmdir()
    shutil.rmtree(place.folder / "ring")
    shutil.rmtree(place.backups / "ring")
    assert "No ring opens this data" in place.restored().stderr
    assert place.run("backup", str(place.folder / "data" / "here")).stderr.count("\n") == 1
    assert "is missing" in place.run("backup", str(place.backups)).stderr
