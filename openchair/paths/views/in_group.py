"""In a group: what its people celebrate, and the sets of milestones that its hosts gave a name."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.policy import door, mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths import marking, sharing
from openchair.paths.forms import GroupSetForm
from openchair.paths.models import GroupSet
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def celebrations(request: Request, group_id: str) -> HttpResponse:
    """Shared by each for themselves, the latest first; people kept apart do not see each other's."""
    group = door(request.person, "member.list", group_id)
    shared = sharing.celebrated_in(group, request.person)
    return page(request, "paths/celebrations.html", group=group, shared=shared)


@require_safe
@signed_in
def sets(request: Request, group_id: str) -> HttpResponse:
    """The group's sets, for members to take over and for hosts to edit."""
    group = door(request.person, "member.list", group_id)
    is_host = mine_in(group, request.person).is_host
    return page(request, "paths/group_sets.html", group=group, named=marking.sets_of(group), is_host=is_host)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request, group_id: str) -> HttpResponse:
    """A name, and numbers of days, months and years."""
    group = door(request.person, "group.edit", group_id)
    form = GroupSetForm(sent(request))
    if form.is_valid():
        marking.name_set(group=group, name=form.cleaned_data["name"], marks=form.marks)
        say(request, _("Members can take it over now, each for themselves."))
        return go("group-milestones", group.public_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "paths/group_set.html", status, group=group, form=form, set_id="")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, group_id: str, set_id: str) -> HttpResponse:
    """Another name, or other numbers."""
    group = door(request.person, "group.edit", group_id)
    found = GroupSet.objects.standing().get_or_404(group=group, public_id=set_id)
    form = GroupSetForm(sent(request), name=str(found.name), marks=marking.marks_in(found))
    if form.is_valid():
        marking.edit_set(group_set=found, name=form.cleaned_data["name"], marks=form.marks)
        say(request, _("Saved. Paths that took it over before stay as they are."))
        return go("group-milestones", group.public_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "paths/group_set.html", status, group=group, form=form, set_id=set_id)


@require_POST
@signed_in
@once
def put_away(request: Request, group_id: str, set_id: str) -> HttpResponse:
    """Out of sight at once, with a way back."""
    group = door(request.person, "group.edit", group_id)
    marking.put_away(group_set=GroupSet.objects.standing().get_or_404(group=group, public_id=set_id))
    undo = reverse("group-milestones-return", args=[group_id, set_id])
    say(request, _("Put away. Nobody loses a chip by it."), undo=undo)
    return go("group-milestones", group.public_id)


@require_POST
@signed_in
@once
def bring_back(request: Request, group_id: str, set_id: str) -> HttpResponse:
    """In sight again."""
    group = door(request.person, "group.edit", group_id)
    marking.bring_back(group_set=GroupSet.objects.get_or_404(group=group, public_id=set_id))
    say(request, _("Brought back."))
    return go("group-milestones", group.public_id)
