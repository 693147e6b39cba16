"""The page for whoever wrote words for something that is not there any more: nothing they typed is lost."""

from django.http import Http404, HttpResponse

from openchair.kit.pages import page
from openchair.people.requests import Request
from openchair.shares.told import Told

GONE = 404


def typed_in(request: Request) -> str:
    """What was just typed, with a care note in one's own words; empty when nothing was."""
    said = [request.POST.get(name, "") for name in ("words", "other")]
    return "\n\n".join(one for one in said if one)


def typed_back(request: Request) -> HttpResponse:
    """What was just typed, to whoever typed it. Raises Http404 when nothing was."""
    words = typed_in(request)
    if not words:
        raise Http404
    return page(request, "shares/words_gone.html", GONE, words=words, kept=False)


def draft_back(request: Request, told: Told | None) -> HttpResponse:
    """A kept draft, to its writer, who is the only one it may be asked for. Raises Http404 without one."""
    if told is None:
        raise Http404
    words = "\n\n".join(one for one in (told.words, told.other) if one)
    return page(request, "shares/words_gone.html", GONE, words=words, kept=True)
