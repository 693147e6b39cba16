"""One's own reminders: the page of them all, and each one set, changed and taken away."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.notices import kinds, reminding, saying
from openchair.notices.forms import SetReminder
from openchair.notices.home import city_of, home_zone
from openchair.notices.kinds import Cause, Kind
from openchair.notices.letters import can_be_sent
from openchair.notices.models import CalendarFeed, MailAddress, Wishes
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@signed_in
def show(request: Request) -> HttpResponse:
    """What one asked for, what one could ask for, and by which ways one is told."""
    person = request.person
    return page(
        request,
        "notices/reminders.html",
        reminders=saying.reminders_of(person),
        offers=saying.offers_to(person),
        wishes=Wishes.of(person),
        devices=person.push_devices.count(),
        mail=MailAddress.objects.filter(person=person).first(),
        mails=can_be_sent(),
        feed=CalendarFeed.objects.filter(person=person).first(),
    )


@signed_in
@once
def reminder(request: Request, kind: str, subject: str) -> HttpResponse:
    """What this reminder is and does, before anybody says yes; then when it comes."""
    person, wanted = request.person, _wanted(request, kind, subject)
    form = SetReminder(sent(request), person=person, kind=wanted, subject=subject)
    if form.is_valid():
        reminding.remind(person=person, kind=kind, subject=subject, when=form.chosen())
        say(request, _("It is set. You can change it here whenever you like."))
        return go("reminders")
    status = UNPROCESSABLE if form.is_bound else 200
    told = {"kind": wanted, "subject": subject, "name": wanted.name_of(person, subject)}
    told["mine"] = person.reminders.filter(kind=kind, subject=subject).first()
    return page(request, "notices/reminder.html", status, form=form, city=city_of(home_zone(person)), **told)


@require_POST
@signed_in
@once
def end(request: Request, reminder_id: str) -> HttpResponse:
    """Take one away. Taking it away twice is once."""
    reminding.no_more(person=request.person, public_id=reminder_id)
    say(request, _("You are not reminded of it any more."))
    return go("reminders")


def _wanted(request: Request, name: str, subject: str) -> Kind:
    """A kind, with a thing of this person's; for anything else there is nothing here."""
    kind = kinds.named(name)
    if kind is None or kind.cause != Cause.SET or kind.name_of(request.person, subject) is None:
        raise Http404
    return kind
