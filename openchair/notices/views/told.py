"""What stands on Today, and is done with."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from openchair.kit.pages import SeeOther
from openchair.notices import telling
from openchair.people.local import local_path
from openchair.people.requests import Request, signed_in


@require_POST
@signed_in
def read(request: Request, notice_id: str) -> HttpResponse:
    """Seen: it is not shown again. Twice is once."""
    telling.read(person=request.person, public_id=notice_id)
    return SeeOther(local_path(request.POST.get("next", "")) or "/today/")
