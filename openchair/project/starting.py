"""`./start`, the half that needs packages: database, languages, styles, the demo, a welcome, the server."""

import pkgutil

from django.core.management import execute_from_command_line
from django.urls import reverse

from openchair.people.models import StewardLink
from openchair.project import gathering, languages, migrating
from openchair.project import serve as server
from openchair.project.env import ENV
from openchair.project.setup import keys, ports
from openchair.project.setup.locks import hold
from openchair.project.setup.places import Stop

_MINUTES = 30


def start(arguments: list[str]) -> int:  # noqa: ARG001 - every command takes the words after it
    """Prepare the place, say where it is, and serve it until told to stop."""
    _alone()
    _prepare()
    if ENV.demo:
        demo([])
    print(_welcome(), flush=True)
    server.serve(ENV.host, ENV.port)
    return 0


def serve(arguments: list[str]) -> int:  # noqa: ARG001
    """`python -m openchair serve`: for a service manager; says nothing, loads nothing."""
    ports.refuse_taken(ENV.host, ENV.port)
    _alone()
    keys.make_missing(ENV.keys)
    _prepare()
    server.serve(ENV.host, ENV.port)
    return 0


def demo(arguments: list[str]) -> int:  # noqa: ARG001
    """`python -m openchair demo`: the demo community, loaded once and re-dated ever after."""
    if not ENV.demo:
        raise Stop("The demo keeps to a folder of its own. Run ./start without --empty.")
    pkgutil.resolve_name("openchair.project.demo:load")()
    return 0


def steward(arguments: list[str]) -> int:  # noqa: ARG001
    """`python -m openchair steward`: a link for whoever runs this machine."""
    print(_steward_link())
    return 0


def django(arguments: list[str]) -> int:
    """`python -m openchair django <command> …`."""
    execute_from_command_line(["python -m openchair django", *arguments])
    return 0


def _alone() -> None:
    """What is said in a room lives in one process, so two on the same folder would each hold half a room."""
    if not ENV.redis and hold(ENV.data / "served") is None:
        raise Stop(
            f"Open Chair is already running on {ENV.data}. Stop that one first, or choose another --data."
        )


def _prepare() -> None:
    languages.compile_changed()
    gathering.gather()
    migrating.bring_up_to_date()


def _welcome() -> str:
    lines = ["", f"  Open Chair is at {ENV.origin}", ""]
    if ENV.demo:
        lines += ["  Three people of the demo, for everyone on this machine:", *_sign_ins(), ""]
    lines += [f"  Steward of this place (one use, {_MINUTES} minutes):", f"    {_steward_link()}", ""]
    return "\n".join([*lines, "  To stop: Ctrl+C", ""])


def _sign_ins() -> list[str]:
    people = pkgutil.resolve_name("openchair.project.demo:SIGN_INS")
    return [f"    {one.who:18} {one.handle}   {one.words}" for one in people]


def _steward_link() -> str:
    return ENV.origin + reverse("steward-link", args=[StewardLink.make()])
