"""Addresses of meetings."""

from django.urls import path, register_converter

from openchair.groups import page_parts
from openchair.meetings.group_part import meetings_of
from openchair.meetings.views import cancellation, ending, meeting, meetings, moving, readings, topic, zone
from openchair.meetings.views.finding import StartConverter

register_converter(StartConverter, "start")
page_parts.register(meetings_of)
_DATE = "meetings/<str:meeting_id>/<start:start>"

urlpatterns = [
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/zone/", zone.zone, name="meetings-zone"),
    path("meetings/<str:meeting_id>/", meeting.meeting, name="meeting"),
    path("meetings/<str:meeting_id>/edit/", meeting.edit, name="meeting-edit"),
    path("meetings/<str:meeting_id>/ending/", ending.end, name="meeting-end"),
    path("meetings/<str:meeting_id>/ending/undo/", ending.resume, name="meeting-resume"),
    path(f"{_DATE}/cancellation/", cancellation.cancel, name="meeting-cancel"),
    path(f"{_DATE}/cancellation/undo/", cancellation.hold_again, name="meeting-hold-again"),
    path(f"{_DATE}/time/", moving.move, name="meeting-move"),
    path(f"{_DATE}/readings/<slug:reading>/", readings.claim, name="meeting-reading"),
    path(f"{_DATE}/readings/<slug:reading>/back/", readings.give_back, name="meeting-reading-back"),
    path(f"{_DATE}/topic/", topic.topic, name="meeting-topic"),
    path(f"{_DATE}/topic/back/", topic.take_back, name="meeting-topic-back"),
    path(f"{_DATE}/topic/mute/", topic.mute, name="meeting-topic-mute"),
    path(f"{_DATE}/topic/block/", topic.block, name="meeting-topic-block"),
    path("groups/<str:group_id>/meetings/new/", meeting.new, name="meeting-new"),
]
