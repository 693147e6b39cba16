"""Going: to be erased, or to close the account and choose what becomes of one's words."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from openchair.groups.vanishing import hosted_alone
from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, sent
from openchair.people import codes, drafts, preferences, sessions
from openchair.people.requests import Request, confirmed, signed_in
from openchair.project.ledger import closing, erasing, former
from openchair.project.ledger.forms import Closing, Going
from openchair.project.ledger.receipts import Receipt

CLOSING = "closing"


@signed_in
@confirmed
def going(request: Request) -> HttpResponse:
    """What goes, what stays, and when."""
    form = Going(sent(request), initial={"wait": "day"})
    if form.is_valid():
        return _erased(request, form.cleaned_data["wait"])
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, "ledger/going.html", status, form=form, alone=hosted_alone(request.person))


@signed_in
@confirmed
def close(request: Request) -> HttpResponse:
    """A code to keep, and then the account is closed."""
    shown, form = _code_shown(request), Closing(sent(request), has_words=former.has_words(request.person))
    if shown and form.is_valid():
        receipt = Receipt.of(request.person)
        closing.close(person=request.person, code=shown, words_stay=form.words_stay)
        return gone(request, receipt)
    code, status = shown or codes.make()[0], UNPROCESSABLE if form.errors else 200
    alone = hosted_alone(request.person)
    answer = page(request, "ledger/close.html", status, code=code, form=form, alone=alone)
    drafts.keep(answer, CLOSING, {"person": str(request.person.pk), "code": code})
    return answer


def _code_shown(request: Request) -> str:
    """The erase code this person was shown, in whichever tab: the one they may have written down."""
    draft = drafts.read(request, CLOSING) or {}
    return draft.get("code", "") if draft.get("person") == str(request.person.pk) else ""


def gone(request: Request, receipt: Receipt) -> HttpResponse:
    """The way to the receipt; this browser forgets what it kept."""
    answer = SeeOther(f"{reverse('gone')}?{urlencode({'of': receipt.signed})}")
    sessions.end(request, answer)
    for name in preferences.NAMES:
        preferences.forget(answer, name)
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _erased(request: Request, wait: str) -> HttpResponse:
    asked = erasing.ask(person=request.person, wait=wait)
    receipt = Receipt.of(request.person, asked.due_at.date())
    if wait == "now":
        erasing.purge([request.person.pk])
    return gone(request, receipt)
