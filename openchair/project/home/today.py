"""Today: one thing to do, tonight's meetings, one's own groups."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.kit.pages import page
from openchair.meetings import listing
from openchair.people.models import Person
from openchair.people.requests import Request, signed_in
from openchair.project.home.one_thing import one_thing

MOST = 8


@signed_in
def today(request: Request) -> HttpResponse:
    """The first page of a signed-in person; it greets without a name, because there is no place-wide one."""
    mine = _memberships(request.person)
    own = listing.mine_today(request.zone, request.person, MOST)
    return page(
        request,
        "project/today.html",
        greeting=_greeting(now().astimezone(request.zone).hour),
        thing=one_thing(request.person, mine, own),
        memberships=mine,
        own=own,
        others=[] if own else listing.everything_today(request.zone, request.person).rows[:MOST],
    )


def _memberships(person: Person) -> list[Membership]:
    mine = Membership.objects.current().filter(person=person, group__in=Group.objects.of(person))
    return list(mine.with_standing().select_related("group").order_by("group__name"))


def _greeting(hour: int) -> str:
    if 5 <= hour < 12:
        return _("Good morning")
    if 12 <= hour < 18:
        return _("Good afternoon")
    if 18 <= hour < 23:
        return _("Good evening")
    return _("You are up late. Good that you are here.")
