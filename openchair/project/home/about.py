"""How it works, what is private, and what whoever keeps the machine could do."""

from django.conf import settings
from django.http import HttpResponse

from openchair.kit.pages import page
from openchair.people.requests import Request, open_to_all


@open_to_all
def about(request: Request) -> HttpResponse:
    """One page, for everyone."""
    contact = settings.OPENCHAIR_SECURITY_CONTACT
    return page(request, "project/about.html", contact=contact)
