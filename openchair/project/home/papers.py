"""Two small papers for machines: who may be told of a weakness, and that nobody shall index us."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from openchair.kit.clock import now
from openchair.people.requests import Request, open_to_all

VALID: Final = timedelta(days=180)  # RFC 9116, 2.5.5 asks for less than a year


@open_to_all
def security(request: Request) -> HttpResponse:  # noqa: ARG001
    """/.well-known/security.txt (RFC 9116)."""
    here = settings.OPENCHAIR_ORIGIN
    contact = settings.OPENCHAIR_SECURITY_CONTACT or f"{here}{reverse('about')}#reach"
    lines = (
        f"Contact: {contact}",
        f"Expires: {(now() + VALID).strftime('%Y-%m-%dT00:00:00Z')}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {here}{reverse('security-txt')}",
    )
    return _plain(lines)


@open_to_all
def robots(request: Request) -> HttpResponse:  # noqa: ARG001
    """/robots.txt (RFC 9309): nothing here is for an index."""
    return _plain(("User-agent: *", "Disallow: /"))


def _plain(lines: tuple[str, ...]) -> HttpResponse:
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")
