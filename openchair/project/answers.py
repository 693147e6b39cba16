"""What every answer carries, and the answers nobody wants to get."""

import sys
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from openchair.kit.headers import everywhere
from openchair.kit.pages import SeeOther
from openchair.live.shelf import Away
from openchair.people.requests import place_of
from openchair.project import apart
from openchair.project.sent_again import not_reached
from openchair.project.space import is_for_lack_of_room, no_room

Answer = Callable[[HttpRequest], HttpResponse]
BEFORE_FIRST_RUN = (
    "/welcome/",
    "/steward/",
    "/help/",
    "/static/",
    "/leave/",
    "/blank/",
    "/notes/",
    "/display/",
    "/gallery/",
    "/robots.txt",
    "/.well-known/",
)
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")
# From a page of ours, or from nobody's page (an address that was typed, a form sent again after a restart).
OUR_SITES = ("same-origin", "none")


def headers(get_response: Answer) -> Answer:
    """Middleware, the outermost: what a browser must not do with our pages, on each of them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        for name, value in everywhere().items():
            answer.headers.setdefault(name, value)
        answer.headers.setdefault("Cache-Control", "no-store")  # static files said otherwise before (S40)
        return answer

    return middleware


def refusals(get_response: Answer) -> Answer:
    """Middleware: a refusal without a word, such as Django's 405, gets its page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        bare = answer.status_code in apart.TEMPLATES and not answer.streaming and not answer.content
        if bare:
            answer.content = apart.answer(request, answer.status_code).content
        return answer

    return middleware


def from_our_pages(get_response: Answer) -> Answer:
    """Middleware: what changes something is asked for by a page of ours (Fetch Metadata, Sec-Fetch-Site).

    It stands beside the forms' token, and it guards leaving too, which asks for none. A browser that does not
    say where a request came from has the token alone.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        site = request.headers.get("Sec-Fetch-Site", "none")
        if request.method not in SAFE_METHODS and site not in OUR_SITES:
            return form_too_old(request)
        return get_response(request)

    return middleware


def reader_language(get_response: Answer) -> Answer:
    """Middleware: the language of the reader's cookie, else of the browser, else of the place."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = apart.language_of(request)
        with translation.override(language):
            answer = get_response(request)
        answer.headers.setdefault("Content-Language", language)
        return answer

    return middleware


def first_run(get_response: Answer) -> Answer:
    """Middleware: until a place is set up, its first-run pages and the help page are all there is."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if place_of(request).ready_at is None and not request.path.startswith(BEFORE_FIRST_RUN):
            return SeeOther(reverse("welcome"))
        return get_response(request)

    return middleware


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """400: no browser of somebody who means well sends this."""
    return apart.answer(request, 400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404, the same whether a thing does not exist or is not theirs."""
    return apart.answer(request, 404)


def out_of_order(request: HttpRequest) -> HttpResponse:
    """500: what happened, what is safe, and a way to help. What will pass is told as what it is, by 503."""
    fault = sys.exc_info()[1]
    if isinstance(fault, Away):
        return not_reached(request)
    return no_room(request) if is_for_lack_of_room(fault) else apart.answer(request, 500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: a form from another place or an older visit."""
    return apart.answer(request, 403)
