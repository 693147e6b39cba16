"""Addresses of the roster. `start` is the converter of meetings' dates."""

from django.urls import path

from openchair.roster.subject import taken_away_in
from openchair.roster.views import about, debrief, roster
from openchair.safety import mending

mending.register(taken_away_in)

_GROUP = "groups/<str:group_id>/"
_SLOT = f"{_GROUP}roster/<str:shift_id>/<start:start>/"

urlpatterns = [
    path(f"{_GROUP}roster/", roster.roster, name="group-roster"),
    path(f"{_SLOT}asking/", roster.ask, name="group-roster-asking"),
    path(f"{_SLOT}stepping-in/", roster.step_in, name="group-roster-stepping-in"),
    path(f"{_GROUP}roster/hours/", roster.hours, name="group-hours"),
    path(f"{_GROUP}roster/hours/<str:shift_id>/ending/", roster.drop, name="group-hours-ending"),
    path(f"{_GROUP}roster/carrying/", roster.carrying, name="group-carrying"),
    path(f"{_GROUP}debrief/", debrief.debrief, name="group-debrief"),
    path(f"{_GROUP}debrief/<str:line_id>/ending/", debrief.take_back, name="group-debrief-ending"),
    path(f"{_GROUP}debrief/<str:line_id>/about/", about.about, name="group-debrief-about"),
    path(f"{_GROUP}debrief/<str:line_id>/mute/", about.mute, name="group-debrief-mute"),
    path(f"{_GROUP}debrief/<str:line_id>/block/", about.block, name="group-debrief-block"),
]
