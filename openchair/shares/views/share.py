"""One share with what answers it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.groups.policy import mine_in
from openchair.groups.resting import refuse
from openchair.kit.pages import UNPROCESSABLE, SeeOther, go, page, say, sent
from openchair.people.limits import Limit, take
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares import replying, streams
from openchair.shares.answering import ADDED, Composer, composer_for
from openchair.shares.beginnings import beginnings_for, chosen
from openchair.shares.forms import ReplyForm
from openchair.shares.holding import would_wait
from openchair.shares.models import Response, Share
from openchair.shares.models.reply import ReplyQuerySet
from openchair.shares.policy import door
from openchair.shares.seeing import Reader, reader_of, replies_for, responses_for
from openchair.shares.showing import cards_of, given_by, reply_cards
from openchair.shares.threads import thread_of
from openchair.shares.views.gone import GONE, typed_in
from openchair.support.pointing import Pointed

REPLYING = Limit("share-reply", times=60, seconds=3600)
REPLIES = 20  # on one page


@require_safe
@signed_in
def share(request: Request, share_id: str) -> HttpResponse:
    """The words, the replies, and a field where words are asked for."""
    return _page(request, door(request.person, "share.read", share_id), None)


@require_POST
@signed_in
@once
def reply(request: Request, share_id: str) -> HttpResponse:
    """One reply; what was written is shown again when the share is gone meanwhile."""
    try:
        found = door(request.person, "share.reply", share_id)
    except Http404:
        return page(request, "shares/words_gone.html", GONE, words=typed_in(request), kept=False)
    form = ReplyForm(sent(request), composer=_composer(found))
    _refuse_below_own(request, form, found)
    pointed = form.points_at(found.group) if form.is_valid() else None
    if form.is_valid() and pointed is None and not take(REPLYING, str(request.person.pk)):
        form.say_wait()
    if pointed or not form.is_valid():
        return _page(request, found, form, pointed)
    return _replied(request, found, form.cleaned_data["words"])


@require_POST
@signed_in
@once
def respond(request: Request, share_id: str) -> HttpResponse:
    """A small sign, or not any more. The writer sees whose it is; nobody else sees any."""
    found = door(request.person, "share.respond", share_id)
    kind, _sign, off = request.POST.get("response", "").partition(":")
    by = mine_in(found.group, request.person)
    if kind in Response.Kind.values:
        act = replying.take_response_back if off else replying.respond
        act(share=found, by=by, kind=kind)
    return _back(request, found, request.POST.get("from", ""))


def _refuse_below_own(request: Request, form: ReplyForm, found: Share) -> None:
    """Below one's own share one has the name that it has, or none."""
    if found.person_id == request.person.pk:
        refuse(form, found)


def _replied(request: Request, found: Share, words: str) -> HttpResponse:
    made = replying.reply(share=found, by=mine_in(found.group, request.person), words=words)
    if made.is_held:
        say(request, _("A host looks at your reply first. Until then only you and the hosts see it."))
        return go("shares-held", found.group.public_id)
    streams.replied(made)
    return go("share", found.public_id, anchor=f"r-{made.public_id}")


def _back(request: Request, found: Share, where: str) -> HttpResponse:
    """To where they answered it: in the list, in its thread, or on its own page."""
    thread = thread_of(found) if where == "thread" else None
    if thread:
        sheet = request.POST.get("page", "")
        asked = f"?page={sheet}" if sheet.isascii() and sheet.isdigit() else ""
        return SeeOther(f"{thread.address}{asked}#s-{found.public_id}")
    if where == "list":
        return _back_to_list(request, found)
    return go("share", found.public_id, anchor="responses")


def _back_to_list(request: Request, found: Share) -> HttpResponse:
    """To where in the list they were."""
    where = QueryDict(request.POST.get("page", ""), mutable=True)
    for name in set(where) - {"before", "after", "order"}:
        del where[name]
    answer = go("group-shares", found.group.public_id)
    asked = f"?{where.urlencode()}" if where else ""
    answer["Location"] += f"{asked}#s-{found.public_id}"
    return answer


def _page(
    request: Request, found: Share, form: ReplyForm | None, pointed: Pointed | None = None
) -> HttpResponse:
    mine = mine_in(found.group, request.person)
    reader = reader_of(request.person, [mine])
    card = next(iter(cards_of(reader, [found], request.zone, (), given_by(reader, [found]))), None)
    if card is None:
        raise Http404
    composer = ADDED if card.composer and card.mine else card.composer
    replies = Paginator(_replies(reader, found), REPLIES).get_page(request.GET.get("page"))
    beginnings = [] if card.mine else beginnings_for(composer, card.told.need)
    begun = chosen(beginnings, request.GET.get("begin", ""))
    context = {
        "group": found.group,
        "card": card,
        "signs": Response.signs(),
        "thread": thread_of(found),
        "replies": reply_cards(reader, found, replies, request.zone),
        "sheet": replies,
        "beginnings": beginnings,
        "form": form or (ReplyForm(None, composer=composer, begun=begun) if composer else None),
        "responders": _responders(reader, found) if card.mine else [],
        "pointed": pointed,
        "waits": would_wait(mine, pointed, found.audience),
    }
    return page(request, "shares/share.html", UNPROCESSABLE if form else 200, **context)


def _replies(reader: Reader, found: Share) -> ReplyQuerySet:
    return replies_for(reader).filter(share=found).select_related("membership").order_by("posted_at", "id")


def _responders(reader: Reader, found: Share) -> list[tuple[str, str]]:
    """Each response with the names of who gave it: for the writer alone."""
    names: dict[str, list[str]] = {}
    for one in responses_for(reader, found):
        names.setdefault(one.kind, []).append(one.membership.alias)
    return [(str(kind.label), ", ".join(names[kind])) for kind in Response.Kind if kind in names]


def _composer(found: Share) -> Composer | None:
    told = found.says
    return composer_for(found.group, told.need) if told else None
