"""Addresses of what people are and do together."""

from django.urls import path

from openchair.together.views import numbers, sheet, yes

_GROUP = "groups/<str:group_id>/together/"

urlpatterns = [
    path("together/", numbers.together, name="together"),
    path(_GROUP, numbers.in_group, name="group-together"),
    path(f"{_GROUP}mine/", yes.mine, name="group-together-mine"),
    path(f"{_GROUP}around/", yes.around, name="group-around"),
    path(f"{_GROUP}sheet/", sheet.sheet, name="group-sheet"),
    path(f"{_GROUP}sheet/holders/", sheet.give, name="group-sheet-holders"),
    path(f"{_GROUP}sheet/holders/<str:member_id>/ending/", sheet.take_back, name="group-sheet-holder-ending"),
]
