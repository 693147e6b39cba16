"""One's own calendar: its secret address, and what is found there."""

import hashlib

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.clock import now
from openchair.kit.pages import go, page, say
from openchair.notices import calendar_file, feeds
from openchair.notices.forms import MakeFeed
from openchair.notices.models import CalendarFeed
from openchair.people import drafts
from openchair.people.once import once
from openchair.people.requests import Request, confirmed, open_to_all, signed_in

_FRESH, _SHOWN_FOR = "calendar", 60  # seconds: the address travels once, sealed, to the page that shows it


@signed_in
@confirmed
@once
def calendar(request: Request) -> HttpResponse:
    """What a calendar tells whom; then an address of one's own, which is shown once."""
    if request.method == "POST":
        return _make(request)
    fresh = drafts.read(request, _FRESH)
    where = ""
    if fresh:
        where = request.build_absolute_uri(reverse("calendar-feed", args=[fresh["token"]]))
    feed = CalendarFeed.objects.filter(person=request.person).first()
    form = MakeFeed(initial={"tells_names": feed.tells_names if feed else False})
    answer = page(request, "notices/calendar.html", form=form, feed=feed, where=where)
    drafts.forget(answer, _FRESH)
    return answer


@require_POST
@signed_in
@once
def end(request: Request) -> HttpResponse:
    """The address finds nothing from now on."""
    feeds.revoke(person=request.person)
    say(
        request,
        _("The address no longer works. Calendars keep what they have read until you remove it there."),
    )
    return go("reminders-calendar")


@open_to_all
def feed(request: Request, feed: str) -> HttpResponse:
    """The file, for whoever has the address. It sets no cookie and needs none."""
    found = feeds.find(feed)
    if found is None:
        raise Http404
    body = calendar_file.file_of(found, now())
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers={"ETag": etag})
    answer["Cache-Control"] = "private, no-cache"
    answer["Content-Disposition"] = 'inline; filename="notes.ics"'
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _make(request: Request) -> HttpResponse:
    form = MakeFeed(request.POST)
    form.full_clean()
    token = feeds.make(person=request.person, tells_names=form.cleaned_data["tells_names"])
    answer = go("reminders-calendar")
    drafts.keep(answer, _FRESH, {"token": token}, _SHOWN_FOR)
    return answer
