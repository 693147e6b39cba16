"""What may be said to `./start`."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from openchair.project.setup import rules
from openchair.project.setup.environ import Env, read
from openchair.project.setup.places import DATA, DEMO, Stop, keys_beside

DEMO_MARK = "this-is-the-demo"


def parse(arguments: Sequence[str]) -> Env:
    """The environment that was wished for; sets it for the processes that follow.

    Raises Stop, or SystemExit naming every mistake, when the wish cannot be granted.
    """
    said = _parser().parse_args(arguments)
    os.environ.update(_settings(said))
    env = read(os.environ, packages=False)
    _refuse_mixing(env)
    return env


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./start",
        allow_abbrev=False,
        description="Start Open Chair on this machine with a demo community. Safe to run again.",
    )
    parser.add_argument("--empty", action="store_true", help="begin a real place, by its first-run pages")
    parser.add_argument("--port", type=_port, help="the port to answer on (8000)")
    parser.add_argument("--host", help="the address to answer on (127.0.0.1, which is this machine alone)")
    parser.add_argument("--data", metavar="DIR", help="the place's folder (./demo, or ./data with --empty)")
    return parser


def _port(text: str) -> int:
    try:
        return rules.port(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None


def _settings(said: argparse.Namespace) -> dict[str, str]:
    data = Path(said.data or os.environ.get("OPENCHAIR_DATA") or (DATA if said.empty else DEMO)).absolute()
    settings = {
        "OPENCHAIR_DATA": str(data),
        "OPENCHAIR_KEYS": os.environ.get("OPENCHAIR_KEYS") or str(keys_beside(data)),
        "OPENCHAIR_DEMO": "0" if said.empty else "1",
    }
    chosen = {"OPENCHAIR_HOST": said.host, "OPENCHAIR_PORT": said.port}
    return settings | {name: str(value) for name, value in chosen.items() if value is not None}


def _refuse_mixing(env: Env) -> None:
    """A real place never gets the demo's people, and the demo never becomes real by accident."""
    lived_in = env.data.is_dir() and any(env.data.iterdir())
    is_demo = (env.data / DEMO_MARK).exists()
    if env.demo and lived_in and not is_demo:
        raise Stop(f"{env.data} holds a place already. Start it with --empty, which keeps all of it.")
    if not env.demo and is_demo:
        raise Stop(f"{env.data} holds the demo. Choose another folder with --data for a real place.")
    if env.demo and env.database:
        raise Stop("The demo keeps to its own file. For a place in OPENCHAIR_DATABASE, start with --empty.")
