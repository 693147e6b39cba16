"""Turning from words or from people. Nobody is told."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.groups.views.turning_from import block_writer, mute_writer
from openchair.kit.pages import go, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares import turning
from openchair.shares.finding import words_of
from openchair.shares.policy import POLICY


@require_POST
@signed_in
@once
def hide(request: Request, words_id: str) -> HttpResponse:
    """This one, out of one's own sight."""
    what = words_of(words_id)
    POLICY.require(request.person, "words.hide", what)
    turning.hide(person=request.person, what=what)
    say(request, _("Hidden from you. Nobody is told."), undo=reverse("words-return", args=[words_id]))
    return go("group-shares", what.group.public_id)


@require_POST
@signed_in
@once
def show(request: Request, words_id: str) -> HttpResponse:
    """In one's sight again."""
    what = words_of(words_id)
    POLICY.require(request.person, "words.show", what)
    turning.show(person=request.person, what=what)
    say(request, _("You see it again."))
    return go("group-shares", what.group.public_id)


@require_POST
@signed_in
@once
def mute(request: Request, words_id: str) -> HttpResponse:
    """Nothing more of who wrote it, one way."""
    what = words_of(words_id)
    POLICY.require(request.person, "words.turn_from", what)
    mute_writer(request, what.membership)
    return go("group-shares", what.group.public_id)


@require_POST
@signed_in
@once
def block(request: Request, words_id: str) -> HttpResponse:
    """Neither sees the other any more."""
    what = words_of(words_id)
    POLICY.require(request.person, "words.turn_from", what)
    block_writer(request, what.membership)
    return go("group-shares", what.group.public_id)
