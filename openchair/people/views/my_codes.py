"""Spare keys: how many are left, and a new set."""

import secrets

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say
from openchair.people import codes, drafts, joining, recovering
from openchair.people.drafts import Draft
from openchair.people.requests import Request, confirmed_at, here, signed_in
from openchair.people.views.join_codes import as_file, ending_form

CODES = "codes"


@signed_in
def show(request: Request) -> HttpResponse:
    """How many are left, and the way to a new set."""
    return page(request, "people/my_codes.html", left=codes.left(request.person))


@require_POST
@signed_in
@confirmed_at("my-codes")
def make(request: Request) -> HttpResponse:
    """Eight new ones, which travel in the browser until they are kept."""
    return _made(request)


@signed_in
@confirmed_at("my-codes")
def new(request: Request) -> HttpResponse:
    """The new set, which counts once the end of one was typed back; until then the old set stays."""
    draft = _draft(request)
    if draft is None:
        return go("my-codes")
    made = joining.codes_of(draft)
    form = ending_form(request, draft)
    if not form.is_valid():
        return page(
            request,
            "people/my_new_codes.html",
            UNPROCESSABLE if form.is_bound else 200,
            form=form,
            codes=made,
        )
    return _kept(request, made)


@signed_in
@confirmed_at("my-codes")
def file(request: Request) -> HttpResponse:
    """The new set as a plain file."""
    draft = _draft(request)
    return as_file(joining.codes_of(draft)) if draft else go("my-codes")


def _kept(request: Request, made: list[str]) -> HttpResponse:
    recovering.new_codes(person=request.person, made=made, here=here(request).pk)
    say(request, _("Your new spare keys are kept. The old ones no longer work."))
    answer = go("me")
    drafts.forget(answer, CODES)
    return answer


def _draft(request: Request) -> Draft | None:
    draft = drafts.read(request, CODES)
    return draft if draft and draft["person"] == str(request.person.pk) else None


def _made(request: Request) -> HttpResponse:
    asked = str(secrets.randbelow(codes.HOW_MANY))
    answer = go("my-new-codes")
    drafts.keep(
        answer, CODES, {"person": str(request.person.pk), "codes": " ".join(codes.make()), "asked": asked}
    )
    return answer
