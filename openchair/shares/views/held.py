"""What waits until a host has looked: for its writer, and for the hosts."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.forms import LineForm
from openchair.groups.naming import put_out_of_sight
from openchair.groups.policy import group_of, mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares import holding, replying, streams, telling
from openchair.shares.finding import hold_at, reply_of, words_of
from openchair.shares.forms import ReplyForm
from openchair.shares.models import Hold, Reply, Share
from openchair.shares.policy import GROUP_POLICY, POLICY
from openchair.shares.seeing import held_by, held_for, reader_of
from openchair.shares.showing_held import held_cards
from openchair.shares.views.gone import typed_back


@require_safe
@signed_in
def mine(request: Request, group_id: str) -> HttpResponse:
    """One's own, why they wait, and what one can do."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "share.write", group)
    reader = reader_of(request.person, [mine_in(group, request.person)])
    cards = held_cards(reader, group, held_by(request.person.pk, group.pk), request.zone)
    return page(request, "shares/held.html", group=group, cards=cards)


@require_safe
@signed_in
def to_look_at(request: Request, group_id: str) -> HttpResponse:
    """For hosts: the longest waiting first, and below them what they left held."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "held.list", group)
    reader = reader_of(request.person, [mine_in(group, request.person)])
    cards = held_cards(reader, group, held_for(reader), request.zone)
    waiting = [one for one in cards if one.hold.looked_at is None]
    left = [one for one in cards if one.hold.looked_at]
    return page(request, "shares/to_look_at.html", group=group, waiting=waiting, left=left)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def answer(request: Request, words_id: str) -> HttpResponse:
    """It stays held, with a line to whoever wrote it."""
    held = hold_at(words_id)
    POLICY.require(request.person, "held.answer", held.words)
    form = LineForm(sent(request), has_nobody=held.words.has_nobody)
    if form.is_valid():
        by = mine_in(held.group, request.person)
        holding.leave_held(hold=held, by=by, line=form.cleaned_data["line"])
        telling.looked_at(held.words)
        nobody = held.words.has_nobody
        say(request, _("It stays held.") if nobody else _("It stays held, and they read your line."))
        return go("shares-to-look-at", held.group.public_id)
    context = {"group": held.group, "card": _card(request, held), "form": form}
    return page(request, "shares/held_answer.html", UNPROCESSABLE if form.errors else 200, **context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def take_out(request: Request, words_id: str) -> HttpResponse:
    """A host puts words out of sight, with a line to whoever wrote them."""
    what = words_of(words_id)
    POLICY.require(request.person, "words.take_out", what)
    form = LineForm(sent(request), has_nobody=what.has_nobody)
    if form.is_valid():
        by = mine_in(what.group, request.person)
        holding.take_out(what=what, by=by, line=form.cleaned_data["line"])
        telling.looked_at(what)
        say(request, put_out_of_sight(has_nobody=what.has_nobody))
        return go("shares-to-look-at", what.group.public_id)
    said = what.words if isinstance(what, Reply) else (what.says.words if what.says else "")
    context = {"group": what.group, "what": what, "said": said, "form": form}
    return page(request, "shares/words_out.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def let_out(request: Request, words_id: str) -> HttpResponse:
    """As if it had just been said: by a host, or by its writer once they are new no more."""
    held = hold_at(words_id)
    words, is_own = held.words, held.words.person_id == request.person.pk
    POLICY.require(request.person, "held.let_out", words)
    if not is_own and request.POST.get("read", held.as_read) != held.as_read:
        say(request, _("Its writer changed it meanwhile. Please read it again."))
        return go("shares-to-look-at", held.group.public_id)
    if holding.let_out(hold=held):
        _tell(words, is_own=is_own)
    say(request, _("Let out. Whom it is meant for can read it now."))
    return go("group-shares" if is_own else "shares-to-look-at", held.group.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def change_reply(request: Request, reply_id: str) -> HttpResponse:
    """Other words for a reply that is held; without a way to reach somebody it goes out at once."""
    try:
        reply = reply_of(reply_id)
        POLICY.require(request.person, "reply.change", reply)
    except Http404:
        return typed_back(request)
    form = ReplyForm(sent(request), begun=reply.words)
    pointed = form.points_at(reply.group) if form.is_valid() else None
    if form.is_valid() and pointed is None:
        return _changed(request, reply, form.cleaned_data["words"])
    context = {"reply": reply, "group": reply.group, "form": form, "pointed": pointed}
    return page(request, "shares/held_reply.html", UNPROCESSABLE if sent(request) else 200, **context)


def _changed(request: Request, reply: Reply, words: str) -> HttpResponse:
    if replying.change(reply=reply, words=words):
        streams.replied(reply)
        say(request, _("Sent. It stands below the share now."))
        return go("share", reply.share.public_id, anchor=f"r-{reply.public_id}")
    say(request, _("Kept. A host looks at it."))
    return go("shares-held", reply.group.public_id)


def _tell(words: Share | Reply, *, is_own: bool) -> None:
    if not is_own:
        telling.looked_at(words)
    if isinstance(words, Reply):
        streams.replied(words)
    else:
        streams.posted(words)


def _card(request: Request, held: Hold) -> object:
    reader = reader_of(request.person, [mine_in(held.group, request.person)])
    cards = held_cards(reader, held.group, held_for(reader).filter(pk=held.pk), request.zone)
    return cards[0] if cards else None
