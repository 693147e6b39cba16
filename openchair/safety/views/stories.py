"""About a story of somebody: hide, mute, block, or tell the hosts, two taps from the words."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.safety.subjects import of_story
from openchair.safety.views.about_words import Ways, about_page, told_before
from openchair.stories.models import Story
from openchair.stories.policy import POLICY, door


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def about(request: Request, story_id: str) -> HttpResponse:
    """As of a share."""
    before = told_before(request, story_id)
    if before:
        return before
    story = door(request.person, "story.hide", story_id)
    has_name = POLICY.allows(request.person, "story.turn_from", story)
    may_take_out = POLICY.allows(request.person, "story.take_out", story)
    return about_page(request, of_story(story), _ways(story, has_name=has_name, may_take_out=may_take_out))


def _ways(story: Story, *, has_name: bool, may_take_out: bool) -> Ways:
    here, hide, mute, block = (
        reverse(f"story-{one}", args=[story.public_id]) for one in ("about", "hiding", "mute", "block")
    )
    back = reverse("group-stories", args=[story.group.public_id])
    name = story.membership.called if has_name else ""
    out = reverse("story-out", args=[story.public_id]) if may_take_out else ""
    return Ways(here, hide, mute, block, back, _("Stories"), name, out)
