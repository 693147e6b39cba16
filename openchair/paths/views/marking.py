"""Which days are marked on a path of one's own."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths import marking
from openchair.paths.forms import PathMarksForm
from openchair.paths.milestones import marks_of
from openchair.paths.models import GroupSet
from openchair.paths.policy import door
from openchair.paths.saying import name_of
from openchair.paths.views.drawn import drawn
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def marks(request: Request, path_id: str) -> HttpResponse:
    """Ready-made sets, one's own numbers, and sets of one's groups."""
    it = drawn(request, door(request.person, "path.change", path_id))
    form = PathMarksForm(sent(request), about=it.about)
    if form.is_valid():
        marking.mark(picture=it, about=form.about)
        say(request, _("Kept as you say."))
        return go("path-milestones", path_id)
    shown = {"marks": [name_of(one) for one in marks_of(it.about)], "named": marking.sets_for(request.person)}
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "paths/marks.html", status, it=it, form=form, **shown)


@require_POST
@signed_in
@once
def take_over(request: Request, path_id: str, set_id: str) -> HttpResponse:
    """A copy of a group's set. The group does not learn of it."""
    it = drawn(request, door(request.person, "path.change", path_id))
    found = GroupSet.objects.standing().of_groups_of(request.person).get_or_404(public_id=set_id)
    noted = marking.take_over(picture=it, group_set=found)
    undo = reverse("path-entry-undo", args=[path_id, noted.public_id]) if noted else ""
    say(request, _("These days are marked too. Nobody is told."), undo=undo)
    return go("path-milestones", path_id)
