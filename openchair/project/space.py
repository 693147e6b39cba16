"""When the disk has too little room: reading and Help now go on, and what would be written is sent later.

A database that finds no room half-way writes nothing at all, but it is better to stop before: what keeps
people safe (blocks, the Calm Room, signing in and out) then still has the room that is left (S64).
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from openchair.project.sent_again import with_what_was_typed

LEAST: Final = 500 * 1024**2  # bytes
LEAST_SHARE: Final = 0.05  # of a disk so small that this is less than LEAST
TRY_AGAIN: Final = 300  # seconds

SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN = 8, 10, 13, 14  # sqlite.org/rescode.html
POSTGRES_NO_ROOM: Final = ("53100", "25006")  # disk_full, read_only_sql_transaction

# Small writes that keep people safe, and answers that are kept in the browser.
GO_ON: Final = frozenset(
    (
        *("sign-in", "passkey-sign-in", "passkey-challenge", "recover", "recover-words"),
        *("sign-out", "leave-site", "display", "help-country", "not-me", "end-powers", "end-passkey"),
        *("meetings-zone", "end-session", "end-other-sessions", "end-all-sessions", "unblock"),
        *("room-out", "room-here", "room-closing", "room-block", "room-put-out", "room-quiet", "room-wait"),
        *("room-calm", "room-calm-end", "room-settings", "room-turn-done", "tell-the-hosts"),
        *("group-departure", "group-removal"),
    )
)
Answer = Callable[[HttpRequest], HttpResponse]


class SpaceLeft:
    """Middleware, behind the check of cross-site requests: what is shown again came from a page of ours."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: object,  # noqa: ARG002 - Django's signature
        arguments: object,  # noqa: ARG002
        named: object,  # noqa: ARG002
    ) -> HttpResponse | None:
        """The kind page in place of the view, when there is too little room for what it would write."""
        if request.method in ("GET", "HEAD", "OPTIONS", "TRACE") or not is_short(settings.OPENCHAIR_DATA):
            return None
        match = request.resolver_match
        return None if match and match.url_name in GO_ON else no_room(request)


def is_short(folder: Path) -> bool:
    """Is less than `LEAST` free on the folder's disk, or on a small disk less than `LEAST_SHARE` of it?"""
    disk = shutil.disk_usage(next(one for one in (folder, *folder.parents) if one.exists()))
    return disk.free < min(LEAST, disk.total * LEAST_SHARE)


def is_for_lack_of_room(fault: BaseException | None) -> bool:
    """Did the database find no room, or nothing it may write to?"""
    if not isinstance(fault, DatabaseError):
        return False
    cause = fault.__cause__
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if isinstance(cause, OSError) or code in (
        SQLITE_IOERR,
        SQLITE_CANTOPEN,
    ):  # a full disk says so too, and so does a broken one
        return is_short(settings.OPENCHAIR_DATA)
    return code in (SQLITE_FULL, SQLITE_READONLY) or getattr(cause, "sqlstate", "") in POSTGRES_NO_ROOM


def no_room(request: HttpRequest) -> HttpResponse:
    """503, with what was typed, ready to be sent again."""
    return with_what_was_typed(request, "project/no_room.html", TRY_AGAIN)
