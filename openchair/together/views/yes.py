"""What counts of one's own in a group; and the others around where one is."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openchair.groups.models import Membership
from openchair.groups.policy import mine_in
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths.picture import pictures_of
from openchair.people.limits import Limit, take
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.together import choosing
from openchair.together.circles import around as those_around
from openchair.together.forms import YesForm
from openchair.together.policy import door

STAGES = Limit("together-around", times=4, seconds=24 * 3600)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def mine(request: Request, group_id: str) -> HttpResponse:
    """Three questions; a no holds at once."""
    group = door(request.person, "yes.say", group_id)
    member = mine_in(group, request.person)
    pictures = [one for one in pictures_of(request.person, request.place) if not one.reckoning.has_ended]
    form = YesForm(sent(request), pictures=pictures, chosen=choosing.chosen_by(member))
    if form.is_valid() and _may(member, form):
        choosing.choose(member=member, chosen=form.chosen)
        say(request, _("Kept. You can change it here at any time."))
        return go("group-together", group_id)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "together/mine.html", status, group=group, form=form)


@require_safe
@signed_in
def around(request: Request, group_id: str) -> HttpResponse:
    """Names alone, by the alphabet."""
    group = door(request.person, "around.read", group_id)
    near = those_around(mine_in(group, request.person))
    return page(request, "together/around.html", group=group, near=near)


def _may(member: Membership, form: YesForm) -> bool:
    """False, with a line beside the field, for whoever has changed their stage often today."""
    changed = form.chosen.around not in {None, choosing.chosen_by(member).around}
    if changed and not take(STAGES, f"{member.pk}"):
        form.say_wait()
    return not form.errors
