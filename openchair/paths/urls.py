"""Addresses of paths: the kind and a random id, never a word of what somebody notes."""

from django.urls import path

from openchair.paths.me_part import on_me
from openchair.paths.views import chips, counting, editing, entries, in_group, marking, mine
from openchair.paths.views import path as one
from openchair.people import me_parts

me_parts.register(on_me)
_SETS = "groups/<str:group_id>/milestones/"

urlpatterns = [
    path("paths/", mine.mine, name="paths"),
    path("paths/new/", editing.new, name="path-new"),
    path("paths/<str:path_id>/", one.path, name="path"),
    path("paths/<str:path_id>/edit/", editing.edit, name="path-edit"),
    path("paths/<str:path_id>/rest/", counting.rest, name="path-rest"),
    path("paths/<str:path_id>/end/", counting.end, name="path-end"),
    path("paths/<str:path_id>/again/", counting.restart, name="path-again"),
    path("paths/<str:path_id>/deletion/", counting.purge, name="path-deletion"),
    path("paths/<str:path_id>/chips/", chips.chips, name="path-chips"),
    path("paths/<str:path_id>/chips/<str:chip_id>/", chips.chip, name="path-chip"),
    path("paths/<str:path_id>/chips/<str:chip_id>/sharing/", chips.share, name="path-chip-sharing"),
    path("celebrations/<str:celebration_id>/withdrawal/", chips.take_back, name="celebration-withdrawal"),
    path("paths/<str:path_id>/milestones/", marking.marks, name="path-milestones"),
    path(
        "paths/<str:path_id>/milestones/<str:set_id>/adoption/",
        marking.take_over,
        name="path-milestones-adoption",
    ),
    path("paths/<str:path_id>/entries/", entries.entries, name="path-entries"),
    path("paths/<str:path_id>/entries/<str:entry_id>/", entries.entry, name="path-entry"),
    path("paths/<str:path_id>/entries/<str:entry_id>/undo/", entries.undo, name="path-entry-undo"),
    path("paths/<str:path_id>/entries/<str:entry_id>/return/", entries.bring_back, name="path-entry-return"),
    path("groups/<str:group_id>/celebrations/", in_group.celebrations, name="group-celebrations"),
    path(_SETS, in_group.sets, name="group-milestones"),
    path(f"{_SETS}new/", in_group.new, name="group-milestones-new"),
    path(f"{_SETS}<str:set_id>/", in_group.edit, name="group-milestones-edit"),
    path(f"{_SETS}<str:set_id>/removal/", in_group.put_away, name="group-milestones-removal"),
    path(f"{_SETS}<str:set_id>/return/", in_group.bring_back, name="group-milestones-return"),
]
