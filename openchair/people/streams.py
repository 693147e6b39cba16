"""What travels about a person: that a session has ended, so that its open pages end too."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.db import transaction

from openchair.live.hub import hub


def sessions_ended(ids: Iterable[UUID]) -> None:
    """End every stream these sessions opened, on every process, once it is committed (S13)."""
    for session in ids:
        transaction.on_commit(partial(hub().dismiss_session, str(session)))
