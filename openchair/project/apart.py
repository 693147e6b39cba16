"""Pages that stand apart from everything that can break: no database, no session, no name of a place.

Each is the same for everybody who reads the same language, so a refusal tells nothing about anybody.
"""

from functools import cache
from typing import Final

from asgiref.typing import ASGISendCallable
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.cookie import parse_cookie
from django.template.loader import get_template
from django.utils import translation

from openchair.kit.headers import for_streams
from openchair.people.preferences import chosen

THEMES: Final = ("light", "dark")
TEMPLATES: Final = {
    400: "project/not_understood.html",
    403: "project/form_too_old.html",
    404: "project/not_found.html",
    405: "project/another_way.html",
    408: "project/too_slow.html",
    413: "project/too_much.html",
    500: "project/out_of_order.html",
    503: "project/busy.html",
}


def answer(request: HttpRequest, status: int) -> HttpResponse:
    """The page of a status, in the reader's language and look."""
    return HttpResponse(words_of(status, language_of(request), theme_of(request)), status=status)


async def send_apart(send: ASGISendCallable, status: int, headers: dict[bytes, bytes]) -> None:
    """The same page in front of everything; the connection is closed, whatever was still on its way."""
    request = _request(headers)
    body = words_of(status, language_of(request), theme_of(request)).encode()
    head = [
        *for_streams(),
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": head, "trailers": False})
    await send({"type": "http.response.body", "body": body, "more_body": False})


@cache
def words_of(status: int, language: str, theme: str) -> str:
    """The page as text, made once for each language and look."""
    return rendered(TEMPLATES[status], language, theme)


def rendered(template: str, language: str, theme: str, **context: object) -> str:
    """A page that extends `project/apart.html`; nothing of a request is asked, so nothing of it can break."""
    with translation.override(language):
        reads = "rtl" if translation.get_language_bidi() else "ltr"
        frame = {"lang": language, "dir": reads, "theme": theme, "csrf_input": ""}
        return str(get_template(template).render({**frame, **context}))


def language_of(request: HttpRequest) -> str:
    """That of the reader's cookie, else of the browser, else of the place."""
    language = chosen(request, "language")
    return (
        language if language in dict(settings.LANGUAGES) else translation.get_language_from_request(request)
    )


def theme_of(request: HttpRequest) -> str:
    """Light, dark, or nothing: as the device says."""
    theme = chosen(request, "theme")
    return theme if theme in THEMES else ""


def _request(headers: dict[bytes, bytes]) -> HttpRequest:
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = headers.get(b"accept-language", b"").decode("latin-1")
    request.COOKIES = parse_cookie(headers.get(b"cookie", b"").decode("latin-1"))
    return request
