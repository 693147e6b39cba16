"""One story alone: to read, to read aloud, and to thank for."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from openchair.groups.policy import mine_in
from openchair.kit.pages import go, page
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.stories import turning
from openchair.stories.models import Response, Story
from openchair.stories.policy import door
from openchair.stories.seeing import Reader, reader_of, responses_for
from openchair.stories.showing import Card, card_of


@require_safe
@signed_in
def story(request: Request, story_id: str) -> HttpResponse:
    """The words, and after them what one can do."""
    found = door(request.person, "story.read", story_id)
    reader = reader_of(request.person, mine_in(found.group, request.person))
    card = _card(request, reader, found)
    context = {
        "responders": _responders(reader, found) if card.mine else [],
        "given": [] if card.mine else _given(reader, found),
        "signs": Response.Kind.choices,
    }
    return page(request, "stories/story.html", 200, group=found.group, card=card, **context)


@require_safe
@signed_in
def aloud(request: Request, story_id: str) -> HttpResponse:
    """The same words in big type, for a hand or for paper."""
    found = door(request.person, "story.read", story_id)
    reader = reader_of(request.person, mine_in(found.group, request.person))
    card = _card(request, reader, found)
    return page(request, "stories/aloud.html", group=found.group, card=card)


@require_POST
@signed_in
@once
def respond(request: Request, story_id: str) -> HttpResponse:
    """A small sign, or not any more. The writer sees whose it is; nobody else sees any."""
    found = door(request.person, "story.respond", story_id)
    kind, _sign, off = request.POST.get("response", "").partition(":")
    by = mine_in(found.group, request.person)
    if kind in Response.Kind.values:
        act = turning.take_response_back if off else turning.respond
        act(story=found, by=by, kind=kind)
    return go("story", story_id, anchor="answers")


def _card(request: Request, reader: Reader, found: Story) -> Card:
    card = card_of(reader, found, request.zone)
    if card is None:
        raise Http404
    return card


def _responders(reader: Reader, found: Story) -> list[tuple[str, str]]:
    """Each response with the names of who gave it: for the writer alone."""
    names: dict[str, list[str]] = {}
    for one in responses_for(reader, found):
        names.setdefault(one.kind, []).append(one.membership.alias)
    return [(str(kind.label), ", ".join(names[kind])) for kind in Response.Kind if kind in names]


def _given(reader: Reader, found: Story) -> list[str]:
    mine = Response.objects.filter(story=found, person=reader.person)
    return list(mine.values_list("kind", flat=True))
