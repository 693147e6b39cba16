"""New words, with the present ones."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import drafts, limits, passphrase, recovering, signing_in
from openchair.people.forms import ChangeWords
from openchair.people.requests import Request, session_of, signed_in
from openchair.people.views.in_a_moment import in_a_moment

WORDS = "words"


@signed_in
def words(request: Request) -> HttpResponse:
    """Offer six words, or take one's own; every other session ends."""
    draft = drafts.read(request, WORDS) or {"offered": passphrase.offer(get_language() or "en")}
    about = [request.person.handle, request.place.name]
    form = ChangeWords(sent(request), offered=draft["offered"], about=about)
    if form.is_valid():
        return _change(request, form)
    return _again(request, form)


def _change(request: Request, form: ChangeWords) -> HttpResponse:
    if not limits.take(signing_in.BY_NAME, request.person.handle):
        return in_a_moment(request)
    here = session_of(request)
    if here is None or not signing_in.is_right(request.person, form.cleaned_data["words_now"]):
        form.refuse()
        return _again(request, form)
    limits.give_back(signing_in.BY_NAME, request.person.handle)
    recovering.new_words(person=request.person, words=form.words, here=here.pk)
    say(request, _("Your new words are kept. Other devices are signed out."))
    answer = go("me")
    drafts.forget(answer, WORDS)
    return answer


def _again(request: Request, form: ChangeWords) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    answer = page(request, "people/my_words.html", status, form=form)
    drafts.keep(answer, WORDS, {"offered": form.offered})
    return answer
