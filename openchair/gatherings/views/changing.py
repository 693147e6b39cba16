"""Changing one's own turn while the meeting is open."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.gatherings import streams
from openchair.gatherings.forms import TurnForm
from openchair.gatherings.policy import TURN_POLICY, turn_of
from openchair.groups.policy import mine_in
from openchair.groups.resting import refuse
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares import writing
from openchair.shares.holding import hold_of, would_wait
from openchair.shares.models import Share
from openchair.shares.views.gone import GONE, typed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, share_id: str) -> HttpResponse:
    """Other words. Others see the old ones until the change is kept."""
    try:
        share = turn_of(share_id)
        TURN_POLICY.require(request.person, "turn.change", share)
    except Http404:
        return page(request, "shares/words_gone.html", GONE, words=typed_in(request), kept=False)
    form = TurnForm(sent(request), group=share.group, names=[share.named], share=share)
    refuse(form, share)
    pointed = form.points_at(share.group) if form.is_valid() else None
    if form.is_valid() and pointed is None:
        return _changed(request, share, form)
    waits = would_wait(mine_in(share.group, request.person), pointed)
    context = {"share": share, "group": share.group, "gathering": share.turn.gathering, "form": form}
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, "gatherings/turn_edit.html", status, pointed=pointed, waits=waits, **context)


def _changed(request: Request, share: Share, form: TurnForm) -> HttpResponse:
    if writing.change(share=share, told=form.told, audience=share.audience):
        streams.said(share.turn.gathering, share)
    if hold_of(share):
        say(request, _("Kept. A host looks at it; until then only you and the hosts see it."))
        return go("shares-held", share.group.public_id)
    say(request, _("Changed."))
    return go("gathering", share.turn.gathering.public_id, anchor=f"s-{share.public_id}")
