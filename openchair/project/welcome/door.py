"""The door of the first run: open until the place is ready, to whoever had the one-time link."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from openchair.kit.pages import go, page
from openchair.people import drafts, joining, sessions
from openchair.people.drafts import Draft
from openchair.people.requests import Request, open_to_all
from openchair.people.views.steward_link import WELCOME
from openchair.project.welcome import steps

View = Callable[[Request, Draft], HttpResponse]


def first_run(slug: str) -> Callable[[View], Callable[[HttpRequest], HttpResponse]]:
    """Only for step `slug`, when all before it are done; otherwise the way to where one is."""

    def door(view: View) -> Callable[[HttpRequest], HttpResponse]:
        @open_to_all
        @wraps(view)
        def guarded(request: Request, /) -> HttpResponse:
            draft = drafts.read(request, WELCOME)
            if request.place.ready_at is not None:
                return _over(draft)
            if draft is None:
                return page(request, "project/welcome_wait.html")
            if not steps.is_open(slug, draft):
                return go(f"welcome-{steps.first_open(draft)}")
            return view(request, draft)

        return guarded

    return door


def _over(draft: Draft | None) -> HttpResponse:
    """The place is ready. Whose last page was sent twice is signed in by the second answer too."""
    answer = go("today")
    if draft and "token" in draft and joining.is_in(draft):
        sessions.give_cookie(answer, draft["token"], draft["mode"])
    return answer


def on_with(draft: Draft) -> HttpResponse:
    """The way to the next page, the draft with it."""
    answer = go(f"welcome-{steps.first_open(draft)}")
    drafts.keep(answer, WELCOME, draft)
    return answer
