"""Whose clock the times follow: the reader's choice, kept in their browser, with or without an account."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, sent
from openchair.meetings.forms import ZoneForm
from openchair.people.local import local_path
from openchair.people.preferences import remember
from openchair.people.requests import Request, open_to_all


@open_to_all
def zone(request: Request) -> HttpResponse:
    """Choose a zone; then back to the page one came from."""
    asked = request.POST if request.method == "POST" else request.GET
    back = local_path(asked.get("next", "")) or reverse("meetings")
    form = ZoneForm(sent(request), initial={"zone": request.zone.key})
    if form.is_valid():
        return _chosen(form.cleaned_data["zone"], back)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "meetings/zone.html", status=status, form=form, back_to=back)


def _chosen(name: str, back: str) -> HttpResponseRedirect:
    answer = SeeOther(back)
    remember(answer, "zone", name)
    return answer
