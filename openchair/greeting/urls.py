"""Addresses of what waits for an answer, and of those who welcome people."""

from django.urls import path

from openchair.greeting.group_part import greeting_in
from openchair.greeting.views import greeters, helping, queue
from openchair.groups import page_parts

page_parts.register(greeting_in)
_GROUP = "groups/<str:group_id>/"
_GREETER = f"{_GROUP}greeters/<str:member_id>/"
_ONE = "shares/<str:share_id>/taking/"

urlpatterns = [
    path(f"{_GROUP}waiting/", queue.waiting, name="group-waiting"),
    path(_ONE, queue.take_on, name="share-taking"),
    path(f"{_ONE}ending/", queue.let_go, name="share-taking-ending"),
    path(f"{_GROUP}greeters/", greeters.greeters, name="group-greeters"),
    path(f"{_GREETER}agreement/", greeters.agree, name="group-greeter-agreement"),
    path(f"{_GREETER}ending/", greeters.end, name="group-greeter-ending"),
    path(f"{_GROUP}patience/", greeters.patience, name="group-patience"),
    path(f"{_GROUP}helping/", helping.helping, name="group-helping"),
    path(f"{_GROUP}helping/hello/", helping.hello, name="group-hello"),
    path(f"{_GROUP}helping/offer/", helping.offer, name="group-greeting-offer"),
    path(f"{_GROUP}helping/ending/", helping.end, name="group-greeting-ending"),
]
