"""`python -m openchair backup DIR`: data and ring as two sets, each read back before it counts."""

import argparse
from pathlib import Path

from openchair.kit.clock import now
from openchair.project.backing_up import data_set, ring_set, sets
from openchair.project.backing_up.sets import Spoilt
from openchair.project.env import ENV
from openchair.project.setup.places import Stop
from openchair.vault import opened
from openchair.vault.keks import KeyMissing
from openchair.vault.ring_file import RingUnreadable
from openchair.vault.tombstones import in_the_data


def run(arguments: list[str]) -> int:
    """One line of proof. Raises Stop, and then nothing new counts as a backup."""
    parser = argparse.ArgumentParser(prog="python -m openchair backup", allow_abbrev=False)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the backups of this place lie")
    parser.add_argument("--ring", type=Path, metavar="DIR", help="another folder for the ring (DIR/ring)")
    said = parser.parse_args(arguments)
    folder = said.folder.absolute()
    ring_folder = said.ring.absolute() if said.ring else folder / "ring"
    _refuse_inside(folder, ring_folder)
    try:
        print(make(folder, ring_folder))
    except (Spoilt, RingUnreadable, KeyMissing) as fault:
        raise Stop(f"No backup was made. {fault}") from None
    except OSError as fault:
        raise Stop(f"No backup was made: {fault.filename}: {fault.strerror}.") from None
    return 0


def make(folder: Path, ring_folder: Path) -> str:
    """Both sets and the list of who was erased; returns the line of proof.

    The data comes first: a ring may know more than the data beside it, and never less.
    Raises Spoilt, RingUnreadable and KeyMissing.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ring = opened.ring()
    data, looked = data_set.make(folder / "data", ring)
    keys, number = ring_set.make(ring_folder, ring)
    sets.write_tombstones(folder, in_the_data() | ring.tombstones())
    ring_set.let_go(ring_folder, now())
    rows = sum(sets.read(data).counts.values())
    sets.read(keys)
    return (
        f"Backed up and read back: {rows} rows, {looked.rows} sealed ones opened, {number} keys unwrapped. "
        f"Data: {data}  Ring: {keys}"
    )


def _refuse_inside(*folders: Path) -> None:
    own = (ENV.data, ENV.keys, ENV.ring, ENV.ring_copy)
    for folder in folders:
        if any(folder == one or folder.is_relative_to(one) for one in own):
            raise Stop(f"A backup in {folder} would be lost with the place. Choose another disk.")
