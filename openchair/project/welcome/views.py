"""The pages of the first run."""

from collections.abc import Callable
from typing import cast

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from openchair.groups.aliases import suggestions
from openchair.groups.languages import language_name
from openchair.kit.pages import UNPROCESSABLE, go, page, sent
from openchair.people import drafts, joining, sessions
from openchair.people.drafts import Draft
from openchair.people.forms import ChooseSignIn
from openchair.people.models import Place
from openchair.people.requests import Request, open_to_all
from openchair.people.views.join_codes import as_file, ending_form
from openchair.people.views.steward_link import WELCOME
from openchair.project.ringing import papers
from openchair.project.welcome import forms, steps
from openchair.project.welcome.door import first_run, on_with
from openchair.project.welcome.opening import open_place


@open_to_all
def welcome(request: Request) -> HttpResponse:
    """Where one is in the first run; where to find the link for everybody else."""
    if request.place.ready_at is not None:
        return go("landing")
    draft = drafts.read(request, WELCOME)
    return on_with(draft) if draft else page(request, "project/welcome_wait.html")


def question(step: steps.Step) -> Callable[[HttpRequest], HttpResponse]:
    """The page of one question."""

    @first_run(step.slug)
    def asked(request: Request, draft: Draft) -> HttpResponse:
        form = cast(type[forms.Question], step.form)(sent(request), draft=draft)
        if form.is_valid():
            return on_with(draft | form.kept())
        return _shown(request, step.slug, form, names=suggestions())

    return asked


@first_run("account")
def account(request: Request, draft: Draft) -> HttpResponse:
    """The steward's own sign-in, as for everybody who joins."""
    if "handle" not in draft:
        draft |= joining.begin(get_language() or "en")
    form = ChooseSignIn(sent(request), offered=draft["offered"], about=[draft["handle"], draft["name"]])
    if form.is_valid():
        return on_with(joining.choose(draft, form.words, form.cleaned_data["mode"]))
    answer = _shown(request, "account", form, draft=draft)
    drafts.keep(answer, WELCOME, draft)
    return answer


@require_POST
@first_run("account")
def another(request: Request, draft: Draft) -> HttpResponse:  # noqa: ARG001 - the door gives both
    """Another sign-in name and other words."""
    answer = go("welcome-account")
    drafts.keep(answer, WELCOME, joining.another(draft, get_language() or "en"))
    return answer


@first_run("keys")
def keys(request: Request, draft: Draft) -> HttpResponse:
    """The steward's spare keys: nobody can send a steward a way back either."""
    form = ending_form(request, draft)
    if request.method == "POST" and ("later" in request.POST or form.is_valid()):
        return on_with(draft | {"kept": "" if "later" in request.POST else "1"})
    return _shown(request, "keys", form, codes=joining.codes_of(draft))


@first_run("keys")
def keys_file(request: Request, draft: Draft) -> HttpResponse:  # noqa: ARG001 - the door gives both
    """The keys as a plain file."""
    return as_file(joining.codes_of(draft))


@first_run("paper")
def paper(request: Request, draft: Draft) -> HttpResponse:
    """The place's own key, on paper, for the day its key files are lost."""
    draft = papers.begun(draft)
    form = papers.form_of(draft, sent(request))
    if request.method == "POST" and ("later" in request.POST or form.is_valid()):
        return on_with(draft | {"papered": "" if "later" in request.POST else "1"})
    answer = _shown(request, "paper", form, words=papers.words_of(draft))
    drafts.keep(answer, WELCOME, draft)
    return answer


@first_run("check")
def check(request: Request, draft: Draft) -> HttpResponse:
    """A last look; then everything is written at once and the place is open."""
    if request.method != "POST":
        return page(request, "project/welcome_check.html", 200, **_said(draft), **_steps("check"))
    opened = open_place(draft)
    answer = go("today" if opened else "welcome")
    if opened:
        sessions.give_cookie(answer, draft["token"], draft["mode"])
    drafts.forget(answer, WELCOME)
    return answer


def _shown(request: Request, slug: str, form: Form, **context: object) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, f"project/welcome_{slug}.html", status, form=form, **context, **_steps(slug))


def _steps(slug: str) -> dict[str, object]:
    return {"here": steps.number(slug), "total": steps.HOW_MANY, "slug": slug, "before": steps.before(slug)}


def _said(draft: Draft) -> dict[str, object]:
    return {
        "draft": draft,
        "spoken": ", ".join(language_name(code) for code in draft["languages"].split(",")),
        "country": dict(forms.countries())[draft["country"]],
        "joining": Place.Joining(draft["joining"]).label,
    }
