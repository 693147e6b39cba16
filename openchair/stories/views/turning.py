"""Turning from a story or from a person. Nobody is told."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.groups.views.turning_from import block_writer, mute_writer
from openchair.kit.pages import go, say
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
    mute_writer(request, story.membership)
    return go("group-stories", story.group.public_id)


@require_POST
@signed_in
@once
def block(request: Request, story_id: str) -> HttpResponse:
    """Neither sees the other any more."""
    story = door(request.person, "story.turn_from", story_id)
    block_writer(request, story.membership)
    return go("group-stories", story.group.public_id)
