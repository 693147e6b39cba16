"""Back in with a spare key."""

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import codes, drafts, limits, passphrase, recovering, sessions, signing_in
from openchair.people.drafts import Draft
from openchair.people.forms import ChooseSignIn, TypeCode
from openchair.people.models import Person, RecoveryCode, Session
from openchair.people.models.session import new_token
from openchair.people.requests import Request, open_to_all
from openchair.people.views.in_a_moment import in_a_moment

RECOVER = "recover"


@open_to_all
def key(request: Request) -> HttpResponse:
    """Type one key. Nothing is spent yet."""
    form = TypeCode(sent(request))
    if form.is_valid() and not limits.take_from_network(signing_in.RECOVER_BY_NETWORK, request):
        return in_a_moment(request)
    code = signing_in.whose_code(form.cleaned_data["code"]) if form.is_valid() else None
    if code is not None:
        return _on(code)
    if form.is_valid():
        form.refuse()
    return page(request, "people/recover.html", UNPROCESSABLE if form.is_bound else 200, form=form)


@open_to_all
def words(request: Request) -> HttpResponse:
    """Choose new words; the key is spent, and one is signed in."""
    draft = drafts.read(request, RECOVER)
    if draft is None:
        return go("recover")
    form = ChooseSignIn(sent(request), offered=draft["offered"], about=[draft["handle"], request.place.name])
    if not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return page(request, "people/recover_words.html", status, form=form, draft=draft)
    return _in(request, draft, form) or _once_more(request, draft, form.words)


def _on(code: RecoveryCode) -> HttpResponse:
    offered = passphrase.offer(get_language() or "en")
    draft: Draft = {"code": str(code.pk), "handle": code.person.handle, "offered": offered}
    draft["token"] = new_token()  # of the session to come: the same form sent twice leads into the same
    answer = go("recover-words")
    drafts.keep(answer, RECOVER, draft)
    return answer


@transaction.atomic  # what is sent at the same moment finds the session as soon as the key is spent
def _in(request: Request, draft: Draft, form: ChooseSignIn) -> HttpResponse | None:
    back = recovering.recover(code_id=int(draft["code"]), words=form.words)
    if back is None:
        return None
    answer, mode = go("today"), form.cleaned_data["mode"]
    drafts.forget(answer, RECOVER)
    sessions.begin(request, answer, back.person, mode, missed=back.missed, token=draft.get("token", ""))
    _welcome(request, back.person)
    return answer


def _once_more(request: Request, draft: Draft, words: str) -> HttpResponse:
    """The key is spent. By this very form, while its session lives and the words are the same: then go on."""
    token = draft.get("token", "")
    session = Session.find(token) if token else None
    same = session is not None and signing_in.is_right(session.person, words)
    answer = go("today" if same else "recover")
    drafts.forget(answer, RECOVER)
    if session is not None and same:
        sessions.go_on(request, answer, session, token)
        _welcome(request, session.person)
    else:
        say(request, _("That key was used meanwhile."))
    return answer


def _welcome(request: Request, person: Person) -> None:
    left = codes.left(person)
    kept = ngettext("You have %(left)d spare key left.", "You have %(left)d spare keys left.", left) % {
        "left": left
    }
    say(request, _("Welcome back. Your new words are kept, and other devices are signed out.") + " " + kept)
