"""What a host put out of sight: for its writer, and for the hosts."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.forms import LineForm
from openchair.groups.naming import put_out_of_sight
from openchair.groups.policy import mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.stories import holding, telling
from openchair.stories.finding import group_of
from openchair.stories.models import Story
from openchair.stories.policy import GROUP_POLICY, door
from openchair.stories.seeing import held_by, held_for, reader_of
from openchair.stories.showing import card_of, held_cards


@require_safe
@signed_in
def mine(request: Request, group_id: str) -> HttpResponse:
    """One's own, why they are out of sight, and what one can do."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "story.write", group)
    reader = reader_of(request.person, mine_in(group, request.person))
    cards = held_cards(reader, held_by(reader), request.zone)
    return page(request, "stories/held.html", group=group, cards=cards)


@require_safe
@signed_in
def to_look_at(request: Request, group_id: str) -> HttpResponse:
    """For hosts: what was changed since first, then the rest."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "story.look_at", group)
    reader = reader_of(request.person, mine_in(group, request.person))
    cards = held_cards(reader, held_for(reader), request.zone)
    return page(request, "stories/to_look_at.html", group=group, cards=cards)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def take_out(request: Request, story_id: str) -> HttpResponse:
    """A host puts a story out of sight, with a line to whoever wrote it."""
    story = door(request.person, "story.take_out", story_id)
    form = LineForm(sent(request), has_nobody=story.has_nobody)
    if form.is_valid():
        by = mine_in(story.group, request.person)
        _put_out(request, story, holding.take_out(story=story, by=by, line=form.cleaned_data["line"]))
        return go("stories-to-look-at", story.group.public_id)
    card = card_of(reader_of(request.person, mine_in(story.group, request.person)), story, request.zone)
    context = {"story": story, "card": card, "form": form}
    return page(request, "stories/story_out.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def let_back(request: Request, story_id: str) -> HttpResponse:
    """In its place again, as the host has read it."""
    story = door(request.person, "story.let_back", story_id)
    try:
        if holding.let_back(story=story, read=request.POST.get("read", "")):
            telling.looked_at(story)
        say(request, _("Let out. Whom it is meant for can read it now."))
    except holding.ChangedSince:
        say(request, _("Its writer changed it meanwhile. Please read it again."))
    return go("stories-to-look-at", story.group.public_id)


def _put_out(request: Request, story: Story, is_kept: bool) -> None:
    if not is_kept:
        say(request, _("Another host put it out of sight before you. Whoever wrote it reads their line."))
        return
    telling.looked_at(story)
    undo = reverse("story-out-end", args=[story.public_id])
    say(request, put_out_of_sight(has_nobody=story.has_nobody), undo=undo)
