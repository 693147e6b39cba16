"""The groups one is in, those one was in, and those one may find."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from openchair.groups.languages import language_name
from openchair.groups.models import Closing, Departure, Group, JoinRequest, Membership
from openchair.kit.pages import page
from openchair.people.models import Person
from openchair.people.requests import Request, open_to_all

ON_A_PAGE = 30


@require_safe
@open_to_all
def groups(request: Request) -> HttpResponse:
    """Mine first; then the listed ones, the longest listed first."""
    person = request.visitor
    others = Group.objects.listed().exclude(pk__in=Group.objects.of(person).values("pk"))
    found = Paginator(others, ON_A_PAGE).get_page(request.GET.get("page"))
    mine = _mine(person) if person else {}
    context = {"found": found, "language_name": language_name, "person": person, **mine}
    return page(request, "groups/groups.html", 200, **context)


def _mine(person: Person) -> dict[str, object]:
    here = Membership.objects.of(person)
    departures = Departure.objects.filter(membership__person=person, membership__group__closing=None)
    return {
        "memberships": sorted(
            here.with_standing().select_related("group"), key=lambda one: one.group.name.casefold()
        ),
        "asked": JoinRequest.objects.waiting().filter(person=person).select_related("group"),
        "departures": departures.select_related("membership__group", "removal").order_by("-at"),
        "closed": Closing.objects.filter(
            group__memberships__person=person, group__memberships__departure=None
        ).select_related("group", "group__closing"),
        "hosted": set(Membership.objects.hosts().filter(person=person).values_list("group_id", flat=True)),
    }
