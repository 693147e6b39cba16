"""What is gone, what stays and until when: for whoever holds the receipt, without an account."""

from django.http import HttpResponse

from openchair.kit.pages import UNPROCESSABLE, page, sent
from openchair.people import limits, signing_in
from openchair.people.requests import Request, open_to_all
from openchair.people.views.in_a_moment import in_a_moment
from openchair.project.ledger import closing, erasing, saying
from openchair.project.ledger.forms import EraseCode
from openchair.project.ledger.receipts import NotAReceipt, Receipt
from openchair.project.ledger.views.going import gone


@open_to_all
def receipt(request: Request) -> HttpResponse:
    """It looks at what is so now: before the day, after it, and when only the account was closed."""
    try:
        found = Receipt.read(request.GET.get("of", ""))
    except NotAReceipt:
        return page(request, "ledger/no_receipt.html", 404)
    return page(
        request,
        "ledger/receipt.html",
        closed=found.due is None,
        gone_on=saying.day(found.gone_on) if found.gone_on else "",
        due=saying.day(found.due) if found.due else "",
        copies_until=saying.day(found.copies_until),
        reports_until=saying.day(found.reports_until),
    )


@open_to_all
def erase_later(request: Request) -> HttpResponse:
    """The code of a closed account erases what is left of it."""
    form = EraseCode(sent(request))
    if form.is_valid() and not limits.take_from_network(signing_in.RECOVER_BY_NETWORK, request):
        return in_a_moment(request)
    closed = closing.whose(form.cleaned_data["code"]) if form.is_valid() else None
    if closed is not None:
        given = Receipt.of(closed.person, saying.today())
        erasing.purge([closed.person_id])
        return gone(request, given)
    if form.is_valid():
        form.refuse()
    return page(request, "ledger/erase_later.html", UNPROCESSABLE if form.is_bound else 200, form=form)
