"""Writing a turn: kept, looked over, said. What cannot be said any more stays its writer's."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.gatherings import streams, writing
from openchair.gatherings.forms import TurnForm
from openchair.gatherings.models import Draft
from openchair.gatherings.showing import View
from openchair.gatherings.views.finding import allowed
from openchair.groups.resting import names_for, why_not_so
from openchair.kit.pages import (
    UNPROCESSABLE,
    WHILE_WRITING,
    go,
    kept_meanwhile,
    page,
    say,
    say_it_changed,
    sent,
)
from openchair.kit.two_windows import CONFLICT, Page, WrittenElsewhere
from openchair.people.limits import Limit, take
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares.elsewhere import words_elsewhere
from openchair.shares.holding import would_wait
from openchair.shares.showing import card_of
from openchair.shares.views.gone import GONE, draft_back, typed_in
from openchair.shares.writing import NotSo
from openchair.support.pointing import Guard

SAYING = Limit("share-post", times=20, seconds=3600)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request, gathering_id: str) -> HttpResponse:
    """The composer. What was begun before stands in it."""
    try:
        view = allowed(request, "gathering.write", gathering_id)
    except Http404:
        return page(request, "shares/words_gone.html", GONE, words=typed_in(request), kept=False)
    begun, group = writing.draft_of(view.gathering, view.mine), view.gathering.group
    share = begun.as_share() if begun else None
    whole = not request.POST.get("press")
    form = TurnForm(sent(request), group=group, names=names_for(view.mine), share=share, whole=whole)
    if form.is_valid():
        return _kept(request, view, form)
    if not (view.gathering.is_open or request.method == "POST"):
        return _not_open(request, view)
    return _composer(request, view, form, begun)


@require_safe
@signed_in
def draft(request: Request, gathering_id: str) -> HttpResponse:
    """The turn as others will see it."""
    try:
        view = allowed(request, "gathering.write", gathering_id)
    except Http404:
        return draft_back(request, writing.own_draft(request.person, gathering_id))
    begun = writing.draft_of(view.gathering, view.mine)
    share = begun.as_share() if begun else None
    if share:
        share.group = view.gathering.group
    card = card_of(view.reader, share, request.zone) if share else None
    if card is None:
        return go("turn-new", gathering_id)
    pointed = Guard(view.gathering.group).at(card.told.words, card.told.other)
    card = replace(card, marked=pointed.marked) if pointed else card
    context = {"card": card, "pointed": pointed, "waits": would_wait(view.mine, pointed), "begun": begun}
    return page(request, "gatherings/draft.html", 200, **_about(view), **context, leads=_leads(view))


@require_POST
@signed_in
@once
def post(request: Request, gathering_id: str) -> HttpResponse:
    """Say it."""
    try:
        view = allowed(request, "gathering.write", gathering_id)
    except Http404:
        return draft_back(request, writing.own_draft(request.person, gathering_id))
    begun = writing.draft_of(view.gathering, view.mine)
    if begun is None:
        return go("gathering-newest", gathering_id)
    try:
        return _said(request, view, begun)
    except writing.Closed:
        return _not_open(request, view)
    except NotSo:
        say(request, why_not_so(begun))
        return go("turn-new", gathering_id)


@require_POST
@signed_in
@once
def throw_away(request: Request, gathering_id: str) -> HttpResponse:
    """The draft goes."""
    view = allowed(request, "gathering.write", gathering_id)
    writing.throw_away(gathering=view.gathering, membership=view.mine)
    say(request, _("The draft is gone."))
    return go("gathering", gathering_id)


@require_POST
@signed_in
@once
def carry(request: Request, gathering_id: str) -> HttpResponse:
    """What was not said in time becomes a draft for the group."""
    try:
        view = allowed(request, "gathering.write", gathering_id)
    except Http404:
        return draft_back(request, writing.own_draft(request.person, gathering_id))
    begun = writing.draft_of(view.gathering, view.mine)
    if begun and not writing.carry_to_shares(draft=begun):
        say(request, _("You have begun something for the group already. Share it or throw it away first."))
    return go("share-new", view.gathering.group.public_id)


def _kept(request: Request, view: View, form: TurnForm) -> HttpResponse:
    press, told, gathering_id = request.POST.get("press", ""), form.told, view.gathering.public_id
    try:
        _keep(request, view, form)
    except WrittenElsewhere:
        return _not_kept(request, view, form)
    if press == WHILE_WRITING:
        return kept_meanwhile(kept=bool(told.words))
    if not told.words:
        say(request, _("Nothing was written."))
        return go("gathering", gathering_id, anchor="end")
    if not view.gathering.is_open:
        return _not_open(request, view)
    if not press:
        return go("turn-draft", gathering_id)
    say(request, _("Your draft is kept. Only you see it."))
    return go("gathering", gathering_id, anchor="end")


def _keep(request: Request, view: View, form: TurnForm) -> None:
    """An empty page may stand beside another in which more is written: by itself it takes nothing away."""
    there, here, told = {"gathering": view.gathering}, Page.of(request.POST), form.told
    if told.words:
        writing.keep_draft(**there, by=view.mine, told=told, named=form.name_shown, page=here)
    elif request.POST.get("press") != WHILE_WRITING:
        writing.throw_away(**there, membership=view.mine, page=here)


def _not_kept(request: Request, view: View, form: TurnForm) -> HttpResponse:
    """To a page that keeps itself, no line; to whoever pressed a button, what both windows hold."""
    if request.POST.get("press") == WHILE_WRITING:
        return HttpResponse(status=CONFLICT)
    return _composer(request, view, form, writing.draft_of(view.gathering, view.mine))


def _composer(request: Request, view: View, form: TurnForm, draft: Draft | None) -> HttpResponse:
    """With what another window kept meanwhile beside it: after that, whoever sends this page has read it."""
    gathering, elsewhere = view.gathering, words_elsewhere(request.POST, draft)
    status = UNPROCESSABLE if form.errors or elsewhere else 200
    context = {"view": view, "gathering": gathering, "group": gathering.group, "form": form, "draft": draft}
    return page(request, "gatherings/turn.html", status, elsewhere=elsewhere, **context)


def _said(request: Request, view: View, begun: Draft) -> HttpResponse:
    gathering_id = view.gathering.public_id
    if request.POST.get("read", begun.as_drafted) != begun.as_drafted:
        say_it_changed(request)
        return go("turn-draft", gathering_id)
    if not take(SAYING, str(request.person.pk)):
        say(request, _("That is a lot in a short time. Your draft is kept; please wait a little."))
        return go("turn-draft", gathering_id)
    share, stands = writing.post(draft=begun)
    if not stands:
        say(request, _("A host looks at it first. Until then only you and the hosts see it."))
        return go("shares-held", view.gathering.group.public_id)
    streams.said(view.gathering, share)
    undo = reverse("share-withdrawal", args=[share.public_id])
    say(
        request,
        _("It is said. You can change it while the meeting is open, and take it back later too."),
        undo,
    )
    return go("gathering-newest", gathering_id)


def _not_open(request: Request, view: View) -> HttpResponse:
    if view.gathering.is_over:
        say(request, _("The meeting has closed. What you wrote is kept below, for you alone."))
    else:
        say(request, _("The meeting has not begun yet. What you wrote is kept, for you alone."))
    return go("gathering", view.gathering.public_id, anchor="end")


def _about(view: View) -> dict[str, object]:
    return {"view": view, "gathering": view.gathering, "group": view.gathering.group}


def _leads(view: View) -> bool:
    return writing.will_lead(view.gathering, view.mine)
