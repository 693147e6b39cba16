"""One's companions, and asks that wait."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.companions import asking, caring
from openchair.companions.models import Companionship
from openchair.companions.naming import Beside, beside
from openchair.companions.policy import door
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.kit.pages import go, page, say
from openchair.paths.saying import day
from openchair.people.models import Person
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def companions(request: Request) -> HttpResponse:
    """Who asks, whom one asked, who is beside one, and where to find somebody."""
    person, mine = request.person, Companionship.objects.of(request.person).select_related("group")
    waiting = beside(person, mine.waiting(now()))
    asks = [one for one in waiting if _waits_for(person, one)]
    asked = [
        (one, day(one.companionship.stands_until.astimezone(request.zone).date()))
        for one in waiting
        if one.companionship.asker_id == person.pk
    ]
    shown = {"asks": asks, "asked": asked, "companions": beside(person, mine.standing())}
    groups, care = Group.objects.of(person), caring.of(person)
    return page(request, "companions/companions.html", 200, **shown, groups=groups, care=care)


@require_POST
@signed_in
@once
def accept(request: Request, companion_id: str) -> HttpResponse:
    """Yes; what they may see of each other is chosen on the next page."""
    found = door(request.person, "companion.answer", companion_id)
    asking.accept(companionship=found)
    say(request, _("You are companions now. They see nothing of you unless you choose it here."))
    return go("companion", found.public_id)


@require_POST
@signed_in
@once
def set_aside(request: Request, companion_id: str) -> HttpResponse:
    """Not now. The asker sees no difference."""
    asking.set_aside(companionship=door(request.person, "companion.answer", companion_id))
    say(request, _("Put away. They are not told."))
    return go("companions")


@require_POST
@signed_in
@once
def take_back(request: Request, companion_id: str) -> HttpResponse:
    """The asker thinks again."""
    asking.take_back(companionship=door(request.person, "companion.take_back", companion_id))
    say(request, _("You no longer ask."))
    return go("companions")


def _waits_for(person: Person, one: Beside) -> bool:
    return one.companionship.asked_id == person.pk and one.companionship.set_aside_at is None
