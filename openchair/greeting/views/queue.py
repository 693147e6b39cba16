"""What waits for a first answer, and saying that one will answer it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from openchair.greeting import taking
from openchair.greeting.pace import usual_time
from openchair.greeting.policy import GROUP_POLICY, door
from openchair.greeting.queue import queue_for
from openchair.greeting.showing import View
from openchair.groups.policy import group_of, mine_in
from openchair.kit.pages import SeeOther, go, page, say
from openchair.kit.ways import way
from openchair.people.models import Reading
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.shares.models import Share
from openchair.shares.seeing import Reader, held_for, reader_of


@require_safe
@signed_in
def waiting(request: Request, group_id: str) -> HttpResponse:
    """The oldest first, twenty on a page, each with the way to its field."""
    group = group_of(group_id)
    GROUP_POLICY.require(request.person, "queue.read", group)
    me = mine_in(group, request.person)
    reader, topics = reader_of(request.person, [me]), Reading.of(request.person).topics
    queue = queue_for(reader, group)
    found, sheet = View(reader, group, request.zone, topics).sheet(queue, request.GET.get("page"))
    context = {"group": group, "me": me, "queue": queue, "found": found, "sheet": sheet}
    context |= {"held": _held(reader), "leaves_out": bool(topics)}
    return page(request, "greeting/queue.html", 200, **context, usually=usual_time(group))


@require_POST
@signed_in
@once
def take_on(request: Request, share_id: str) -> HttpResponse:
    """I will answer this."""
    share = door(request.person, "share.take_on", share_id)
    try:
        taking.take_on(share=share, by=mine_in(share.group, request.person))
    except taking.Taken:
        say(request, _("Somebody is answering this one just now."))
        return go("group-waiting", share.group.public_id)
    say(request, _("For half an hour the others who welcome people see that somebody is answering this."))
    return _to_its_field(share)


@require_POST
@signed_in
@once
def let_go(request: Request, share_id: str) -> HttpResponse:
    """Somebody else may answer it."""
    share = door(request.person, "share.let_go", share_id)
    taking.let_go(share=share, by=mine_in(share.group, request.person))
    say(request, _("Left to the others."))
    return go("group-waiting", share.group.public_id)


def _held(reader: Reader) -> int:
    """For hosts: how much waits for a look of theirs, before it can wait for an answer."""
    hosts = any(one.is_host for one in reader.memberships.values())
    return held_for(reader).waiting().count() if hosts else 0


def _to_its_field(share: Share) -> HttpResponse:
    return SeeOther(f"{way('share', share.public_id)}?begin=")
