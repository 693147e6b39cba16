"""The server process of `bench/fanout.py`: our own server and hub, and a door that costs nothing.

Usage: hub_server.py PORT, with the repository on the path. POST /publish sends its body to the one room.
"""

import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import uuid4

import django
from a2wsgi.wsgi_typing import Environ, StartResponse
from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, Scope
from django.conf import settings

from openchair.live.bus import MemoryBus
from openchair.live.doors import Admission, Doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import Hub
from openchair.project.house import House
from openchair.project.serve import run


class OpenDoor:
    """Everybody comes in, each as somebody new; no session is looked up."""

    def admit(self, key: str, cookies: Mapping[str, str]) -> Admission | None:  # noqa: ARG002
        return Admission(f"rooms/{key}", uuid4(), "", "en", "member")

    def state(self, admission: Admission) -> str:  # noqa: ARG002
        return "^state"

    def still_welcome(self, admissions: Sequence[Admission]) -> Collection[Admission]:
        return admissions

    def left(self, admission: Admission) -> None:
        """Nothing to do."""


class BenchHouse(House):
    """The house, and a way to publish that costs no page."""

    async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        if scope["type"] != "http" or scope["path"] != "/publish":
            await super().__call__(scope, receive, send)
            return
        event = await receive()
        if event["type"] == "http.request":
            self.live.hub.publish("rooms/KEY/en/member", event["body"].decode())
        await send({"type": "http.response.start", "status": 204, "headers": [], "trailers": False})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def no_page(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:  # noqa: ARG001
    """There are no pages here."""
    start_response("404 Not Found", [("Content-Length", "0")])
    return []


if __name__ == "__main__":
    settings.configure(
        SECRET_KEY="a secret of this bench",
        SECURE=False,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    )
    django.setup()
    doors = Doors()
    doors.register("rooms", OpenDoor())
    run(BenchHouse(no_page, Endpoint(Hub(MemoryBus()), doors)), "127.0.0.1", int(sys.argv[1]))
