"""What one date is about, chosen and taken back."""

from datetime import datetime

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.groups.models import Membership
from openchair.groups.views.turning_from import block_writer, mute_writer
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.meetings import choosing
from openchair.meetings.claiming import Enough, NotRead, Taken
from openchair.meetings.forms import TopicForm
from openchair.meetings.models import Series, Topic
from openchair.meetings.views.finding import allowed, coming, membership
from openchair.meetings.views.readings import ENOUGH
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def topic(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """A member chooses it, or changes what they chose."""
    series = allowed(request, "topic.choose", meeting_id)
    date, mine = coming(request, series, start), membership(request, series)
    before = choosing.topic_of(series, start)
    is_mine = before is not None and before.membership_id == mine.pk
    form = TopicForm(sent(request), by=mine, before=before.words if before and is_mine else "")
    if form.is_valid() and _is_chosen(series, start, mine, form):
        say(request, _("Thank you. The meeting has a topic."))
        return go("meeting", meeting_id, anchor="topic")
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "meetings/topic.html", status, series=series, date=date, form=form)


@require_POST
@signed_in
@once
def take_back(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """Whoever chose it, or a host."""
    series = allowed(request, "topic.choose", meeting_id)
    choosing.take_back(series=series, start=start, membership=membership(request, series))
    say(request, _("Taken back. Somebody else can choose."))
    return go("meeting", meeting_id, anchor="topic")


@require_POST
@signed_in
@once
def mute(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """Nothing more of who chose it, one way."""
    found = topic_of_another(request, allowed(request, "topic.choose", meeting_id), start)
    mute_writer(request, found.membership)
    return go("meeting", meeting_id, anchor="topic")


@require_POST
@signed_in
@once
def block(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """Neither sees the other any more."""
    found = topic_of_another(request, allowed(request, "topic.choose", meeting_id), start)
    block_writer(request, found.membership)
    return go("meeting", meeting_id, anchor="topic")


def topic_of_another(request: Request, series: Series, start: datetime) -> Topic:
    """A topic that this person sees and did not choose. Raises Http404."""
    found = choosing.topic_for(request.person, series, start)
    if found is None or found.person_id == request.person.pk:
        raise Http404
    found.group = series.group
    return found


def _is_chosen(series: Series, start: datetime, mine: Membership, form: TopicForm) -> bool:
    """Or else the form says why not."""
    try:
        choosing.choose(series=series, start=start, membership=mine, words=form.cleaned_data["words"])
    except Taken:
        form.add_error("words", _("Somebody was a moment quicker. Your words are still here."))
    except Enough:
        form.add_error("words", ENOUGH)
    except NotRead:
        form.add_error("words", _("This date is over or was called off. Your words are still here."))
    return not form.errors
