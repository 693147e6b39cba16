"""About words of somebody in the chair: mute, block, or tell the hosts, two taps from the words."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.gatherings import wording
from openchair.gatherings.models import Wording
from openchair.gatherings.subject import subject_of
from openchair.gatherings.views.finding import allowed
from openchair.gatherings.wording import of_another
from openchair.groups.views.turning_from import block_writer, mute_writer
from openchair.kit.pages import go, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.safety.views.about_words import Ways, about_page, told_before


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def about(request: Request, gathering_id: str, wording_id: str) -> HttpResponse:
    """As of a share. Whoever told of them, or mutes, reads our words in their place."""
    view = allowed(request, "gathering.read", gathering_id)
    before = told_before(request, wording_id)
    if before:
        return before
    words = of_another(request.person, view.gathering, wording_id)
    return about_page(request, subject_of(words), _ways(words))


@require_POST
@signed_in
@once
def mute(request: Request, gathering_id: str, wording_id: str) -> HttpResponse:
    """Nothing more of who wrote them, one way."""
    words = _found(request, gathering_id, wording_id)
    mute_writer(request, words.membership)
    return go("gathering", gathering_id)


@require_POST
@signed_in
@once
def block(request: Request, gathering_id: str, wording_id: str) -> HttpResponse:
    """Neither sees the other any more."""
    words = _found(request, gathering_id, wording_id)
    block_writer(request, words.membership)
    return go("gathering", gathering_id)


@require_POST
@signed_in
@once
def take_away(request: Request, gathering_id: str, wording_id: str) -> HttpResponse:
    """One's own; a host takes away another's too, whether or not they read it."""
    view = allowed(request, "gathering.read", gathering_id)
    if not wording.take_away(by=view.mine, gathering=view.gathering, public_id=wording_id):
        raise Http404
    say(request, _("These words are gone from the meeting."))
    return go("gathering", gathering_id)


def _found(request: Request, gathering_id: str, wording_id: str) -> Wording:
    view = allowed(request, "gathering.read", gathering_id)
    return of_another(request.person, view.gathering, wording_id)


def _ways(words: Wording) -> Ways:
    args = [words.gathering.public_id, words.public_id]
    here, mute_it, block_it = (
        reverse(f"gathering-words-{one}", args=args) for one in ("about", "mute", "block")
    )
    back = reverse("gathering", args=args[:1])
    return Ways(here, "", mute_it, block_it, back, _("The meeting"), words.membership.alias)
