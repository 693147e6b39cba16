"""`./start`, the half that needs packages: database, languages, styles, the demo, a welcome, the server."""

from django.core.management import call_command, execute_from_command_line
from django.urls import reverse

from openchair.people.models import Place, StewardLink
from openchair.project import demo as community
from openchair.project import gathering, languages, migrating
from openchair.project import serve as server
from openchair.project.env import ENV
from openchair.project.ringing import beginning
from openchair.project.setup import ports
from openchair.project.setup.locks import hold
from openchair.project.setup.places import Stop

_MINUTES = 30


def start(arguments: list[str]) -> int:  # noqa: ARG001 - every command takes the words after it
    """Prepare the place, say where it is, and serve it until told to stop."""
    _alone()
    _prepare()
    if ENV.demo:
        community.load()
    print(_welcome(), flush=True)
    server.serve(ENV.host, ENV.port)
    return 0


def serve(arguments: list[str]) -> int:  # noqa: ARG001
    """`python -m openchair serve`: for a service manager; says nothing and makes no keys."""
    if not (ENV.keys / "secret_key").exists():
        raise Stop(f"There are no keys in {ENV.keys}. ./start --empty makes them, once.")
    ports.refuse_taken(ENV.host, ENV.port)
    _alone()
    _prepare()
    server.serve(ENV.host, ENV.port)
    return 0


def demo(arguments: list[str]) -> int:  # noqa: ARG001
    """`python -m openchair demo`: the demo community, loaded once and re-dated ever after."""
    if not ENV.demo:
        raise Stop("The demo keeps to a folder of its own. Run ./start without --empty.")
    _prepare()
    community.load()
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
    call_command(
        "check", verbosity=0
    )  # what a column holds, and who may open an address: else nothing is served
    languages.compile_changed()
    gathering.gather()
    migrating.bring_up_to_date()
    beginning.prepare()


def _welcome() -> str:
    lines = ["", f"  Open Chair is at {ENV.origin}", ""]
    if ENV.demo:
        lines += ["  Three people of the demo. The words are the same for all of them:", *_sign_ins(), ""]
        lines += [f"  To be its steward (one use, {_MINUTES} minutes):", f"    {_steward_link()}", ""]
    elif Place.here().ready_at is None:
        lines += [f"  Begin here (one use, {_MINUTES} minutes):", f"    {_steward_link()}", ""]
    return "\n".join([*lines, "  To stop: Ctrl+C", ""])


def _sign_ins() -> list[str]:
    return [f"    {one.who:18} {one.handle:22} {one.words}" for one in community.SIGN_INS]


def _steward_link() -> str:
    return ENV.origin + reverse("steward-link", args=[StewardLink.make()])
