"""On the way out: where a link in somebody's words leads, said before one goes."""

from django.http import Http404, HttpResponse

from openchair.kit.links import REL, Link, NotALink
from openchair.kit.pages import page
from openchair.people.requests import Request, open_to_all


@open_to_all
def away(request: Request) -> HttpResponse:
    """The host by name, and one link. Nothing goes there by itself, and nothing asks there for anything."""
    try:
        link = Link.back(request.GET.get("to", ""))
    except NotALink:
        raise Http404 from None
    return page(request, "project/away.html", link=link, rel=REL)
