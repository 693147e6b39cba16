"""Writing a story: kept, looked over, placed. Without script; every button keeps what was typed."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.groups.audience import sentence_about
from openchair.groups.models import Membership
from openchair.groups.policy import mine_in
from openchair.groups.resting import names_for, why_not_so
from openchair.kit.pages import (
    UNPROCESSABLE,
    WHILE_WRITING,
    go,
    kept_meanwhile,
    page,
    say,
    say_it_changed,
    sent,
)
from openchair.kit.two_windows import CONFLICT, Page, WrittenElsewhere
from openchair.people.limits import Limit, take
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.stories import writing
from openchair.stories.arranging import arranged
from openchair.stories.elsewhere import words_elsewhere
from openchair.stories.finding import group_of
from openchair.stories.forms import StoryForm
from openchair.stories.looking import pointed_in, waits
from openchair.stories.models import Story
from openchair.stories.policy import GROUP_POLICY
from openchair.stories.seeing import reader_of
from openchair.stories.showing import card_of
from openchair.stories.told import MOST_SECTIONS, Beginning

PLACING = Limit("story-place", times=10, seconds=3600)
GONE = 404


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request, group_id: str) -> HttpResponse:
    """The composer. What was begun before stands in it."""
    try:
        me = _writer(request, group_id)
    except Http404:
        return page(request, "stories/words_gone.html", GONE, words=typed_in(request), kept=False)
    begun = writing.draft_of(me)
    form = _form(request, me, begun)
    if form.is_valid():
        return _kept(request, me, form)
    return _composer(request, me, form, begun)


@require_safe
@signed_in
def draft(request: Request, group_id: str) -> HttpResponse:
    """The story as others will see it, and to whom it goes."""
    try:
        me = _writer(request, group_id)
    except Http404:
        return _draft_back(request, group_id)
    begun = writing.draft_of(me)
    if begun is None or not is_whole(begun):
        return go("story-new", group_id)
    begun.group, begun.membership = me.group, me
    card = card_of(reader_of(request.person, me), begun, request.zone)
    context = {"group": me.group, "card": card, "people": sentence_about(me.group), **_looked_at(me, begun)}
    return page(request, "stories/draft.html", 200, **context, read=begun.as_drafted)


@require_POST
@signed_in
@once
def place(request: Request, group_id: str) -> HttpResponse:
    """Let its audience see it."""
    try:
        me = _writer(request, group_id)
    except Http404:
        return _draft_back(request, group_id)
    begun = writing.draft_of(me)
    if begun is None:
        return go("group-stories", group_id)
    begun.group = me.group
    try:
        return _placed(request, me, begun)
    except writing.NotSo:
        say(request, why_not_so(begun))
        return go("story-new", group_id)


@require_POST
@signed_in
@once
def throw_away(request: Request, group_id: str) -> HttpResponse:
    """The draft goes."""
    writing.throw_away(membership=_writer(request, group_id))
    say(request, _("The draft is gone."))
    return go("group-stories", group_id)


def is_whole(story: Story) -> bool:
    """Has it a title and some words, so that others can read it?"""
    told = story.says
    return told is not None and bool(told.about.title) and any(one.words for one in told.sections)


def typed_in(request: Request) -> str:
    """All that was written, for a page that is not there any more."""
    names = [f"{part}-{one}" for one in range(1, MOST_SECTIONS + 1) for part in ("heading", "words")]
    said = [request.POST.get(name, "") for name in ("title", *names)]
    return "\n\n".join(one for one in said if one)


def _draft_back(request: Request, group_id: str) -> HttpResponse:
    """What its writer began here, where the group is gone for them. Raises Http404 when that is nothing."""
    told = writing.own_draft(request.person, group_id)
    if told is None:
        raise Http404
    said = [told.about.title, *(line for one in told.sections for line in (one.heading, one.words))]
    words = "\n\n".join(one for one in said if one)
    return page(request, "stories/words_gone.html", GONE, words=words, kept=True)


def _form(request: Request, me: Membership, begun: Story | None) -> StoryForm:
    chosen = {"audience": begun.audience, "named": begun.named} if begun else {}
    return StoryForm(
        sent(request),
        names=names_for(me),
        whole=not request.POST.get("press"),
        told=begun.says if begun else None,
        chosen=chosen,
    )


def _kept(request: Request, me: Membership, form: StoryForm) -> HttpResponse:
    """The draft is kept whichever button was pressed; without one, it is looked over."""
    press, group_id = request.POST.get("press", ""), me.group.public_id
    told, at = arranged(form.told, press)
    if press == WHILE_WRITING and not told.text:  # another page may hold more
        return kept_meanwhile(kept=False)
    chosen = {"audience": form.cleaned_data["audience"], "named": form.name_shown}
    try:
        writing.keep_draft(by=me, told=told, page=Page.of(request.POST), **chosen)
    except WrittenElsewhere:
        return _not_kept(request, me, form)
    if press == WHILE_WRITING:
        return kept_meanwhile(kept=True)
    if not press:
        return go("story-draft", group_id)
    if press == "later":
        say(request, _("Your draft is kept. Only you see it."))
        return go("group-stories", group_id)
    return go("story-new", group_id, anchor=f"section-{at}")


def _not_kept(request: Request, me: Membership, form: StoryForm) -> HttpResponse:
    """To a page that keeps itself, no line; to whoever pressed a button, what both windows hold."""
    if request.POST.get("press") == WHILE_WRITING:
        return HttpResponse(status=CONFLICT)
    return _composer(request, me, form, writing.draft_of(me))


def _composer(request: Request, me: Membership, form: StoryForm, draft: Story | None) -> HttpResponse:
    """With what another window kept meanwhile beside it: after that, whoever sends this page has read it."""
    elsewhere = words_elsewhere(request.POST, draft)
    status = UNPROCESSABLE if form.errors or elsewhere else 200
    context = {"group": me.group, "form": form, "draft": draft, "elsewhere": elsewhere}
    return page(request, "stories/new.html", status, **context, beginnings=Beginning.choices)


def _looked_at(me: Membership, begun: Story) -> dict[str, object]:
    """What could lead to the writer, and whether it is too early for others to read it."""
    told = begun.says
    own = begun.audience == Story.Audience.ME
    pointed = pointed_in(told, me.group) if told and not own else None
    return {"pointed": pointed, "waits": waits(me, pointed, begun.audience)}


def _placed(request: Request, me: Membership, begun: Story) -> HttpResponse:
    group_id, told = begun.group.public_id, begun.says
    if told is None or not is_whole(begun):
        return go("story-new", group_id)
    if request.POST.get("read", begun.as_drafted) != begun.as_drafted:
        say_it_changed(request)
        return go("story-draft", group_id)
    if waits(me, pointed_in(told, me.group), begun.audience):
        say(request, _("Your draft is kept. Take out what is marked, or place it later."))
        return go("story-draft", group_id)
    if not take(PLACING, str(request.person.pk)):
        say(request, _("That is a lot in a short time. Your draft is kept; please wait a little."))
        return go("story-draft", group_id)
    writing.place(draft=begun, told=told)
    undo = reverse("story-withdrawal", args=[begun.public_id])
    say(request, _("It is in the library. You can change it or take it back at any time."), undo=undo)
    return go("story", begun.public_id)


def _writer(request: Request, group_id: str) -> Membership:
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "story.write", group)
    me = mine_in(group, request.person)
    me.group = group
    return me
