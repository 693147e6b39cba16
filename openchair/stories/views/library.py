"""A group's library: its stories, by theme and by where they are told from. A list that ends."""

from django.http import HttpResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from openchair.groups.policy import mine_in
from openchair.kit.pages import page
from openchair.people.models import Reading
from openchair.people.requests import Request, signed_in
from openchair.stories.finding import group_of
from openchair.stories.forms import FinderForm
from openchair.stories.policy import GROUP_POLICY
from openchair.stories.seeing import Reader, held_for, reader_of
from openchair.stories.shelves import Wanted, shelf_of


@require_safe
@signed_in
def stories(request: Request, group_id: str) -> HttpResponse:
    """Fifteen at most on a page."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "story.list", group)
    reader = reader_of(request.person, mine_in(group, request.person))
    finder = FinderForm(request.GET)
    theme, stage = finder.chosen("theme"), finder.chosen("stage")
    wanted = Wanted(theme, stage, Reading.of(request.person).topics)
    before = request.GET.get("before", "")
    shelf = shelf_of(reader, wanted, request.zone, before)
    for card in shelf.cards:
        card.story.group = group
    context = {"finder": finder, "shelf": shelf, "before": before, "waiting": _waiting(reader)}
    return page(request, "stories/library.html", 200, group=group, kept=_kept(theme, stage), **context)


def _waiting(reader: Reader) -> int:
    """How many stories out of sight were changed, for a host to look at."""
    return held_for(reader).waiting().count() if reader.membership.is_host else 0


def _kept(theme: str, stage: str) -> str:
    """What a further page goes on asking for."""
    kept = urlencode({name: one for name, one in (("theme", theme), ("stage", stage)) if one})
    return f"{kept}&" if kept else ""
