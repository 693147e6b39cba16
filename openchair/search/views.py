"""Finding something again. What one looks for stands in no address, no history and no log."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.models import Membership
from openchair.kit.pages import UNPROCESSABLE, page, sent
from openchair.people.limits import Limit, take
from openchair.people.models import Reading
from openchair.people.requests import Request, signed_in
from openchair.search.forms import MINE, SearchForm
from openchair.search.matching import Wanted
from openchair.search.scanning import look
from openchair.search.shelves import in_group, leaves_of, own, whole
from openchair.search.showing import Hit, hits_in, own_hits
from openchair.shares.seeing import reader_of

LOOKING = Limit("search", times=60, seconds=600)
TOO_MANY = 429
TEMPLATE = "search/search.html"


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found. `go_on`: where to look further back; empty when there is nothing more."""

    hits: list[Hit]
    looked_at: int
    go_on: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def search(request: Request) -> HttpResponse:
    """The field, and below it what was found."""
    mine = {one.group.public_id: one for one in _memberships(request)}
    groups = [(key, one.group.name) for key, one in mine.items()]
    form = SearchForm(sent(request), groups=groups, where=request.GET.get("in", MINE))
    if not form.is_valid():
        return page(request, TEMPLATE, UNPROCESSABLE if form.errors else 200, form=form, results=None)
    if not take(LOOKING, str(request.person.pk)):
        form.add_error("words", _("That is a lot in a short time. Please wait a few minutes."))
        return page(request, TEMPLATE, TOO_MANY, form=form, results=None)
    results = _found(request, form, mine.get(form.cleaned_data["where"]))
    return page(request, TEMPLATE, form=form, results=results)


def _found(request: Request, form: SearchForm, there: Membership | None) -> Results:
    wanted, after = Wanted.of(form.cleaned_data["words"]), form.cleaned_data["after"]
    if there is None:
        seen = look(wanted, leaves_of(own(request.person), after))
        hits = own_hits(wanted, request.person, whole(seen.found), request.zone)
        return Results(hits, seen.looked_at, seen.go_on)
    reader = reader_of(request.person, [there])
    seen = look(wanted, leaves_of(in_group(reader), after))
    topics = Reading.of(request.person).topics
    return Results(
        hits_in(wanted, reader, whole(seen.found), request.zone, topics), seen.looked_at, seen.go_on
    )


def _memberships(request: Request) -> list[Membership]:
    found = Membership.objects.of(request.person).with_standing().select_related("group")
    return sorted(found, key=lambda one: one.group.name.casefold())
