"""What was told about one's own sign-in: read, or not one's own doing."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.pages import SeeOther, go, page, say
from openchair.people import notices, recovering
from openchair.people.local import local_path
from openchair.people.requests import Request, confirmed, here, signed_in


@require_POST
@signed_in
def read(request: Request) -> HttpResponse:
    """This session has read it; the others still show it."""
    notices.have_read(here(request))
    return SeeOther(local_path(request.POST.get("next", "")) or "/")


@signed_in
@confirmed
def not_me(request: Request) -> HttpResponse:
    """Sign out everywhere else, take back what may be somebody else's way in, and choose new words."""
    if request.method != "POST":
        return page(request, "people/not_me.html")
    recovering.not_me(person=request.person, here=here(request).pk)
    notices.have_read(here(request))
    say(
        request,
        _("Signed out everywhere else. Now choose new words, then make new spare keys."),
    )
    return go("my-words")
