"""Joining, 3 of 4: the spare keys. Here the account is written."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, SeeOther, go, page, say, sent
from openchair.people import drafts, joining, sessions
from openchair.people.drafts import Draft
from openchair.people.forms import TypeEnding
from openchair.people.models import Person
from openchair.people.requests import Request, open_to_all
from openchair.people.views.join_before import JOIN
from openchair.people.views.join_name import on_with, too_late


@open_to_all
def keys(request: Request) -> HttpResponse:
    """Keep eight keys, show one's end, and come in; or come in and do it later."""
    draft = drafts.read(request, JOIN)
    if draft is None or "hash" not in draft:
        return too_late(request) if draft is None else go("join-name")
    form = ending_form(request, draft)
    if request.method == "POST" and ("later" in request.POST or form.is_valid()):
        return _come_in(request, draft, kept="later" not in request.POST)
    codes = joining.codes_of(draft)
    return page(
        request, "people/join_codes.html", UNPROCESSABLE if form.is_bound else 200, form=form, codes=codes
    )


@open_to_all
def keys_file(request: Request) -> HttpResponse:
    """The keys as a plain file, for browsers without script. Its name says nothing."""
    draft = drafts.read(request, JOIN)
    return as_file(joining.codes_of(draft)) if draft else too_late(request)


def ending_form(request: Request, draft: Draft) -> TypeEnding:
    """The form that asks for the end of one of a draft's keys."""
    number, code = joining.asked_code(draft)
    return TypeEnding(sent(request), number=number, code=code)


def as_file(codes: list[str]) -> HttpResponse:
    """Spare keys as a text to save; neither the file nor its name tells where they open a door."""
    answer = HttpResponse("\n".join(codes) + "\n", content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="notes.txt"'
    return answer


def _come_in(request: Request, draft: Draft, *, kept: bool) -> HttpResponse:
    if not joining.join(draft, kept=kept):
        return _not_in(request, draft)
    answer = SeeOther(
        reverse("join-brings") + (f"?{urlencode({'next': draft['after']})}" if draft["after"] else "")
    )
    sessions.give_cookie(answer, draft["token"], draft["mode"])
    drafts.forget(answer, JOIN)
    return answer


def _not_in(request: Request, draft: Draft) -> HttpResponse:
    if Person.objects.filter(pk=draft["person"]).exists():
        return go("sign-in")
    say(request, _("That name was taken a moment ago. Here is another."))
    return on_with(joining.another(draft, get_language() or "en"), "join-name")
