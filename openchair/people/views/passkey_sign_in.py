"""Coming in with a passkey. No name is typed, and none is told."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from openchair.kit.pages import UNPROCESSABLE, SeeOther, page
from openchair.people import drafts, limits, passkeys, sessions, signing_in
from openchair.people.forms import SignIn
from openchair.people.local import local_path
from openchair.people.models import Session
from openchair.people.requests import Request, open_to_all
from openchair.people.views.in_a_moment import in_a_moment

PASSKEY = "passkey"


@require_POST
@open_to_all
def challenge(request: Request) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Something new to sign, for whoever asks; it stands in a sealed cookie for five minutes."""
    fresh = passkeys.new_challenge()
    answer = JsonResponse(passkeys.to_ask(challenge=fresh))
    keep_challenge(answer, {"challenge": fresh})
    return answer


@require_POST
@open_to_all
def sign_in(request: Request) -> HttpResponse:
    """One answer to every passkey that does not open: not there, not yet, removed, replayed, not ours."""
    after = local_path(request.POST.get("next", ""))
    if not limits.take_from_network(signing_in.BY_NETWORK, request):
        return in_a_moment(request)
    passkey = passkeys.prove(answer=request.POST.get("passkey", ""), challenge=read_challenge(request))
    mode = request.POST.get("mode", "")
    if passkey is None or mode not in Session.Mode.values:
        answer = page(
            request, "people/sign_in.html", UNPROCESSABLE, form=SignIn(None), after=after, not_it=True
        )
    else:
        answer = SeeOther(after or reverse("today"))
        sessions.begin(request, answer, passkey.person, mode)
    drafts.forget(answer, PASSKEY)
    return answer


def keep_challenge(answer: HttpResponse, draft: drafts.Draft) -> None:
    """Let the browser carry what it is to sign."""
    drafts.keep(answer, PASSKEY, draft, passkeys.LIVES)


def read_challenge(request: HttpRequest) -> str:
    """What this browser was given to sign; nothing when that is too long ago."""
    return (drafts.read(request, PASSKEY) or {}).get("challenge", "")
