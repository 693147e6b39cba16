"""Mail that says that something waits: an address is given, confirmed, and taken back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.notices import letters, mailing
from openchair.notices.forms import GiveAddress
from openchair.notices.models import MailAddress
from openchair.people import limits
from openchair.people.limits import Limit
from openchair.people.once import once
from openchair.people.requests import Request, confirmed, open_to_all, signed_in

# Whoever gives addresses that are not theirs sends each of them at most a mail or two.
ASKED = Limit("mail-address", 5, 24 * 60 * 60)


@signed_in
@confirmed
@once
def mail(request: Request) -> HttpResponse:
    """What a mail would say, and who could see it; then an address is asked whether it is theirs."""
    form = GiveAddress(sent(request))
    mine = MailAddress.objects.filter(person=request.person).first()
    if letters.can_be_sent() and form.is_valid():
        if limits.take(ASKED, str(request.person.pk)):
            mailing.give_address(person=request.person, address=form.cleaned_data["address"])
            say(request, _("A mail is on its way. Open the link in it within two days."))
            return go("reminders-mail")
        form.refuse()
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, "notices/mail.html", status, form=form, mine=mine, can=letters.can_be_sent())


@require_POST
@signed_in
@once
def end(request: Request) -> HttpResponse:
    """Take one's own address back."""
    MailAddress.objects.filter(person=request.person).delete()
    say(request, _("The address is gone from here. No mail comes any more."))
    return go("reminders-mail")


@open_to_all
def confirm(request: Request, letter: str) -> HttpResponse:
    """The question that was sent. Only a press says yes: what scans mail follows links and presses none."""
    address = _of(letters.confirmed_by(letter))
    if request.method == "POST":
        mailing.confirm(address_id=address)
        return page(request, "notices/mail_confirmed.html")
    return page(request, "notices/mail_confirm.html", letter=letter)


@csrf_exempt
@open_to_all
def stop(request: Request, letter: str) -> HttpResponse:
    """No more mail, by one press, also by a mail program without cookie or token (RFC 8058)."""
    address = letters.stopped_by(letter)
    if address is None:
        raise Http404
    if request.method == "POST":
        mailing.stop(address_id=address)
        return page(request, "notices/mail_stopped.html")
    return page(request, "notices/mail_stop.html", letter=letter)


def _of(address: UUID | None) -> UUID:
    """An address that is still to be confirmed, or was; for one that is gone there is nothing here."""
    if address is None or not MailAddress.objects.filter(pk=address).exists():
        raise Http404
    return address
