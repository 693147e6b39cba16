"""PostgreSQL and Redis for the check: our own for as long as the check runs, or those that answer already.

Our own live in a temporary folder on a free port and touch nothing of the machine's. A PostgreSQL of our
own is preferred: it waits for no disk, and each test that empties seventy tables waits seventy times.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from openchair.project.setup import machine
from openchair.project.setup.places import PYTHON
from openchair.project.setup.steps import end_family

POSTGRES = "postgres://root@127.0.0.1/test"
REDIS = "redis://127.0.0.1:6379/9"
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in it is made by mkdtemp
PATIENCE = 30.0  # seconds until a server of our own must answer

_ASK_POSTGRES = "import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=3).close()"
_ASK_REDIS = "import redis, sys; redis.from_url(sys.argv[1], socket_timeout=3).ping()"


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of a PostgreSQL that answers, with a name of its own for this run; None when there is none.

    The suite makes and drops its databases by that name, so that two checks at once do not meet.
    """
    own_name = f"check{os.getpid()}"
    initdb = machine.program("initdb")
    if initdb is None and _answers(_ASK_POSTGRES, POSTGRES):
        yield POSTGRES.replace("/test", f"/{own_name}")
        return
    initdb = initdb or machine.program_or_install("postgresql", "initdb")
    if initdb is None:
        yield None
        return
    with _folder() as folder:
        port = _free_port()
        as_whom = _as_postgres(folder)
        data, binaries = folder / "data", Path(initdb).parent
        _quietly([*as_whom, initdb, "--pgdata", str(data), "--username=root", "--auth=trust", "--no-sync"])
        server = [str(binaries / "postgres"), "-D", str(data), "-p", str(port), "-k", str(folder), "-F"]
        address = f"postgres://root@127.0.0.1:{port}/postgres"
        with _running([*as_whom, *server], _ASK_POSTGRES, address) as answers:
            yield address.replace("/postgres", f"/{own_name}") if answers else None


@contextmanager
def redis() -> Iterator[str | None]:
    """The address of a Redis that answers; None when there can be none."""
    if _answers(_ASK_REDIS, REDIS):
        yield REDIS
        return
    server = machine.program_or_install("redis-server", "redis-server")
    if server is None:
        yield None
        return
    with _folder() as folder:
        port = _free_port()
        address = f"redis://127.0.0.1:{port}/9"
        words = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
        with _running([server, *words], _ASK_REDIS, address) as answers:
            yield address if answers else None


def _answers(question: str, address: str) -> bool:
    asked = subprocess.run(
        [str(PYTHON), "-c", question, address], capture_output=True, timeout=20, check=False
    )
    return asked.returncode == 0


@contextmanager
def _running(command: Sequence[str], question: str, address: str) -> Iterator[bool]:
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield _soon(process, question, address)
    finally:
        end_family(process)


def _soon(process: subprocess.Popen[bytes], question: str, address: str) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(question, address):
            return True
        time.sleep(0.2)
    return False


def _as_postgres(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root; its own account runs it instead."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _quietly(command: Sequence[str]) -> None:
    subprocess.run(command, capture_output=True, timeout=60, check=False, cwd="/")


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(mkdtemp(prefix="openchair-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port
