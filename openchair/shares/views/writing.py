"""Writing a share: kept, looked over, posted. Without script, each a page of its own."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.audience import sentence_about
from openchair.groups.models import Membership
from openchair.groups.policy import group_of, mine_in
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
from openchair.shares import streams, writing
from openchair.shares.elsewhere import words_elsewhere
from openchair.shares.forms import ShareForm
from openchair.shares.holding import would_wait
from openchair.shares.models import Share
from openchair.shares.policy import GROUP_POLICY
from openchair.shares.seeing import reader_of
from openchair.shares.showing import card_of
from openchair.shares.views.gone import GONE, draft_back, typed_in
from openchair.support.pointing import Guard

POSTING = Limit("share-post", times=20, seconds=3600)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request, group_id: str) -> HttpResponse:
    """The composer. What was begun before stands in it."""
    try:
        me = _writer(request, group_id)
    except Http404:
        return page(request, "shares/words_gone.html", GONE, words=typed_in(request), kept=False)
    draft, names = writing.draft_of(me), names_for(me)
    whole = not request.POST.get("press")
    form = ShareForm(sent(request), names=names, share=draft, whole=whole)
    if form.is_valid():
        return _kept(request, me, form)
    return _composer(request, me, form, draft)


@require_safe
@signed_in
def draft(request: Request, group_id: str) -> HttpResponse:
    """The share as others will see it, and to whom it goes."""
    try:
        me = _writer(request, group_id)
    except Http404:
        return draft_back(request, writing.own_draft(request.person, group_id))
    begun = writing.draft_of(me)
    card = card_of(reader_of(request.person, [me]), begun, request.zone) if begun else None
    if card is None or not card.told.kind:
        return go("share-new", group_id)
    card.share.group = me.group
    own = begun is not None and begun.audience == Share.Audience.ME
    pointed = None if own else Guard(me.group).at(card.told.words, card.told.other)
    card = replace(card, marked=pointed.marked) if pointed else card
    waits = would_wait(me, pointed, card.share.audience)
    context = {"me": me, "card": card, "pointed": pointed, "waits": waits, "read": card.share.as_drafted}
    return page(request, "shares/draft.html", 200, group=me.group, **context)


@require_POST
@signed_in
@once
def post(request: Request, group_id: str) -> HttpResponse:
    """Let its audience see it. Where the group is gone for them, their words come back."""
    try:
        me = _writer(request, group_id)
    except Http404:
        return draft_back(request, writing.own_draft(request.person, group_id))
    begun = writing.draft_of(me)
    if begun is None:
        return go("group-shares", group_id)
    if not (begun.says and begun.says.kind):
        return go("share-new", group_id)
    try:
        return _posted(request, begun)
    except writing.NotSo:
        say(request, why_not_so(begun))
        return go("share-new", group_id)


@require_POST
@signed_in
@once
def throw_away(request: Request, group_id: str) -> HttpResponse:
    """The draft goes."""
    writing.throw_away(membership=_writer(request, group_id))
    say(request, _("The draft is gone."))
    return go("group-shares", group_id)


def _kept(request: Request, me: Membership, form: ShareForm) -> HttpResponse:
    """The draft is kept whichever button was pressed; without one, it is looked over."""
    press, told, group_id = request.POST.get("press", ""), form.told, me.group.public_id
    try:
        _keep(request, me, form)
    except WrittenElsewhere:
        return _not_kept(request, me, form)
    if press == WHILE_WRITING:
        return kept_meanwhile(kept=bool(told.words))
    if not press:
        return go("share-draft", group_id)
    say(request, _("Your draft is kept. Only you see it.") if told.words else _("Nothing was written."))
    return go("group-shares", group_id)


def _keep(request: Request, me: Membership, form: ShareForm) -> None:
    """An empty page may stand beside another in which more is written: by itself it takes nothing away."""
    here = Page.of(request.POST)
    if form.told.words:
        chosen = {"audience": form.cleaned_data["audience"], "named": form.name_shown}
        writing.keep_draft(by=me, told=form.told, page=here, **chosen)
    elif request.POST.get("press") != WHILE_WRITING:
        writing.throw_away(membership=me, page=here)


def _not_kept(request: Request, me: Membership, form: ShareForm) -> HttpResponse:
    """To a page that keeps itself, no line; to whoever pressed a button, what both windows hold."""
    if request.POST.get("press") == WHILE_WRITING:
        return HttpResponse(status=CONFLICT)
    return _composer(request, me, form, writing.draft_of(me))


def _composer(request: Request, me: Membership, form: ShareForm, draft: Share | None) -> HttpResponse:
    """With what another window kept meanwhile beside it: after that, whoever sends this page has read it."""
    elsewhere = words_elsewhere(request.POST, draft)
    status = UNPROCESSABLE if form.errors or elsewhere else 200
    context = {"group": me.group, "me": me, "form": form, "draft": draft, "elsewhere": elsewhere}
    return page(request, "shares/new.html", status, people=sentence_about(me.group), **context)


def _posted(request: Request, begun: Share) -> HttpResponse:
    if request.POST.get("read", begun.as_drafted) != begun.as_drafted:
        say_it_changed(request)
        return go("share-draft", begun.group.public_id)
    if not take(POSTING, str(request.person.pk)):
        say(request, _("That is a lot in a short time. Your draft is kept; please wait a little."))
        return go("share-draft", begun.group.public_id)
    if not writing.post(draft=begun):
        say(request, _("A host looks at it first. Until then only you and the hosts see it."))
        return go("shares-held", begun.group.public_id)
    streams.posted(begun)
    undo = reverse("share-withdrawal", args=[begun.public_id])
    say(request, _("Shared. You can change it or take it back at any time."), undo=undo)
    return go("share", begun.public_id)


def _writer(request: Request, group_id: str) -> Membership:
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "share.write", group)
    me = mine_in(group, request.person)
    me.group = group
    return me
