"""Addresses of what people tell: the kind and a random id."""

from django.urls import path

from openchair.groups import page_parts
from openchair.meetings import turning
from openchair.people import me_parts
from openchair.safety import forgetting
from openchair.safety.group_part import needs_you
from openchair.safety.me_part import on_me
from openchair.safety.telling import told_of_topic
from openchair.safety.views import out, receipts, report, reports, rest, shared, stories, telling, topic

__all__ = ["forgetting", "urlpatterns"]

page_parts.register(needs_you)
me_parts.register(on_me)
turning.register(told_of_topic)

urlpatterns = [
    path(
        "rooms/<str:room_id>/words/<str:utterance_id>/telling/", telling.tell_the_hosts, name="tell-the-hosts"
    ),
    path("shares/words/<str:words_id>/about/", shared.about, name="words-about"),
    path("stories/<str:story_id>/about/", stories.about, name="story-about"),
    path("meetings/<str:meeting_id>/<start:start>/topic/about/", topic.about, name="meeting-topic-about"),
    path("receipts/", receipts.receipts, name="receipts"),
    path("receipts/<str:report_id>/", receipts.receipt, name="receipt"),
    path("groups/<str:group_id>/reports/", reports.of_group, name="reports"),
    path("groups/<str:group_id>/reports/<str:report_id>/", report.of_group, name="report"),
    path("groups/<str:group_id>/reports/<str:report_id>/out/", out.take_out, name="report-out"),
    path("groups/<str:group_id>/reports/<str:report_id>/out/end/", out.let_back, name="report-out-end"),
    path("groups/<str:group_id>/reports/<str:report_id>/rest/", rest.ask, name="report-rest"),
    path("groups/<str:group_id>/reports/<str:report_id>/rest/end/", rest.end, name="report-rest-end"),
    path("reports/", reports.of_place, name="steward-reports"),
    path("reports/<str:report_id>/", report.of_place, name="steward-report"),
]
