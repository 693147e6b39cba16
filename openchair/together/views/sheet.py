"""The sheet of the birthday night, on the screen and on paper; and who else may see it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.groups.models import Group, Membership
from openchair.kit.pages import UNPROCESSABLE, go, page, say
from openchair.people.blocking import apart_from
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.together import birthdays, saying
from openchair.together.forms import HolderForm
from openchair.together.policy import GROUP_POLICY, door


@require_safe
@signed_in
def sheet(request: Request, group_id: str) -> HttpResponse:
    """Those who want to be celebrated in this month, and their chips to cut out."""
    return _sheet(request, door(request.person, "sheet.read", group_id))


@require_POST
@signed_in
@once
def give(request: Request, group_id: str) -> HttpResponse:
    """A host lets a member see it."""
    group = door(request.person, "sheet.give", group_id)
    form = HolderForm(request.POST, members=birthdays.could_hold(group, request.person))
    if not form.is_valid():
        return _sheet(request, group, form)
    birthdays.give(member=form.chosen)
    say(request, _("%(alias)s sees this sheet now.") % {"alias": form.chosen.alias})
    return go("group-sheet", group_id)


@require_POST
@signed_in
@once
def take_back(request: Request, group_id: str, member_id: str) -> HttpResponse:
    """A host ends it."""
    group = door(request.person, "sheet.give", group_id)
    people = Membership.objects.current().apart(apart_from(request.person)).select_related("group", "person")
    member = people.get_or_404(group=group, public_id=member_id)
    birthdays.take_back(member=member)
    say(request, _("%(alias)s does not see this sheet any more.") % {"alias": member.alias})
    return go("group-sheet", group_id)


def _sheet(request: Request, group: Group, form: HolderForm | None = None) -> HttpResponse:
    gives = GROUP_POLICY.allows(request.person, "sheet.give", group)
    if gives and form is None:
        form = HolderForm(None, members=birthdays.could_hold(group, request.person))
    context = {
        "group": group,
        "form": form,
        "lines": birthdays.sheet_of(group, request.person, request.place),
        "month": saying.month(birthdays.month_of(request.place)[0]),
        "holders": birthdays.holders_in(group, request.person) if gives else [],
    }
    return page(request, "together/sheet.html", UNPROCESSABLE if form and form.errors else 200, **context)
