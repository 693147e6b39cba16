"""Addresses of meetings that are open for days: a group's, or the meeting's own random id."""

from django.urls import path

from openchair.gatherings.group_part import gatherings_in
from openchair.gatherings.standing import meetings_of
from openchair.gatherings.subject import rewritten_in
from openchair.gatherings.views import about, changing, closing, gathering, listing, roles, run_sheet, writing
from openchair.groups import page_parts
from openchair.safety import mending
from openchair.shares import threads

page_parts.register(gatherings_in)
threads.register(meetings_of)
mending.register(rewritten_in)
_GROUP = "groups/<str:group_id>/open-for-days/"
_ONE = "open-for-days/<str:gathering_id>/"
_WORDS = f"{_ONE}words/<str:wording_id>/"
_ROLE = f"{_ONE}roles/<slug:part>/"

urlpatterns = [
    path(_GROUP, listing.gatherings, name="group-gatherings"),
    path(f"{_GROUP}new/", listing.new, name="gathering-new"),
    path(_ONE, gathering.gathering, name="gathering"),
    path(f"{_ONE}newest/", gathering.newest, name="gathering-newest"),
    path(f"{_ONE}unanswered/", gathering.unanswered, name="gathering-unanswered"),
    path(f"{_ONE}run-sheet/", run_sheet.steps, name="gathering-steps"),
    path(f"{_ONE}run-sheet/moving-on/", run_sheet.move_on, name="gathering-moving-on"),
    path(f"{_ONE}run-sheet/<slug:step>/", run_sheet.edit, name="gathering-step"),
    path(f"{_ONE}closing/", closing.close, name="gathering-closing"),
    path(f"{_ONE}closing/line/", closing.line, name="gathering-line"),
    path(f"{_WORDS}about/", about.about, name="gathering-words-about"),
    path(f"{_WORDS}ending/", about.take_away, name="gathering-words-ending"),
    path(f"{_WORDS}mute/", about.mute, name="gathering-words-mute"),
    path(f"{_WORDS}block/", about.block, name="gathering-words-block"),
    path(f"{_ONE}roles/", roles.roles, name="gathering-roles"),
    path(f"{_ROLE}claim/", roles.claim, name="gathering-role-claim"),
    path(f"{_ROLE}yes/", roles.say_yes, name="gathering-role-yes"),
    path(f"{_ROLE}return/", roles.give_back, name="gathering-role-return"),
    path(f"{_ROLE}ending/", roles.relieve, name="gathering-role-ending"),
    path(f"{_ONE}turns/new/", writing.new, name="turn-new"),
    path(f"{_ONE}turns/draft/", writing.draft, name="turn-draft"),
    path(f"{_ONE}turns/draft/posting/", writing.post, name="turn-posting"),
    path(f"{_ONE}turns/draft/removal/", writing.throw_away, name="turn-draft-removal"),
    path(f"{_ONE}turns/draft/carrying/", writing.carry, name="turn-draft-carrying"),
    path("turns/<str:share_id>/edit/", changing.edit, name="turn-edit"),
]
