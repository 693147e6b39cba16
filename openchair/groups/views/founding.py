"""A new group."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.groups.aliases import suggestions
from openchair.groups.forms import FoundingForm
from openchair.groups.forms.answers import answers
from openchair.kit.pages import go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request) -> HttpResponse:
    """Fill in, look it over, found it; nothing is written before the last step."""
    form = FoundingForm(sent(request), language=(get_language() or "en")[:2])
    step = request.POST.get("step")
    if form.is_valid() and step == "found":
        group = form.found(request.person)
        say(request, _("The group is there. You are its host."))
        return go("group", group.public_id)
    if form.is_valid() and step != "change":
        return page(request, "groups/new_check.html", form=form, answers=answers(form))
    return page(request, "groups/new.html", 422 if form.errors else 200, form=form, names=suggestions())
