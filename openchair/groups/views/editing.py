"""What a group says about itself, changed by its hosts."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.forms import EditForm
from openchair.groups.policy import door
from openchair.kit.pages import go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, group_id: str) -> HttpResponse:
    """The form, and its saving. A changed agreement is read and accepted anew by everyone."""
    group = door(request.person, "group.edit", group_id)
    form = EditForm(sent(request), group=group)
    if form.is_valid():
        anew = form.save()
        say(request, _("Saved. Members are asked to read the new agreement.") if anew else _("Saved."))
        return go("group", group.public_id)
    return page(request, "groups/edit.html", status=422 if form.errors else 200, group=group, form=form)
