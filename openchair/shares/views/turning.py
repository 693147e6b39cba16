"""Turning from words or from people. Nobody is told."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import go, say
from openchair.people import muting
from openchair.people.blocking import block as keep_apart
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
    name = what.membership.alias
    muting.mute(person=request.person, other=what.person, met_as=name)
    say(request, _("You see nothing more that %(name)s shares. They are not told.") % {"name": name})
    return go("group-shares", what.group.public_id)


@require_POST
@signed_in
@once
def block(request: Request, words_id: str) -> HttpResponse:
    """Neither sees the other any more."""
    what = words_of(words_id)
    POLICY.require(request.person, "words.turn_from", what)
    keep_apart(person=request.person, other=what.person, met_as=what.membership.alias)
    say(request, _("Blocked. You do not see each other’s words any more, and they are not told."))
    return go("group-shares", what.group.public_id)
