"""`python -m openchair <command>`: everything that is done to a place from a terminal."""

import os
import pkgutil
import sys
from collections.abc import Callable
from typing import NamedTuple

import django
from django.db import DatabaseError

from openchair.project.setup.places import Stop
from openchair.vault.keks import KeyMissing
from openchair.vault.ring_file import RingUnreadable


class Command(NamedTuple):
    """Where a command's function lies (it takes the words after the command), and what it does."""

    function: str
    does: str


COMMANDS = {
    "serve": Command("openchair.project.starting:serve", "answer at OPENCHAIR_HOST and OPENCHAIR_PORT"),
    "migrate": Command("openchair.project.migrating:run", "bring the database up to date"),
    "demo": Command("openchair.project.starting:demo", "load the demo community, or move its dates to today"),
    "steward": Command("openchair.project.starting:steward", "print a link that makes one person a steward"),
    "doctor": Command("openchair.project.doctor:run", "say what is right and what is wrong here"),
    "ring": Command(
        "openchair.project.ringing.commands:run", "look after the keys: ring verify, ring paper …"
    ),
    "backup": Command(
        "openchair.project.backing_up.backup:run", "copy data and ring to a folder, and prove it"
    ),
    "restore": Command("openchair.project.backing_up.restore:run", "bring a backup back, to a new folder"),
    "disclosure": Command(
        "openchair.project.ledger.disclosing:run", "print what could be handed over about one person"
    ),
    "inventory": Command("openchair.project.ledger.inventory:run", "write PRIVACY.md: all that is kept"),
    "languages": Command("openchair.project.languages:run", "bring the catalogues up to date with the code"),
    "who-may": Command("openchair.project.who_may_page:run", "write docs/who-may.md: who may open what"),
    "django": Command("openchair.project.starting:django", "run a command of Django's own"),
    "start": Command("openchair.project.starting:start", "what ./start does once there are packages"),
}

_DOCTOR = "`python -m openchair doctor` says what to mend; docs/hosting/restore.md brings a backup back."


def main(arguments: list[str]) -> int:
    """Run the command that the first word names; returns the status of the process."""
    if not arguments or arguments[0] not in COMMANDS:
        print(_usage(), file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openchair.project.settings")
    django.setup()
    # Resolved only now: models may be imported only once Django is set up.
    run: Callable[[list[str]], int] = pkgutil.resolve_name(COMMANDS[arguments[0]].function)
    return _plainly(run, arguments[1:])


def _plainly(run: Callable[[list[str]], int], words: list[str]) -> int:
    """Whatever is broken under a command ends it in plain words: a trace would help nobody at a terminal."""
    try:
        return run(words)
    except (RingUnreadable, KeyMissing) as fault:
        raise Stop(f"{fault} {_DOCTOR}") from None
    except DatabaseError as fault:
        raise Stop(f"The database cannot be used: {fault}. {_DOCTOR}") from None


def _usage() -> str:
    lines = [f"  {name:10} {command.does}" for name, command in COMMANDS.items()]
    return "\n".join(["python -m openchair <command>", "", *lines])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise Stop(130) from None
