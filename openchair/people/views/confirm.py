"""Confirm it is you: before something that matters, and to take up staff powers."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from openchair.kit.clock import now
from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, sent
from openchair.people import drafts, limits, passkeys, sessions, signing_in
from openchair.people.forms import SayWords
from openchair.people.hashing import Busy
from openchair.people.limits import Limit
from openchair.people.local import local_path
from openchair.people.models import Stewardship
from openchair.people.requests import Request, here, signed_in
from openchair.people.views.in_a_moment import in_a_moment, soon
from openchair.people.views.passkey_sign_in import PASSKEY, read_challenge

# Of its own: whoever tries a sign-in name from elsewhere never stands in the way of somebody signed in.
BY_PERSON = Limit("confirm, by person", 5, 60)


@signed_in
def confirm(request: Request) -> HttpResponse:
    """The words once more, or a passkey; then back to where one was."""
    form = SayWords(sent(request))
    if request.method == "POST" and here(request).is_confirmed_at(now()) and _powers(request):
        return _on(request)
    if not form.is_valid():
        return _asked(request, form)
    if not limits.take(BY_PERSON, str(request.person.pk)):
        return in_a_moment(request)
    return _looked_at(request, form)


@require_POST
@signed_in
def by_passkey(request: Request) -> HttpResponse:
    """A passkey of this person; anybody else's opens nothing here."""
    if not limits.take(BY_PERSON, str(request.person.pk)):
        return in_a_moment(request)
    answer = request.POST.get("passkey", "")
    if passkeys.prove(answer=answer, challenge=read_challenge(request), person=request.person) is None:
        refused = _asked(request, SayWords(), not_it=True)
        drafts.forget(refused, PASSKEY)
        return refused
    limits.give_back(BY_PERSON, str(request.person.pk))
    return _on(request)


def _looked_at(request: Request, form: SayWords) -> HttpResponse:
    try:
        right = signing_in.is_right(request.person, form.cleaned_data["words"])
    except Busy:
        limits.give_back(BY_PERSON, str(request.person.pk))
        return soon(_asked(request, form, busy=True))
    if not right:
        form.refuse()
        return _asked(request, form)
    limits.give_back(BY_PERSON, str(request.person.pk))
    return _on(request)


def _on(request: Request) -> HttpResponse:
    answer = SeeOther(_after(request))
    sessions.confirm(request, answer, powers=_powers(request))
    drafts.forget(answer, PASSKEY)
    return answer


def _asked(request: Request, form: SayWords, *, not_it: bool = False, busy: bool = False) -> HttpResponse:
    return page(
        request,
        "people/confirm.html",
        UNPROCESSABLE if form.is_bound or not_it else 200,
        form=form,
        after=_after(request),
        powers=_powers(request),
        confirmed=here(request).is_confirmed_at(now()),
        passkeys=request.person.passkeys.exists(),
        not_it=not_it,
        busy=busy,
    )


def _after(request: Request) -> str:
    return local_path(request.POST.get("next", request.GET.get("next", ""))) or reverse("me")


def _powers(request: Request) -> bool:
    """Are staff powers asked for, by somebody who may have them?"""
    asked = request.POST.get("powers", request.GET.get("powers", "")) == "1"
    return asked and Stewardship.objects.filter(person=request.person).exists()
