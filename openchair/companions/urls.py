"""Addresses of companions: the companionship's own random id, or a group's."""

from django.urls import path

from openchair.companions.group_part import companions_in
from openchair.companions.me_part import on_me
from openchair.companions.views import care, companion, companions, in_group
from openchair.groups import page_parts
from openchair.people import me_parts

page_parts.register(companions_in)
me_parts.register(on_me)
_ONE = "companions/<str:companion_id>/"

urlpatterns = [
    path("companions/", companions.companions, name="companions"),
    path("companions/care/", care.care, name="companions-care"),
    path("companions/care/ending/", care.stop, name="companions-care-end"),
    path(_ONE, companion.companion, name="companion"),
    path(f"{_ONE}acceptance/", companions.accept, name="companion-acceptance"),
    path(f"{_ONE}aside/", companions.set_aside, name="companion-aside"),
    path(f"{_ONE}withdrawal/", companions.take_back, name="companion-withdrawal"),
    path(f"{_ONE}ending/", companion.end, name="companion-ending"),
    path(f"{_ONE}ending/undo/", companion.go_on, name="companion-return"),
    path(f"{_ONE}word/withdrawal/", companion.take_word_back, name="companion-word-withdrawal"),
    path("groups/<str:group_id>/companions/", in_group.offers, name="group-companions"),
    path("groups/<str:group_id>/companions/ask/", in_group.ask, name="group-companions-ask"),
    path(
        "groups/<str:group_id>/companions/offer/withdrawal/",
        in_group.take_back,
        name="group-offer-withdrawal",
    ),
]
