"""Today: one thing to do, tonight's meetings, one's own groups."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.checkins.views.card import card_of
from openchair.greeting.on_today import where_somebody_waits, where_words_are_held, with_waiting
from openchair.greeting.queue import BACK as WAITS_FOR
from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.clock import now
from openchair.kit.pages import page
from openchair.kit.prepared import prepared
from openchair.meetings import listing
from openchair.meetings.telling import sentences
from openchair.notices.showing import told_to
from openchair.people import codes
from openchair.people.models import Person
from openchair.people.requests import Request, signed_in
from openchair.project.home.one_thing import one_thing
from openchair.project.home.your_days import your_days
from openchair.shares.newly import BACK, new_for, with_new

MOST = 8


@signed_in
def today(request: Request) -> HttpResponse:
    """The first page of a signed-in person; it greets without a name, because there is no place-wide one."""
    mine = _memberships(request.person)
    own = listing.mine_today(request.zone, request.person, [one.group for one in mine], MOST) if mine else []
    return page(
        request,
        "project/today.html",
        200,
        greeting=_greeting(now().astimezone(request.zone).hour),
        days=your_days(request),
        checkin=card_of(request),
        thing=one_thing(request.person, mine, own),
        waits=told_to(request.person, sentences(own, request.person, request.place)),
        **_in_groups(request, mine, own),
    )


def _in_groups(request: Request, mine: list[Membership], own: list[listing.Row]) -> dict[str, object]:
    """One's groups, what is on and new in them, and where somebody waits for an answer or for a look."""
    waiting, new = where_somebody_waits(request.person, mine), new_for(request.person, mine, request.zone)
    others = [] if own else _others(request, mine)
    found = {"memberships": mine, "waiting_in": waiting, "new": new, "own": own, "others": others}
    return found | {"held_in": where_words_are_held(request.person, mine)}


def _others(request: Request, mine: list[Membership]) -> list[listing.Row]:
    """Who is in no group may see what a visitor sees, and that is asked in fewer words."""
    return listing.everything_today(request.zone, request.person if mine else None).rows[:MOST]


def _memberships(person: Person) -> list[Membership]:
    return sorted(
        _current(person.pk, now() - BACK, now() - WAITS_FOR), key=lambda one: one.group.name.casefold()
    )


@prepared
def _current(person: UUID, new_since: datetime, waits_since: datetime) -> MembershipQuerySet:
    mine = Membership.objects.of(person)
    known = with_new(mine.with_standing().select_related("group"), new_since)
    return with_waiting(known, waits_since).annotate(spare_keys=codes.counted(person))


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return _("Good morning")
    if 12 <= hour < 18:
        return _("Good afternoon")
    if 18 <= hour < 23:
        return _("Good evening")
    return _("You are up late. Good that you are here.")
