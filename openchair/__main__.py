"""`python -m openchair <command>`: everything that is done to a place from a terminal."""

import os
import pkgutil
import sys
from collections.abc import Callable
from typing import NamedTuple

import django

from openchair.project.setup.places import Stop


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
    "languages": Command("openchair.project.languages:run", "bring the catalogues up to date with the code"),
    "django": Command("openchair.project.starting:django", "run a command of Django's own"),
    "start": Command("openchair.project.starting:start", "what ./start does once there are packages"),
}


def main(arguments: list[str]) -> int:
    """Run the command that the first word names; returns the status of the process."""
    if not arguments or arguments[0] not in COMMANDS:
        print(_usage(), file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openchair.project.settings")
    django.setup()
    # Resolved only now: models may be imported only once Django is set up.
    run: Callable[[list[str]], int] = pkgutil.resolve_name(COMMANDS[arguments[0]].function)
    return run(arguments[1:])


def _usage() -> str:
    lines = [f"  {name:10} {command.does}" for name, command in COMMANDS.items()]
    return "\n".join(["python -m openchair <command>", "", *lines])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise Stop(130) from None
