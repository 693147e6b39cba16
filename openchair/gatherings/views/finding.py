"""The meeting that an address names, for whoever asks."""

from openchair.gatherings.policy import door
from openchair.gatherings.showing import View
from openchair.groups.policy import mine_in
from openchair.people.requests import Request


def allowed(request: Request, act: str, gathering_id: str) -> View:
    """The meeting as this member sees it. Raises Http404 when the act is not open to them."""
    found = door(request.person, act, gathering_id)
    mine = mine_in(found.group, request.person)
    mine.group = found.group
    return View(request.person, mine, found, request.zone)
