"""How pages look, and what they show to others. Kept in the browser, with or without an account."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, sent
from openchair.people import moving_home, preferences
from openchair.people.forms import Display
from openchair.people.local import local_path
from openchair.people.requests import Request, open_to_all


@open_to_all
def display(request: Request) -> HttpResponse:
    """Show what is chosen; remember what is sent; go back to where it was asked."""
    after = local_path(request.POST.get("next", request.GET.get("next", "")))
    form = Display(sent(request), initial=_now(request))
    if not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return page(request, "people/display.html", status, form=form, after=after)
    answer = SeeOther(after or reverse("display"))
    for name, value in form.chosen().items():
        preferences.remember(answer, name, value)
    _note(request, form.chosen())
    return answer


def _now(request: Request) -> dict[str, str]:
    kept = {name: preferences.chosen(request, name) for name in ("theme", "titles", "icon", "cover")}
    return kept | {"language": get_language() or "", "zone": request.zone.key}


def _note(request: Request, chosen: dict[str, str]) -> None:
    """The zone goes along to the person's other devices."""
    if request.visitor is not None and "zone" in chosen:
        request.visitor.zone = chosen["zone"]
        request.visitor.save(update_fields=["zone"])
        moving_home.moved(request.visitor)
