"""A group's shares: the newest first, or those that wait for an answer. A list that ends."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openchair.groups.models import Norms
from openchair.groups.policy import group_of, mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.kit.prepared import prepared
from openchair.people.blocking import apart_from
from openchair.people.models import Reading
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares.forms import NormsForm
from openchair.shares.models import Response, Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.paging import (
    Sheet,
    first_sheet,
    newer_of,
    newer_sheet,
    newest_of,
    older_of,
    older_sheet,
    place_of,
)
from openchair.shares.policy import GROUP_POLICY
from openchair.shares.seeing import Reader, held_by, reader_of, seen_by, waiting_for, waiting_of
from openchair.shares.showing import cards_of, given_by, with_replies
from openchair.shares.threads import threads_of


@require_safe
@signed_in
def shares(request: Request, group_id: str) -> HttpResponse:
    """Fifteen at most on a page."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "share.list", group)
    mine = mine_in(group, request.person)
    reader, wishes = reader_of(request.person, [mine]), Reading.of(request.person)
    waiting = request.GET.get("order") == "waiting"
    sheet = _sheet(request, reader, waiting=waiting)
    for one in sheet.shares:
        one.group = group
    cards = cards_of(reader, sheet.shares, request.zone, wishes.topics, given_by(reader, sheet.shares))
    signs = Response.signs()
    context = {"group": group, "cards": cards, "sheet": sheet, "waiting": waiting, "signs": signs}
    context["threads"] = threads_of(sheet.shares)
    context["held"] = bool(_held(request.person.pk, group.pk))
    return page(request, "shares/shares.html", 200, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def norms(request: Request, group_id: str) -> HttpResponse:
    """How the group shares, settled by its hosts."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "share.norms", group)
    form = NormsForm(sent(request), norms=Norms.of(group))
    if form.is_valid():
        Norms.objects.update_or_create(group=group, defaults={"unnamed": form.cleaned_data["unnamed"]})
        say(request, _("Saved. What was shared before stands as it is."))
        return go("group-shares", group.public_id)
    return page(request, "shares/norms.html", UNPROCESSABLE if form.errors else 200, group=group, form=form)


def _sheet(request: Request, reader: Reader, *, waiting: bool) -> Sheet:
    before, after = request.GET.get("before", ""), request.GET.get("after", "")
    person, group = request.person.pk, next(iter(reader.memberships))
    place = place_of(before or after)
    if waiting and place:
        found = with_replies(waiting_for(reader), person)
        return older_sheet(older_of(found, *place)) if before else newer_sheet(newer_of(found, *place))
    if waiting:
        return first_sheet((_waiting_apart if apart_from(request.person) else _waiting)(person, group))
    if place is None:
        return first_sheet(_newest(person, group))
    return (
        older_sheet(_older(person, group, *place)) if before else newer_sheet(_newer(person, group, *place))
    )


def _seen(person: UUID, group: UUID) -> ShareQuerySet:
    return with_replies(seen_by(person, Share.objects.filter(group=group)), person)


@prepared
def _newest(person: UUID, group: UUID) -> ShareQuerySet:
    return newest_of(_seen(person, group))


@prepared
def _older(person: UUID, group: UUID, at: datetime, key: UUID) -> ShareQuerySet:
    return older_of(_seen(person, group), at, key)


@prepared
def _newer(person: UUID, group: UUID, at: datetime, key: UUID) -> ShareQuerySet:
    return newer_of(_seen(person, group), at, key)


@prepared
def _waiting(person: UUID, group: UUID) -> ShareQuerySet:
    return newest_of(waiting_of(person, _seen(person, group), meets_all=True))


@prepared
def _waiting_apart(person: UUID, group: UUID) -> ShareQuerySet:
    return newest_of(waiting_of(person, _seen(person, group), meets_all=False))


_held = prepared(held_by)
