"""About a share or a reply of somebody: hide, mute, block, or tell the hosts, two taps from the words."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.safety.subjects import of_share
from openchair.safety.views.about_words import Ways, about_page, told_before
from openchair.shares.finding import words_of
from openchair.shares.models import Reply, Share
from openchair.shares.policy import POLICY


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def about(request: Request, words_id: str) -> HttpResponse:
    """The words once more. Each reason is a button that tells; telling puts the words out of one's sight."""
    before = told_before(request, words_id)
    if before:
        return before
    what = words_of(words_id)
    POLICY.require(request.person, "words.hide", what)
    has_name = POLICY.allows(request.person, "words.turn_from", what)
    may_take_out = POLICY.allows(request.person, "words.take_out", what)
    return about_page(request, of_share(what), _ways(what, has_name=has_name, may_take_out=may_take_out))


def _ways(what: Share | Reply, *, has_name: bool, may_take_out: bool) -> Ways:
    here, hide, mute, block = (
        reverse(f"words-{one}", args=[what.public_id]) for one in ("about", "hiding", "mute", "block")
    )
    back = reverse("group-shares", args=[what.group.public_id])
    name = what.membership.called if has_name else ""
    out = reverse("words-out", args=[what.public_id]) if may_take_out else ""
    return Ways(here, hide, mute, block, back, _("Shares"), name, out)
