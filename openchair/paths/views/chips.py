"""Chips, given in private: all there are, and one to print, or to share with a group."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.kit.pages import UNPROCESSABLE, go, page, say
from openchair.paths import sharing
from openchair.paths.chips import chip_of, chips_of, come_as
from openchair.paths.forms import ShareForm
from openchair.paths.milestones import Coming
from openchair.paths.models import Celebration
from openchair.paths.picture import Picture
from openchair.paths.policy import door
from openchair.paths.views.drawn import drawn
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def chips(request: Request, path_id: str) -> HttpResponse:
    """Every one there ever was; the newest first."""
    it = drawn(request, door(request.person, "path.read", path_id))
    return page(request, "paths/chips.html", it=it, chips=chips_of(it)[::-1])


@require_safe
@signed_in
def chip(request: Request, path_id: str, chip_id: str) -> HttpResponse:
    """One of them, large. On paper there is nothing but the chip."""
    it = drawn(request, door(request.person, "path.read", path_id))
    return _one(request, it, _come(it, chip_id))


@require_POST
@signed_in
@once
def share(request: Request, path_id: str, chip_id: str) -> HttpResponse:
    """The group that was chosen sees it, and nobody is told of it."""
    it = drawn(request, door(request.person, "path.change", path_id))
    come = _come(it, chip_id)
    form = ShareForm(request.POST, members=sharing.could_see(request.person, sharing.shared_of(it, come)))
    if not form.is_valid():
        return _one(request, it, come, form)
    made = sharing.share(picture=it, come=come, member=form.member)
    undo = reverse("celebration-withdrawal", args=[made.public_id])
    say(request, _("%(group)s sees it now.") % {"group": form.member.group.name}, undo=undo)
    return go("path-chip", path_id, chip_id)


@require_POST
@signed_in
@once
def take_back(request: Request, celebration_id: str) -> HttpResponse:
    """One tap, at any time."""
    mine = Celebration.objects.filter(person=request.person, public_id=celebration_id)
    shared = mine.select_related("path").first()
    if shared is None:
        raise Http404
    sharing.take_back(celebration=shared)
    say(request, _("Taken back. Your group does not see it any more."))
    return go("path-chips", shared.path.public_id)


def _come(it: Picture, chip_id: str) -> Coming:
    come = come_as(it, chip_id)
    if come is None:
        raise Http404
    return come


def _one(request: Request, it: Picture, come: Coming, form: ShareForm | None = None) -> HttpResponse:
    shared = sharing.shared_of(it, come)
    form = form or ShareForm(None, members=sharing.could_see(request.person, shared))
    context = {"it": it, "chip": chip_of(it, come), "form": form, "shared": shared}
    return page(request, "paths/chip.html", UNPROCESSABLE if form.errors else 200, **context)
