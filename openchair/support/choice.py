"""Which country the reader wants numbers for: asked for now, else remembered, else the place's own.

Never guessed from an address or from the browser's language: a wrong number is worse than a question.
"""

from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from openchair.people.preferences import chosen
from openchair.people.requests import Request
from openchair.support.help import known_country

COOKIE = "country"


def country_of(request: Request) -> str:
    """The reader's country, or "" when nobody has said."""
    said = [request.GET.get("country", ""), chosen(request, COOKIE), request.place.country]
    return next((code for code in map(known_country, said) if code), "")


def languages_of(request: Request) -> list[str]:
    """The reader's languages, best first: the page's own, then those of the browser."""
    header = request.headers.get("Accept-Language", "")
    return [translation.get_language() or "en", *(code for code, _weight in parse_accept_lang_header(header))]
