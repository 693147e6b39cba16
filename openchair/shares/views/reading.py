"""How one reads: what one does not want to see, and how far one is."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.groups.news import Asked
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.models import Mute, Reading
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares.forms import WishesForm
from openchair.shares.marking import have_read, leave_out
from openchair.shares.newly import (
    besides_shares,
    everything_new,
    line_of,
    moment_of,
    new_since,
    newest_of,
)
from openchair.shares.paging import sheet_of
from openchair.shares.seeing import reader_of
from openchair.shares.showing import cards_of, with_replies


@require_safe
@signed_in
def new(request: Request) -> HttpResponse:
    """Everything that others brought since one said one had read, over all one's groups. A list that ends."""
    mine, kept = list(_memberships(request).select_related("group")), Reading.of(request.person)
    reader, since = reader_of(request.person, mine), new_since(kept)
    found = with_replies(everything_new(reader, since), request.person.pk)
    before, after = request.GET.get("before", ""), request.GET.get("after", "")
    sheet = sheet_of(found.select_related("group"), before=before, after=after)
    cards = cards_of(reader, sheet.shares, request.zone, kept.topics)
    asked = Asked(request.person, mine, since, request.zone, kept.topics)
    others = besides_shares(asked)
    newest = request.GET.get("newest", "") or newest_of([line_of(one) for one in cards], others.lines)
    context = {"cards": cards, "others": others, "sheet": sheet, "newest": newest}
    return page(request, "shares/everything_new.html", 200, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def wishes(request: Request) -> HttpResponse:
    """Topics to leave out, and the people whose shares one does not see."""
    kept = Reading.of(request.person)
    form = WishesForm(sent(request), topics=kept.topics)
    if form.is_valid():
        leave_out(person=request.person, topics=form.cleaned_data["topics"])
        say(request, _("Saved. It holds in all your groups."))
        return go("share-wishes")
    muted = Mute.objects.filter(person=request.person).shown().order_by("-since")
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "shares/wishes.html", status, form=form, muted=muted)


@require_POST
@signed_in
@once
def unmute(request: Request, mute_id: UUID) -> HttpResponse:
    """See what they share again."""
    Mute.objects.filter(person=request.person, pk=mute_id).delete()
    say(request, _("You see again what they share."))
    return go("share-wishes")


@require_POST
@signed_in
@once
def read(request: Request) -> HttpResponse:
    """One has read what Today named: everything up to the newest of it."""
    until = moment_of(request.person, list(_memberships(request)), request.POST.get("newest", ""))
    if until is not None:
        have_read(person=request.person, until=until)
    return go("today", anchor="new")


def _memberships(request: Request) -> MembershipQuerySet:
    return Membership.objects.of(request.person).with_standing()
