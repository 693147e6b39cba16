"""A computer that others use too: every cookie of ours ends with its browser."""

from django.http import HttpRequest, HttpResponse

from openchair.people import preferences
from openchair.people.models import Session
from openchair.people.requests import session_of


def end_with_browser(request: HttpRequest, answer: HttpResponse) -> None:
    """What this answer keeps there, and what was chosen before signing in, goes with the browser (S38)."""
    session = session_of(request)
    if session is None or session.mode != Session.Mode.SHARED:
        return
    for name in preferences.NAMES:
        if not preferences.is_told(answer, name) and (value := preferences.chosen(request, name)):
            preferences.remember(answer, name, value)
    for cookie in answer.cookies.values():
        if cookie.value:
            cookie["max-age"] = cookie["expires"] = ""
