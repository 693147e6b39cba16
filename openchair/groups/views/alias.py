"""One's name in one group."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.aliases import suggestions
from openchair.groups.forms import AliasForm
from openchair.groups.policy import door, mine_in
from openchair.kit.pages import go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def alias(request: Request, group_id: str) -> HttpResponse:
    """Choose another; what was said before then shows under the new name."""
    group = door(request.person, "alias.change", group_id)
    member = mine_in(group, request.person)
    form = AliasForm(sent(request), member=member)
    if form.is_valid() and form.save():
        say(request, _("You are %(alias)s in this group now.") % {"alias": member.alias})
        return go("group", group.public_id)
    status = 422 if form.errors else 200
    return page(request, "groups/alias.html", status, group=group, form=form, names=suggestions(group))
