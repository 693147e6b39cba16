"""`python -m openchair restore DIR --to NEW`: a backup as a place of its own, beside what is served."""

import argparse
import shlex
import sys
from pathlib import Path

from openchair.project.backing_up import restoring
from openchair.project.backing_up.sets import Spoilt
from openchair.project.env import ENV
from openchair.project.setup.places import Stop
from openchair.vault.keks import KeyMissing
from openchair.vault.paper import WrongWords
from openchair.vault.ring_file import RingUnreadable


def run(arguments: list[str]) -> int:
    """Says what was restored and how to serve it; changes nothing of the place that is there. Raises Stop."""
    said = _parser().parse_args(arguments)
    wish = restoring.Wish(
        folder=said.folder.absolute(),
        ring_folder=said.ring.absolute() if said.ring else said.folder.absolute() / "ring",
        to=said.to.absolute(),
        set_name=said.set,
        without_tombstones=said.without_tombstones,
        words=_words() if said.paper else "",
    )
    try:
        done = restoring.restore(wish)
    except (Spoilt, RingUnreadable, KeyMissing, WrongWords) as fault:
        raise Stop(f"Nothing was restored. {fault}") from None
    except OSError as fault:
        raise Stop(f"Nothing was restored: {fault.filename}: {fault.strerror}.") from None
    print(f"{done.line}\n\nNothing is served from there yet. Stop Open Chair, and start it with:\n")
    settings = [f"{name}={shlex.quote(str(value))}" for name, value in (done.settings | _off()).items()]
    print(" \\\n".join([*settings, "./start --empty"]))
    print(
        "\nIt has a ring and keys of its own: docs/hosting/restore.md says how it takes the old one's place. "
        "Keep what you had until you have seen that all is there."
    )
    return 0


def _off() -> dict[str, str]:
    """What is set here and would reach others from there: another database, and mail to people."""
    told = {
        "OPENCHAIR_DATABASE": ENV.database,
        "OPENCHAIR_MAIL": ENV.mail,
        "OPENCHAIR_MAIL_FROM": ENV.mail_from,
    }
    return {name: "" for name, value in told.items() if value}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m openchair restore", allow_abbrev=False)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the backups of this place lie")
    parser.add_argument(
        "--to", type=Path, metavar="NEW", required=True, help="a folder that is not there yet"
    )
    parser.add_argument("--ring", type=Path, metavar="DIR", help="where the ring's backups lie (DIR/ring)")
    parser.add_argument(
        "--set", metavar="NAME", default="", help="which day, by its folder's name (the newest)"
    )
    parser.add_argument("--paper", action="store_true", help="the key files are lost: read the paper's words")
    parser.add_argument(
        "--without-tombstones",
        action="store_true",
        help="there is no list of who was erased since; they will be here again",
    )
    return parser


def _words() -> str:
    print("Type the twenty-four words of the paper key.", file=sys.stderr)
    return sys.stdin.readline()
