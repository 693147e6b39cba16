"""What every answer carries, and the answers nobody wants to get."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from openchair.kit.pages import SeeOther, page
from openchair.people.preferences import chosen as chosen_by_reader
from openchair.people.requests import place_of

Answer = Callable[[HttpRequest], HttpResponse]
BEFORE_FIRST_RUN = (
    "/welcome/",
    "/steward/",
    "/help/",
    "/static/",
    "/leave/",
    "/blank/",
    "/display/",
    "/gallery/",
)


def headers(get_response: Answer) -> Answer:
    """Middleware: what a browser must not do with our pages (security headers beside CSP)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        answer.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"
        )
        answer.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        answer.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        answer.headers.setdefault("Cache-Control", "no-store")  # static files said otherwise before (S40)
        return answer

    return middleware


def reader_language(get_response: Answer) -> Answer:
    """Middleware: the language of the reader's cookie, else of the browser, else of the place."""

    def middleware(request: HttpRequest) -> HttpResponse:
        offered = dict(settings.LANGUAGES)
        chosen = chosen_by_reader(request, "language")
        language = chosen if chosen in offered else translation.get_language_from_request(request)
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


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404, the same whether a thing does not exist or is not theirs."""
    return page(request, "project/not_found.html", status=404)


def out_of_order(request: HttpRequest) -> HttpResponse:
    """500: what happened, what is safe, and a way to help; needs no database."""
    return page(request, "project/out_of_order.html", status=500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: a form from another place or an older visit."""
    return page(request, "project/form_too_old.html", status=403)
