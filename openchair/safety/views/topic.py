"""About a topic that a member chose: mute, block, or tell the hosts, two taps from the words."""

from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.meetings.choosing import topic_of
from openchair.meetings.models import Series, Topic
from openchair.meetings.views.finding import allowed
from openchair.meetings.views.topic import topic_of_another
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.safety.subjects import of_topic
from openchair.safety.views.about_words import Ways, about_page, told_before


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def about(request: Request, meeting_id: str, start: datetime) -> HttpResponse:
    """As of a share. Telling puts the topic out of one's sight, on its page and in the room."""
    series = allowed(request, "topic.choose", meeting_id)
    chosen = topic_of(series, start)
    before = told_before(request, chosen.key) if chosen else None
    if before:
        return before
    topic = topic_of_another(request, series, start)
    return about_page(request, of_topic(topic), _ways(series, start, topic))


def _ways(series: Series, start: datetime, topic: Topic) -> Ways:
    args = [series.public_id, start]
    here, mute, block = (reverse(f"meeting-topic-{one}", args=args) for one in ("about", "mute", "block"))
    back = reverse("meeting", args=args[:1])
    return Ways(here, "", mute, block, back, _("The meeting"), topic.membership.alias)
