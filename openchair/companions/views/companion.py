"""One companion: what they let one see, what one lets them see, and the way out."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.companions import asking, letting_know, seeing, showing
from openchair.companions.forms import ShowForm
from openchair.companions.models import Companionship
from openchair.companions.naming import beside
from openchair.companions.policy import door
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths.saying import day
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def companion(request: Request, companion_id: str) -> HttpResponse:
    """A day on which nothing was written looks like one on which nothing is shown."""
    found = door(request.person, "companion.read", companion_id)
    shown = showing.shown(companionship=found, by=request.person)
    form = ShowForm(sent(request), shown=shown)
    if form.is_valid():
        items = form.cleaned_data["items"]
        showing.show(companionship=found, by=request.person, items=items)
        say(request, _("Kept. They are not told that you changed anything."))
        return go("companion", found.public_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "companions/companion.html", status, form=form, **_both_sides(request, found))


@require_POST
@signed_in
@once
def end(request: Request, companion_id: str) -> HttpResponse:
    """One press, and a way back on the next page."""
    found = door(request.person, "companion.end", companion_id)
    asking.end(companionship=found, by=request.person)
    say(request, _("It has ended, for both of you."), undo=reverse("companion-return", args=[companion_id]))
    return go("companions")


@require_POST
@signed_in
@once
def go_on(request: Request, companion_id: str) -> HttpResponse:
    """It was pressed by mistake."""
    found = door(request.person, "companion.go_on", companion_id)
    asking.go_on(companionship=found)
    return go("companion", found.public_id)


@require_POST
@signed_in
@once
def take_word_back(request: Request, companion_id: str) -> HttpResponse:
    """What one told them is gone from their pages."""
    found = door(request.person, "companion.show", companion_id)
    letting_know.take_back(companionship=found, person=request.person)
    say(request, _("Taken back. If they read it before, they may remember it."))
    return go("companion", found.public_id)


def _both_sides(request: Request, found: Companionship) -> dict[str, object]:
    other, until = found.other(request.person), showing.until(companionship=found, by=request.person)
    return {
        "one": beside(request.person, [found])[0],
        "lines": seeing.lines_of(found, other, request.place),
        "word": seeing.has_a_word(found, other),
        "has_told": letting_know.stands(companionship=found, person=request.person),
        "until": day(until.astimezone(request.zone).date()) if until else "",
    }
