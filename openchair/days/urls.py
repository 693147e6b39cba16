"""Addresses of moments: the kind and a random id. None says what happened."""

from django.urls import path

from openchair.days.group_part import told_in
from openchair.days.views import knowing, moments
from openchair.groups import page_parts
from openchair.paths.group_part import milestones_in

page_parts.register(told_in, first=True)
# Here and not beside paths, so that meetings and companions stand above.
page_parts.register(milestones_in)
_ONE = "moments/<str:entry_id>/"

urlpatterns = [
    path("moments/", moments.moments, name="moments"),
    path("moments/talk/", moments.talk, name="moments-talk"),
    path(_ONE, moments.moment, name="moment"),
    path(f"{_ONE}quiet/", moments.quiet, name="moment-quiet"),
    path(f"{_ONE}later/<str:later_id>/withdrawal/", knowing.not_later, name="moment-later-withdrawal"),
    path(f"{_ONE}words/<str:word_id>/withdrawal/", knowing.take_back, name="moment-word-withdrawal"),
]
