"""Changing one's own share, taking it or a reply back, and putting it back within thirty days."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.policy import group_of, mine_in
from openchair.groups.resting import line_for, refuse
from openchair.kit.pages import UNPROCESSABLE, SeeOther, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares import replying, streams, writing
from openchair.shares.finding import reply_of
from openchair.shares.forms import ShareForm
from openchair.shares.holding import hold_of, would_wait
from openchair.shares.models import Share
from openchair.shares.policy import GROUP_POLICY, POLICY, door
from openchair.shares.reach import within_reach
from openchair.shares.seeing import reader_of
from openchair.shares.showing import card_of
from openchair.shares.taken_back import lines_of
from openchair.shares.threads import thread_of
from openchair.shares.views.gone import typed_back


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, share_id: str) -> HttpResponse:
    """Other words, or another audience; it stands under the name it was posted under."""
    try:
        share = door(request.person, "share.change", share_id)
    except Http404:
        return typed_back(request)
    form = _form(request, share)
    pointed = form.points_at(share.group) if form.is_valid() else None
    if form.is_valid() and pointed is None and _change(share, form):
        return _changed(request, share)
    mine = mine_in(share.group, request.person)
    card = card_of(reader_of(request.person, [mine]), share, request.zone)
    waits = would_wait(mine, pointed, str(form["audience"].value()))
    context = {"share": share, "group": share.group, "card": card, "form": form}
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, "shares/edit.html", status, pointed=pointed, waits=waits, **context)


@require_POST
@signed_in
@once
def withdraw_share(request: Request, share_id: str) -> HttpResponse:
    """Out of everybody's sight, with a way back."""
    share = door(request.person, "share.take_back", share_id)
    writing.take_back(share=share)
    undo = reverse("share-return", args=[share_id])
    say(request, _("Taken back. For 30 days you can put it back; then it is deleted."), undo=undo)
    thread = thread_of(share)
    return SeeOther(thread.address) if thread else go("group-shares", share.group.public_id)


@require_POST
@signed_in
@once
def return_share(request: Request, share_id: str) -> HttpResponse:
    """As if it had not been taken back."""
    share = door(request.person, "share.put_back", share_id)
    line = line_for(share)
    if line:
        say(request, line)
        return go("shares-taken-back", share.group.public_id)
    writing.put_back(share=share)
    say(request, _("It is back, as it was."))
    return go("shares-held", share.group.public_id) if share.is_held else go("share", share_id)


@require_POST
@signed_in
@once
def withdraw_reply(request: Request, reply_id: str) -> HttpResponse:
    """A reply goes out of sight, with a way back."""
    reply = reply_of(reply_id)
    POLICY.require(request.person, "reply.take_back", reply)
    replying.take_back(reply=reply)
    undo = reverse("reply-return", args=[reply_id])
    say(request, _("Taken back. For 30 days you can put it back; then it is deleted."), undo=undo)
    return go("group-shares", reply.group.public_id)


@require_POST
@signed_in
@once
def return_reply(request: Request, reply_id: str) -> HttpResponse:
    """As if it had not been taken back."""
    reply = reply_of(reply_id)
    POLICY.require(request.person, "reply.put_back", reply)
    replying.put_back(reply=reply)
    say(request, _("It is back, as it was."))
    return go("group-shares", reply.group.public_id)


@require_safe
@signed_in
def taken_back(request: Request, group_id: str) -> HttpResponse:
    """One's own shares and replies in a group that can still be put back."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "share.write", group)
    lines, sheet = lines_of(request.person, group, request.GET.get("page"), request.zone)
    return page(request, "shares/taken_back.html", group=group, lines=lines, sheet=sheet)


def _form(request: Request, share: Share) -> ShareForm:
    form = ShareForm(sent(request), names=[share.named], share=share)
    form.reach_no_further(within_reach(share))
    refuse(form, share)
    return form


def _change(share: Share, form: ShareForm) -> bool:
    """False where it would reach more people than somebody's answer was given for."""
    try:
        appears = writing.change(share=share, told=form.told, audience=form.cleaned_data["audience"])
    except writing.TooWide:
        form.say_too_wide(within_reach(Share.objects.get(pk=share.pk)))
        return False
    if appears:
        streams.posted(share)
    return True


def _changed(request: Request, share: Share) -> HttpResponse:
    if hold_of(share):
        say(request, _("Kept. A host looks at it; until then only you and the hosts see it."))
        return go("shares-held", share.group.public_id)
    say(request, _("Changed."))
    return go("share", share.public_id)
