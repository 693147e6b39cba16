"""Addresses of what people tell: the kind and a random id."""

from django.urls import path

from openchair.groups import page_parts
from openchair.people import me_parts
from openchair.safety import forgetting
from openchair.safety.group_part import needs_you
from openchair.safety.me_part import on_me
from openchair.safety.views import receipts, report, reports, telling

__all__ = ["forgetting", "urlpatterns"]

page_parts.register(needs_you)
me_parts.register(on_me)

urlpatterns = [
    path(
        "rooms/<str:room_id>/words/<str:utterance_id>/telling/", telling.tell_the_hosts, name="tell-the-hosts"
    ),
    path("receipts/", receipts.receipts, name="receipts"),
    path("receipts/<str:report_id>/", receipts.receipt, name="receipt"),
    path("groups/<str:group_id>/reports/", reports.of_group, name="reports"),
    path("groups/<str:group_id>/reports/<str:report_id>/", report.of_group, name="report"),
    path("reports/", reports.of_place, name="steward-reports"),
    path("reports/<str:report_id>/", report.of_place, name="steward-report"),
]
