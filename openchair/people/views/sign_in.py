"""Coming in with a sign-in name and words."""

from django.http import HttpResponse
from django.urls import reverse

from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, sent
from openchair.people import limits, names, sessions, signing_in
from openchair.people.forms import SignIn
from openchair.people.hashing import Busy
from openchair.people.local import local_path
from openchair.people.requests import Request, open_to_all
from openchair.people.views.in_a_moment import in_a_moment, soon


@open_to_all
def sign_in(request: Request) -> HttpResponse:
    """One page; whatever is wrong, the answer is the same."""
    after = local_path(request.POST.get("next", request.GET.get("next", "")))
    if request.visitor is not None and request.method != "POST":
        return SeeOther(after or reverse("today"))
    form = SignIn(sent(request))
    if not form.is_valid():
        return page(
            request, "people/sign_in.html", UNPROCESSABLE if form.is_bound else 200, form=form, after=after
        )
    handle = names.as_kept(form.cleaned_data["handle"])
    by_network = limits.take_from_network(signing_in.BY_NETWORK, request)
    if not (limits.take(signing_in.BY_NAME, handle) and by_network):
        return in_a_moment(request)
    return _answer(request, form, handle, after)


def _answer(request: Request, form: SignIn, handle: str, after: str) -> HttpResponse:
    try:
        person = signing_in.who_signs_in(handle, form.cleaned_data["words"])
    except Busy:
        limits.give_back(signing_in.BY_NAME, handle)
        return soon(page(request, "people/sign_in.html", form=form, after=after, busy=True))
    if person is None:
        form.refuse()
        return page(request, "people/sign_in.html", UNPROCESSABLE, form=form, after=after)
    limits.give_back(signing_in.BY_NAME, handle)
    answer = SeeOther(after or reverse("today"))
    sessions.begin(request, answer, person, form.cleaned_data["mode"])
    return answer
