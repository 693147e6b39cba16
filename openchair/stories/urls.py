"""Addresses of stories: a group's, or the story's own random id."""

from django.urls import path

from openchair.groups import page_parts
from openchair.stories.group_part import stories_in
from openchair.stories.views import changing, held, library, reading, turning, writing

page_parts.register(stories_in)
_GROUP = "groups/<str:group_id>/stories/"
_ONE = "stories/<str:story_id>/"

urlpatterns = [
    path(_GROUP, library.stories, name="group-stories"),
    path(f"{_GROUP}new/", writing.new, name="story-new"),
    path(f"{_GROUP}draft/", writing.draft, name="story-draft"),
    path(f"{_GROUP}draft/placing/", writing.place, name="story-placing"),
    path(f"{_GROUP}draft/removal/", writing.throw_away, name="story-draft-removal"),
    path(f"{_GROUP}taken-back/", changing.taken_back, name="stories-taken-back"),
    path(f"{_GROUP}held/", held.mine, name="stories-held"),
    path(f"{_GROUP}to-look-at/", held.to_look_at, name="stories-to-look-at"),
    path(_ONE, reading.story, name="story"),
    path(f"{_ONE}aloud/", reading.aloud, name="story-aloud"),
    path(f"{_ONE}responses/", reading.respond, name="story-responses"),
    path(f"{_ONE}edit/", changing.edit, name="story-edit"),
    path(f"{_ONE}withdrawal/", changing.withdraw, name="story-withdrawal"),
    path(f"{_ONE}return/", changing.give_back, name="story-return"),
    path(f"{_ONE}hiding/", turning.hide, name="story-hiding"),
    path(f"{_ONE}hiding/end/", turning.show, name="story-hiding-end"),
    path(f"{_ONE}mute/", turning.mute, name="story-mute"),
    path(f"{_ONE}block/", turning.block, name="story-block"),
    path(f"{_ONE}out/", held.take_out, name="story-out"),
    path(f"{_ONE}out/end/", held.let_back, name="story-out-end"),
]
