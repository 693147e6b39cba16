"""New words."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import drafts, passphrase, recovering
from openchair.people.forms import ChooseWords
from openchair.people.requests import Request, confirmed, here, signed_in

WORDS = "words"


@signed_in
@confirmed
def words(request: Request) -> HttpResponse:
    """Offer six words, or take one's own; every other session ends."""
    shown = _offered(request)
    about = [request.person.handle, request.place.name]
    form = ChooseWords(sent(request), offered=shown or passphrase.offer(get_language() or "en"), about=about)
    if form.is_valid() and form.words == form.offered and not shown:
        form.other_words()
    if form.is_valid():
        return _change(request, form)
    return _again(request, form)


def _change(request: Request, form: ChooseWords) -> HttpResponse:
    recovering.new_words(person=request.person, words=form.words, here=here(request).pk)
    say(request, _("Your new words are kept. Other devices are signed out."))
    answer = go("me")
    drafts.forget(answer, WORDS)
    return answer


def _again(request: Request, form: ChooseWords) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    answer = page(request, "people/my_words.html", status, form=form)
    drafts.keep(answer, WORDS, {"person": str(request.person.pk), "offered": form.offered})
    return answer


def _offered(request: Request) -> str:
    """What this person was shown; never what the same browser offered to somebody else, who knows it."""
    draft = drafts.read(request, WORDS) or {}
    return draft.get("offered", "") if draft.get("person") == str(request.person.pk) else ""
