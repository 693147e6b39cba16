"""Resting, putting away, counting again, and deleting for good."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths import noting
from openchair.paths.forms import RestartForm
from openchair.paths.policy import door
from openchair.paths.views.drawn import drawn
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
@once
def rest(request: Request, path_id: str) -> HttpResponse:
    """Nothing is counted from today on, and nothing is lost."""
    it = drawn(request, door(request.person, "path.change", path_id))
    noting.pause(path=it.path, on=it.reckoning.today)
    say(request, _("Resting. What you kept stays."))
    return go("path", path_id)


@require_POST
@signed_in
@once
def end(request: Request, path_id: str) -> HttpResponse:
    """Out of the way, with all its days."""
    it = drawn(request, door(request.person, "path.change", path_id))
    noting.end(path=it.path, on=it.reckoning.today)
    say(request, _("Put away. What you kept stays."))
    return go("paths")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def restart(request: Request, path_id: str) -> HttpResponse:
    """After a rest the same run goes on; otherwise a new one begins."""
    it = drawn(request, door(request.person, "path.change", path_id))
    form = RestartForm(sent(request), picture=it)
    if form.is_valid():
        noting.restart(path=it.path, when=form.when)
        say(request, _("Your days are counted again."))
        return go("path", path_id)
    return page(request, "paths/restart.html", UNPROCESSABLE if form.errors else 200, form=form, it=it)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def purge(request: Request, path_id: str) -> HttpResponse:
    """Asked once, because it cannot be taken back."""
    path = door(request.person, "path.change", path_id)
    if request.method == "POST":
        noting.purge(path=path)
        say(request, _("Deleted, with everything that was noted."))
        return go("paths")
    return page(request, "paths/purge.html", path_id=path_id)
