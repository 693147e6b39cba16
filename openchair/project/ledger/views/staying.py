"""Taking it back: whoever asked to be erased signs in within the time and presses one button."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say
from openchair.people import drafts, sessions
from openchair.people.models import Erasure, Person
from openchair.people.requests import Request, open_to_all
from openchair.project.ledger import erasing, saying


@open_to_all
def stay(request: Request) -> HttpResponse:
    """For whoever has just signed in to an account that waits to be erased; they are in no session yet."""
    draft = drafts.read(request, sessions.STAY)
    if draft is None:
        return go("sign-in")
    asked = Erasure.objects.filter(person_id=draft["person"]).select_related("person").first()
    if asked is None:
        return _too_late(request)
    if request.method == "POST":
        return _back(request, asked.person, draft["mode"])
    return page(request, "ledger/stay.html", when=saying.moment(asked.due_at, request.zone))


def _back(request: Request, person: Person, mode: str) -> HttpResponse:
    if not erasing.take_back(person=person):
        return _too_late(request)
    answer = go("today")
    drafts.forget(answer, sessions.STAY)
    sessions.begin(request, answer, person, mode)
    say(request, _("Good to have you. Nothing was erased, and your groups see you again."))
    return answer


def _too_late(request: Request) -> HttpResponse:
    answer = page(request, "ledger/too_late.html", UNPROCESSABLE)
    drafts.forget(answer, sessions.STAY)
    return answer
