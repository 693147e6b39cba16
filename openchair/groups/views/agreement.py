"""The group's agreement, and a member's yes to its present version."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups import joining
from openchair.groups.models import Acceptance
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def agreement(request: Request, group_id: str) -> HttpResponse:
    """Read it; accept the version that was read, or be shown the one that came after it."""
    group = door(request.person, "agreement.read", group_id)
    words, member = group.agreement, mine_in(group, request.person)
    if request.POST.get("version") == str(words.version):
        joining.agree(membership=member, agreement=words)
        say(request, _("Thank you. You accepted the agreement."))
        return go("group", group.public_id)
    accepted = Acceptance.objects.filter(membership=member, agreement=words).first()
    return page(request, "groups/agreement.html", group=group, agreement=words, accepted=accepted)
