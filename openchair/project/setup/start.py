"""`./start`, the half that needs nothing but Python: the packages, the folders, the keys."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from openchair.project.setup import environment, keys, options, ports
from openchair.project.setup.places import PYTHON, Stop


def run(arguments: Sequence[str]) -> NoReturn:
    """Prepare what Python alone can, then become the server."""
    env = options.parse(arguments)
    ports.refuse_taken(env.host, env.port)
    environment.ready("scale" if env.database or env.redis else "runtime")
    _folder(env.data, demo=env.demo)
    keys.make_missing(env.keys)
    os.execv(PYTHON, [str(PYTHON), "-P", "-m", "openchair", "start"])


def _folder(data: Path, *, demo: bool) -> None:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if demo:
            (data / options.DEMO_MARK).touch()
    except OSError as fault:
        raise Stop(f"The folder {data} cannot be written: {fault.strerror}.") from None
