"""`python -m openchair ring …`: what whoever keeps the machine does with the ring."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from openchair.kit.clock import now
from openchair.project.backing_up.sets import Spoilt, tombstones
from openchair.project.env import ENV
from openchair.project.ringing.asking import ask_back, printed
from openchair.project.ringing.beginning import counted
from openchair.project.ringing.looking import findings, note
from openchair.project.ringing.replaying import replay
from openchair.project.setup.locks import hold
from openchair.project.setup.places import Stop
from openchair.vault import mending, opened, paper, rotating, sweeping
from openchair.vault.keks import KeyMissing
from openchair.vault.paper import WrongWords
from openchair.vault.ring_file import RingUnreadable


def run(arguments: list[str]) -> int:
    """The act that the first word names; its status is 1 when something is wrong. Raises Stop."""
    parser = argparse.ArgumentParser(prog="python -m openchair ring", allow_abbrev=False)
    parser.add_argument(
        "act", choices=ACTS, help="; ".join(f"{name}: {act.__doc__}" for name, act in ACTS.items())
    )
    parser.add_argument(
        "--list", type=Path, metavar="DIR", help="a folder whose list of erased people counts"
    )
    parser.add_argument("--keep", choices=("ring", "copy"), help="which to keep, where repair cannot choose")
    said = parser.parse_args(arguments)
    try:
        return ACTS[said.act](said)
    except (RingUnreadable, KeyMissing, WrongWords, mending.NoWayToChoose, sweeping.TooMany, Spoilt) as fault:
        raise Stop(str(fault)) from None


def verify(_said: argparse.Namespace) -> int:
    """unwrap every key in both copies and say what is wrong."""
    found = findings()
    note(found)
    for words in found:
        print(words)
    if not found:
        ring = opened.ring()
        print(f"The ring is whole: {len(ring.names())} keys open in both copies, epoch {ring.epoch()}.")
    return 1 if found else 0


def rotate(_said: argparse.Namespace) -> int:
    """put a new key above all keys."""
    ring = opened.ring()
    number = rotating.rotate(ring)
    last = (now() + rotating.KEPT_FOR).date().isoformat()
    print(f"{number} keys lie under a new one, epoch {ring.epoch()}. The old one is destroyed on {last}.")
    return 0


def repair(said: argparse.Namespace) -> int:
    """write a missing, damaged or older copy from the good one."""
    ring = opened.ring()
    chosen = {"ring": ring.path, "copy": ring.copy}.get(said.keep)
    with _stopped():
        written = mending.mend(ring, chosen)
    print(f"{written} was written from the other copy." if written else "Both copies are whole and alike.")
    return 0


def new_paper(_said: argparse.Namespace) -> int:
    """print a new paper key, which takes the place of the old one."""
    words = paper.new_words()
    print(printed(words))
    if not ask_back(words, read=input):
        raise Stop("Those are not the words. Nothing was changed: the paper you had is still the one.")
    paper.keep(opened.ring(), paper.public_of(words))
    print("This paper is the key from now on. Destroy the one before it.")
    return 0


def keys(_said: argparse.Namespace) -> int:
    """bring lost key files back from the paper key, typed here."""
    print("Type the twenty-four words of the paper key.", file=sys.stderr)
    written = paper.bring_back(opened.ring(), sys.stdin.readline())
    print(f"{len(written)} key files were written to {opened.ring().keys.folder}.")
    return 0


def sweep(_said: argparse.Namespace) -> int:
    """destroy the keys that have belonged to nobody for a day, however many."""
    number = sweeping.sweep(opened.ring(), now(), however_many=True)
    print(f"{number} keys that belonged to nobody were destroyed.")
    return 0


def replayed(said: argparse.Namespace) -> int:
    """let data and ring agree on who was erased."""
    gone = replay(tombstones(said.list) if said.list else {})
    print(f"Erased again: {counted(gone)}." if gone else "Nobody who was erased is here.")
    return 0


@contextmanager
def _stopped() -> Iterator[None]:
    """Nothing is served from the data meanwhile. Raises Stop when it is."""
    number = hold(ENV.data / "served") if ENV.data.is_dir() and not ENV.redis else -1
    if number is None:
        raise Stop(f"Open Chair is running on {ENV.data}. Stop it first.")
    try:
        yield
    finally:
        if number >= 0:
            os.close(number)


ACTS: dict[str, Callable[[argparse.Namespace], int]] = {
    "verify": verify,
    "rotate": rotate,
    "repair": repair,
    "paper": new_paper,
    "keys": keys,
    "sweep": sweep,
    "replay": replayed,
}
