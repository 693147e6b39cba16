"""A server process for `test_stopping.py`: streams for everybody, and a page that takes its time."""

import sys
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import uuid4

import django
from a2wsgi.wsgi_typing import Environ, StartResponse
from django.conf import settings

from openchair.live.bus import MemoryBus
from openchair.live.doors import Admission, Doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import Hub
from openchair.project.house import House
from openchair.project.serve import run


class OpenDoor:
    """Everybody comes in, each as somebody new."""

    def admit(self, key: str, cookies: Mapping[str, str]) -> Admission | None:  # noqa: ARG002
        return Admission(f"rooms/{key}", uuid4(), "", "en", "member")

    def state(self, admission: Admission) -> str:
        return f"<p>{admission.topic}</p>"

    def still_welcome(self, admissions: Sequence[Admission]) -> Collection[Admission]:
        return admissions

    def left(self, admission: Admission) -> None:
        """Nothing to do."""


def slow_page(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Takes as many seconds as the address says."""
    time.sleep(float(environ["PATH_INFO"].strip("/") or 0))
    start_response("200 OK", [("Content-Length", "4")])
    return [b"done"]


if __name__ == "__main__":
    settings.configure(
        SECRET_KEY="a secret of this scene",
        SECURE=False,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    )
    django.setup()
    doors = Doors()
    doors.register("rooms", OpenDoor())
    run(House(slow_page, Endpoint(Hub(MemoryBus()), doors)), "127.0.0.1", int(sys.argv[1]))
