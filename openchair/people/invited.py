"""Somebody opened a valid invitation: the only way into a place that is not open to anyone."""

from django.http import HttpRequest, HttpResponse

from openchair.people import drafts

LIVES = 24 * 60 * 60  # seconds
_PURPOSE = "invited"


def mark_invited(answer: HttpResponse, back_to: str = "", which: str = "") -> None:
    """Note that a valid invitation was opened, and `which`; `back_to` is its page here, for after joining."""
    drafts.keep(answer, _PURPOSE, {"back_to": back_to, "which": which}, LIVES)


def was_invited(request: HttpRequest) -> bool:
    """True within a day of opening a valid invitation."""
    return drafts.read(request, _PURPOSE) is not None


def invited_to(request: HttpRequest) -> str:
    """The page of the invitation that was opened, or nothing."""
    return (drafts.read(request, _PURPOSE) or {}).get("back_to", "")


def invited_by(request: HttpRequest) -> str:
    """Which invitation was opened, or nothing."""
    return (drafts.read(request, _PURPOSE) or {}).get("which", "")


def forget_invitation(answer: HttpResponse) -> None:
    """The invitation did its work."""
    drafts.forget(answer, _PURPOSE)
