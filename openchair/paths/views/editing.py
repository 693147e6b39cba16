"""A new path, and one described otherwise."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths import noting
from openchair.paths.forms import PathForm
from openchair.paths.policy import door
from openchair.paths.views.drawn import drawn
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.people.settling import home_of, moment_here, settle


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request) -> HttpResponse:
    """Where one is now becomes the home of one's days, until one says otherwise."""
    if not request.person.home_zone and request.method == "POST":
        settle(person=request.person, place=request.place, zone=request.zone.key, rollover=0)
    home = home_of(request.person, request.place)
    form = PathForm(sent(request), home=home, today=home.day(moment_here(request.place)))
    if form.is_valid():
        begun = noting.begin(person=request.person, about=form.about, when=form.when)
        say(request, _("Your path is kept."))
        return go("path", begun.public_id)
    return page(request, "paths/new.html", UNPROCESSABLE if form.errors else 200, form=form, home=home)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, path_id: str) -> HttpResponse:
    """As often as one likes."""
    it = drawn(request, door(request.person, "path.change", path_id))
    form = PathForm(sent(request), home=it.home, today=it.reckoning.today, picture=it)
    if form.is_valid():
        noting.describe(path=it.path, start=it.start, about=form.about, when=form.when)
        say(request, _("Kept as you say."))
        return go("path", path_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "paths/edit.html", status, form=form, it=it, home=it.home)
