"""Joining, 4 of 4: what brings you? Nobody has to say."""

from django.http import HttpResponse
from django.urls import reverse

from openchair.kit.pages import UNPROCESSABLE, SeeOther, page, sent
from openchair.people.forms import Brings
from openchair.people.invited import forget_invitation, invited_to
from openchair.people.local import local_path
from openchair.people.requests import Request, signed_in


@signed_in
def brings(request: Request) -> HttpResponse:
    """One question that can be skipped, and then a meeting."""
    after = local_path(request.POST.get("next", request.GET.get("next", ""))) or reverse("meetings")
    form = Brings(sent(request), initial={"brings": request.person.brings})
    if not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        return page(request, "people/join_brings.html", status, form=form, after=after)
    request.person.brings = form.cleaned_data["brings"]
    request.person.save(update_fields=["brings"])
    answer = SeeOther(after)
    if after != invited_to(request):  # there it is still needed, to show the group
        forget_invitation(answer)
    return answer
