"""`python -m openchair doctor`: what is right and what is wrong with a place, in plain words."""

import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from openchair.kit.clock import now
from openchair.notices import letters
from openchair.people.models import Place, Stewardship
from openchair.project import languages, migrating
from openchair.project.env import ENV
from openchair.project.ringing.looking import NO_PAPER, findings, paper_is_late
from openchair.project.setup import environment, rules
from openchair.project.setup.keys import KEYS
from openchair.support.directory import all_lines, emergency_numbers

FREE_SPACE = 1024**3  # bytes; under it a backup beside the data no longer fits
CHECKED_DAYS = 180  # a help line that nobody rang for longer is told (rulings: staleness breaks no build)


class Verdict(Enum):
    """What a finding means for whoever keeps the place."""

    RIGHT = "right"
    NOTE = "note "
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    verdict: Verdict
    words: str

    def __str__(self) -> str:
        return f"  {self.verdict.value}  {self.words}"


Look = Callable[[], Iterator[Finding]]


def run(arguments: list[str]) -> int:  # noqa: ARG001 - every command takes the words after it
    """Print every finding; the status is 1 when something is wrong."""
    print(f"The place in {ENV.data}\n")
    findings = list(dict.fromkeys(finding for look in LOOKS for finding in _looked(look)))
    print("\n".join(str(finding) for finding in findings))
    wrong = sum(finding.verdict is Verdict.WRONG for finding in findings)
    print(f"\n{wrong} to mend." if wrong else "\nNothing to mend.")
    return 1 if wrong else 0


def _looked(look: Look) -> Iterator[Finding]:
    """What a look finds. A database that cannot be read is a finding, and the other looks go on."""
    try:
        yield from look()
    except DatabaseError as fault:
        yield Finding(Verdict.WRONG, f"The database cannot be read ({fault}): stop, and bring back a backup")


def packages() -> Iterator[Finding]:
    """The pinned ones, whole."""
    whole = any(environment.is_ready(profile) for profile in environment.PROFILES)
    yield _either(
        whole, "The packages are the pinned ones", "The packages are not the pinned ones: run ./start"
    )


def keys() -> Iterator[Finding]:
    """There, for one account's eyes, and kept twice."""
    for name in KEYS:
        path = ENV.keys / name
        if not path.exists():
            yield Finding(
                Verdict.WRONG, f"The key {path} is missing: bring it back, or run ./start on a new place"
            )
        else:
            hidden = not stat.S_IMODE(path.stat().st_mode) & 0o077
            yield _either(
                hidden, f"The key {name} is for one account only", f"Others can read {path}: chmod 400"
            )
    yield from _read_by_others()
    yield Finding(Verdict.NOTE, f"Keep a second copy of {ENV.keys} off this machine, apart from the data")


def _read_by_others() -> Iterator[Finding]:
    if ENV.keys.is_dir() and stat.S_IMODE(ENV.keys.stat().st_mode) & 0o044:
        yield Finding(Verdict.WRONG, f"Others can look into {ENV.keys}: chmod 700")
    for path in rules.open_to_others(ENV.keys):
        yield Finding(Verdict.WRONG, f"Others can read {path}: chmod 400")


def ring() -> Iterator[Finding]:
    """Whole in both copies, fitting the data, on paper, and not on one disk alone."""
    wrong = findings()
    for sentence in wrong:
        waits = sentence == NO_PAPER and not paper_is_late(now())
        yield Finding(Verdict.NOTE if waits else Verdict.WRONG, sentence.removesuffix("."))
    if not wrong:
        yield Finding(Verdict.RIGHT, "The ring is whole, in both copies")
    if ENV.demo or not ENV.ring.is_dir() or not ENV.ring_copy.is_dir():
        return
    if ENV.ring.stat().st_dev == ENV.ring_copy.stat().st_dev:
        words = "Both copies of the ring lie on one disk: set OPENCHAIR_RING_COPY to a folder on another"
        yield Finding(Verdict.NOTE, words)


def folder() -> Iterator[Finding]:
    """The data, for one account's eyes, with room to grow."""
    if not ENV.data.is_dir():
        yield Finding(Verdict.WRONG, f"There is no folder {ENV.data} yet: run ./start --empty")
        return
    hidden = not stat.S_IMODE(ENV.data.stat().st_mode) & 0o077
    yield _either(
        hidden, "The data is for one account only", f"Others can read {ENV.data}: chmod 700 '{ENV.data}'"
    )
    free = shutil.disk_usage(ENV.data).free
    space = f"{free / 1024**3:.1f} GB are free on its disk"
    yield _either(free >= FREE_SPACE, space, f"Only {space}")


def database() -> Iterator[Finding]:
    """Answering, up to date, unharmed."""
    if connection.vendor == "sqlite" and not _file().exists():
        yield Finding(Verdict.WRONG, "There is no database yet: run ./start")
        return
    try:
        waiting = migrating.missing()
    except SystemExit as fault:
        yield Finding(Verdict.WRONG, str(fault))
        return
    yield _either(
        not waiting, "The database answers and is up to date", f"{waiting} migrations wait: run ./start"
    )
    if connection.vendor == "sqlite":
        whole = _is_whole(_file())
        yield _either(whole, "Its file is unharmed", "Its file is damaged: stop, and bring back a backup")


def place() -> Iterator[Finding]:
    """Set up, with somebody to keep it."""
    try:
        ready, stewards = Place.here().ready_at is not None, Stewardship.objects.count()
    except DatabaseError:
        return
    yield _either(ready, "The place is set up", "The place is not set up: open the link that ./start prints")
    if ready:
        one = f"It has {stewards} steward" + ("" if stewards == 1 else "s")
        yield _either(stewards > 0 or ENV.demo, one, "It has no steward: python -m openchair steward")


def help_lines() -> Iterator[Finding]:
    """Numbers that somebody from here has rung lately."""
    today = now().date()
    checked = [line.checked for line in all_lines()]
    checked += [number.checked for number in emergency_numbers().values()]
    old = sum(1 for day in checked if day is None or (today - day).days > CHECKED_DAYS)
    words = f"of {len(checked)} help lines, {old} were not checked by this place in {CHECKED_DAYS} days"
    yield Finding(Verdict.NOTE if old else Verdict.RIGHT, words.capitalize())


def words() -> Iterator[Finding]:
    """Languages compiled."""
    there = languages.mo_path(languages.SOURCE).exists()
    yield _either(there, "The languages are compiled", "The languages are not compiled: run ./start")


def address() -> Iterator[Finding]:
    """Where people come, and whether anyone can read along."""
    secure = ENV.origin.startswith("https://")
    reach = "others, by HTTPS" if secure else "this machine alone"
    yield Finding(Verdict.RIGHT, f"It answers at {ENV.origin}, for {reach}")


def mail() -> Iterator[Finding]:
    """Whether mail can tell people that something waits, and whether its server answers."""
    if ENV.mail is None:
        yield Finding(Verdict.NOTE, "No mail is sent: OPENCHAIR_MAIL names no server")
        return
    answers = letters.server_answers()
    where = f"The mail server {ENV.mail.host}:{ENV.mail.port}"
    yield _either(answers, f"{where} answers", f"{where} does not take us: look at OPENCHAIR_MAIL")


LOOKS: tuple[Look, ...] = (packages, keys, folder, database, ring, place, words, help_lines, mail, address)


def _either(good: bool, right: str, wrong: str) -> Finding:
    return Finding(Verdict.RIGHT, right) if good else Finding(Verdict.WRONG, wrong)


def _file() -> Path:
    return Path(str(settings.DATABASES["default"]["NAME"]))


def _is_whole(path: Path) -> bool:
    """SQLite's own quick check, on a connection that can only read."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=20)) as file:
            return bool(file.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False
