"""Sessions end: the row goes, and every page that was opened by it."""

from django.db.models import QuerySet

from openchair.people import streams
from openchair.people.models import Session


def end_sessions(sessions: QuerySet[Session]) -> None:
    """End these sessions; pages that are open in them close within two seconds."""
    ids = list(sessions.values_list("pk", flat=True))
    sessions.delete()
    streams.sessions_ended(ids)
