"""Which country the reader wants numbers for: asked for now, else remembered, else the place's own.

Never guessed from an address or from the browser's language: a wrong number is worse than a question.
"""

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from openchair.people.requests import Request
from openchair.support.help import known_country

COOKIE = "country"
A_YEAR = 365 * 24 * 60 * 60


def country_of(request: Request) -> str:
    """The reader's country, or "" when nobody has said."""
    said = [request.GET.get("country", ""), request.COOKIES.get(COOKIE, ""), request.place.country]
    return next((code for code in map(known_country, said) if code), "")


def languages_of(request: Request) -> list[str]:
    """The reader's languages, best first: the page's own, then those of the browser."""
    header = request.headers.get("Accept-Language", "")
    return [translation.get_language() or "en", *(code for code, _weight in parse_accept_lang_header(header))]


def remember(answer: HttpResponse, country: str) -> None:
    """Keep the country in this browser for a year, or forget it when it is ""."""
    if not country:
        answer.delete_cookie(COOKIE, samesite="Lax")
        return
    answer.set_cookie(
        COOKIE, country, max_age=A_YEAR, secure=settings.CSRF_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
