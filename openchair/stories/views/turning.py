"""Turning from a story or from a person. Nobody is told."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, say
from openchair.people import muting
from openchair.people.blocking import block as keep_apart
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.stories import turning
from openchair.stories.policy import door


@require_POST
@signed_in
@once
def hide(request: Request, story_id: str) -> HttpResponse:
    """This one, out of one's own sight."""
    story = door(request.person, "story.hide", story_id)
    turning.hide(person=request.person, story=story)
    undo = reverse("story-hiding-end", args=[story_id])
    say(request, _("Hidden from you. Nobody is told."), undo=undo)
    return go("group-stories", story.group.public_id)


@require_POST
@signed_in
@once
def show(request: Request, story_id: str) -> HttpResponse:
    """In one's sight again."""
    story = door(request.person, "story.show", story_id)
    turning.show(person=request.person, story=story)
    say(request, _("You see it again."))
    return go("group-stories", story.group.public_id)


@require_POST
@signed_in
@once
def mute(request: Request, story_id: str) -> HttpResponse:
    """Nothing more of who wrote it, one way."""
    story = door(request.person, "story.turn_from", story_id)
    name = story.membership.alias
    muting.mute(person=request.person, other=story.person, met_as=name)
    say(request, _("You see nothing more that %(name)s shares. They are not told.") % {"name": name})
    return go("group-stories", story.group.public_id)


@require_POST
@signed_in
@once
def block(request: Request, story_id: str) -> HttpResponse:
    """Neither sees the other any more."""
    story = door(request.person, "story.turn_from", story_id)
    keep_apart(person=request.person, other=story.person, met_as=story.membership.alias)
    say(request, _("Blocked. You do not see each other’s words any more, and they are not told."))
    return go("group-stories", story.group.public_id)
