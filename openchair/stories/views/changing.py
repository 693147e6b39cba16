"""Changing one's own story, taking it back, and putting it back within thirty days."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.policy import mine_in
from openchair.groups.resting import line_for, refuse
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.stories import writing
from openchair.stories.arranging import arranged
from openchair.stories.finding import group_of
from openchair.stories.forms import StoryForm
from openchair.stories.looking import pointed_in, waits
from openchair.stories.models import Story
from openchair.stories.policy import GROUP_POLICY, door
from openchair.stories.seeing import reader_of
from openchair.stories.showing import card_of, day_of
from openchair.stories.told import Beginning
from openchair.stories.views.writing import typed_in
from openchair.support.pointing import Pointed

GONE = 404


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def edit(request: Request, story_id: str) -> HttpResponse:
    """Other words, or another audience. Others see the old ones until the change is kept."""
    try:
        story = door(request.person, "story.change", story_id)
    except Http404:
        return page(request, "stories/words_gone.html", GONE, words=typed_in(request), kept=False)
    form = _form(request, story)
    refuse(form, story)
    if form.is_valid() and not form.whole:
        return _page(request, story, _arranged(request, story, form))
    pointed = None
    if form.is_valid() and not _too_early(request, story, form):
        pointed = _to_look_at(request, story, form)
        if pointed is None:
            writing.change(story=story, told=form.told, audience=form.cleaned_data["audience"])
            return _kept(request, story)
    return _page(request, story, form, pointed)


@require_POST
@signed_in
@once
def withdraw(request: Request, story_id: str) -> HttpResponse:
    """Out of everybody's sight, with a way back."""
    story = door(request.person, "story.change", story_id)
    writing.take_back(story=story)
    undo = reverse("story-return", args=[story_id])
    say(request, _("Taken back. For 30 days you can put it back; then it is deleted."), undo=undo)
    return go("group-stories", story.group.public_id)


@require_POST
@signed_in
@once
def give_back(request: Request, story_id: str) -> HttpResponse:
    """As if it had not been taken back."""
    story = door(request.person, "story.put_back", story_id)
    line = line_for(story)
    if line:
        say(request, line)
        return go("stories-taken-back", story.group.public_id)
    writing.put_back(story=story)
    say(request, _("It is back, as it was."))
    return go("stories-held", story.group.public_id) if story.is_held else go("story", story_id)


@require_safe
@signed_in
def taken_back(request: Request, group_id: str) -> HttpResponse:
    """One's own stories in a group that can still be put back."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "story.write", group)
    mine = Story.objects.filter(group=group, person=request.person, taken_back_at__isnull=False).backs()
    lines = [(one, one.about, day_of(one.placed_at, request.zone)) for one in mine if one.placed_at]
    return page(request, "stories/taken_back.html", group=group, stories=lines)


def _kept(request: Request, story: Story) -> HttpResponse:
    if story.is_held:
        say(request, _("Kept. A host looks at it; until then only you and the hosts see it."))
        return go("stories-held", story.group.public_id)
    say(request, _("Changed."))
    return go("story", story.public_id)


def _too_early(request: Request, story: Story, form: StoryForm) -> bool:
    """Would a newcomer's change lead out of here? Then the form says so, and nothing is changed."""
    pointed = pointed_in(form.told, story.group)
    early = waits(mine_in(story.group, request.person), pointed, form.cleaned_data["audience"])
    if early and pointed:
        found = ", ".join(line.said for line in pointed.lines)
        form.add_error(
            None, _("In your first two weeks here, please leave this out: %(found)s") % {"found": found}
        )
    return early


def _to_look_at(request: Request, story: Story, form: StoryForm) -> Pointed | None:
    """What the change brings that could lead to its writer, until they have seen it once."""
    if form.cleaned_data["audience"] == Story.Audience.ME:
        return None
    pointed, kept = pointed_in(form.told, story.group), story.says
    before = pointed_in(kept, story.group) if kept else None
    seen = f"{request.POST.get('seen', '')} {before.seen_said if before else ''}"
    return pointed if pointed and pointed.is_new_to(seen) else None


def _form(request: Request, story: Story) -> StoryForm:
    whole = not request.POST.get("press")
    chosen = {"audience": story.audience}
    return StoryForm(sent(request), names=[story.named], whole=whole, told=story.says, chosen=chosen)


def _arranged(request: Request, story: Story, form: StoryForm) -> StoryForm:
    """The form once more after a press, unkept: nobody is to read half a change."""
    told, _at = arranged(form.told, request.POST["press"])
    chosen = {"audience": form.cleaned_data["audience"]}
    return StoryForm(None, names=[story.named], told=told, chosen=chosen)


def _page(request: Request, story: Story, form: StoryForm, pointed: Pointed | None = None) -> HttpResponse:
    card = card_of(reader_of(request.person, mine_in(story.group, request.person)), story, request.zone)
    context = {"story": story, "group": story.group, "card": card, "beginnings": Beginning.choices}
    status = UNPROCESSABLE if form.errors or pointed else 200
    return page(request, "stories/edit.html", status, form=form, pointed=pointed, **context)
