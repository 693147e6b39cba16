"""A page in place of the one that was asked for, with what was typed, ready to be sent again."""

from functools import partial
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from openchair.project import apart

SOON: Final = 5  # seconds
SHOWN_FROM: Final = 24  # letters; shorter answers (ids, choices) travel along unseen
# What is typed there may open somebody's account, so it is not shown again.
SECRET_PLACES: Final = ("openchair.people.", "openchair.project.")


def not_reached(request: HttpRequest) -> HttpResponse:
    """503: what is said in rooms cannot be reached just now. Sent again, the same form counts once."""
    return with_what_was_typed(request, "project/not_reached.html", SOON)


def with_what_was_typed(request: HttpRequest, template: str, wait: int) -> HttpResponse:
    """503: the form once more with all of its fields, as it was sent; worth another try in `wait` seconds."""
    say = partial(apart.rendered, template, apart.language_of(request), apart.theme_of(request))
    typed = _typed(request)
    again = {"path": request.get_full_path(), "token": get_token(request)} if typed else {}
    here = request.get_full_path() if request.method == "GET" else ""
    shown = [(name, said) for name, said in typed if _is_words(said)]
    kept = [(name, said) for name, said in typed if not _is_words(said)]
    answer = HttpResponse(say(shown=shown if typed else [], kept=kept, again=again, here=here), status=503)
    answer["Retry-After"] = str(wait)
    return answer


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    match = request.resolver_match
    if request.method != "POST" or match is None or match.func.__module__.startswith(SECRET_PLACES):
        return []
    fields = [(name, said) for name, many in request.POST.lists() for said in many]
    return [one for one in fields if one[0] != "csrfmiddlewaretoken"]


def _is_words(said: str) -> bool:
    return len(said) >= SHOWN_FROM or any(letter.isspace() for letter in said)
