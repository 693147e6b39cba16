"""One's own passkeys: a list, a new one, a name, an end."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openchair.kit.clock import now
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import drafts, passkeys
from openchair.people.forms import Nickname
from openchair.people.models import Passkey
from openchair.people.requests import Request, confirmed, confirmed_at, here, signed_in
from openchair.people.saying import since, used
from openchair.people.views.passkey_sign_in import PASSKEY, keep_challenge


@dataclass(frozen=True, slots=True)
class Line:
    """One passkey, as it is told to its owner."""

    pk: UUID
    name: str
    note: str
    waits: bool


@signed_in
def show(request: Request) -> HttpResponse:
    """All of them; those that still wait can be taken back at once, from any device."""
    found = request.person.passkeys.order_by("made_on", "pk")
    lines = [_line(request, passkey) for passkey in found]
    return page(request, "people/my_passkeys.html", lines=lines, most=passkeys.MOST)


@signed_in
@confirmed
def new(request: Request) -> HttpResponse:
    """What a passkey is, and where it may turn up; then the browser makes one."""
    form = Nickname(sent(request))
    waits = here(request).is_new_at(now())
    draft = drafts.read(request, PASSKEY) or {}
    if not form.is_valid() or "holder" not in draft:
        status = UNPROCESSABLE if form.is_bound else 200
        return page(request, "people/my_new_passkey.html", status, form=form, waits=waits)
    return _added(request, form, draft)


@require_POST
@signed_in
@confirmed_at("my-passkeys")
def challenge(request: Request) -> HttpResponse:
    """What the browser needs to make one."""
    fresh, holder = passkeys.new_challenge(), passkeys.holder_of(request.person)
    answer = JsonResponse(passkeys.to_make(request.person, challenge=fresh, holder=holder))
    keep_challenge(answer, {"challenge": fresh, "holder": holder, "person": str(request.person.pk)})
    return answer


@signed_in
def name(request: Request, passkey_id: UUID) -> HttpResponse:
    """Call it something else."""
    passkey = _own(request, passkey_id)
    form = Nickname(sent(request), initial={"nickname": passkey.nickname})
    if form.is_valid():
        passkey.nickname = form.cleaned_data["nickname"]
        passkey.save(update_fields=["nickname"])
        say(request, _("Its new name is kept."))
        return go("my-passkeys")
    status = UNPROCESSABLE if form.is_bound else 200
    return page(request, "people/my_passkey.html", status, form=form, line=_line(request, passkey))


@require_POST
@signed_in
@confirmed_at("my-passkeys")
def end(request: Request, passkey_id: UUID) -> HttpResponse:
    """Remove one. Removing it twice is removing it once."""
    passkey = request.person.passkeys.filter(pk=passkey_id).first()
    if passkey is not None:
        passkeys.remove(passkey, here=here(request))
    say(request, _("Removed. It opens nothing here any more. You can delete it on the device too."))
    return go("my-passkeys")


@require_POST
@signed_in
def cancel(request: Request, passkey_id: UUID) -> HttpResponse:
    """Take back one that still waits: from any session, and nothing is asked first."""
    passkey = request.person.passkeys.filter(pk=passkey_id, works_from__gt=now()).first()
    if passkey is not None:
        passkeys.remove(passkey, here=here(request))
    say(request, _("Taken back. It will not open anything."))
    return go("my-passkeys")


def _added(request: Request, form: Nickname, draft: drafts.Draft) -> HttpResponse:
    passkey = None
    if draft.get("person") == str(request.person.pk):
        passkey = passkeys.add(
            session=here(request),
            answer=request.POST.get("passkey", ""),
            challenge=draft["challenge"],
            holder=draft["holder"],
            nickname=form.cleaned_data["nickname"],
        )
    say(request, _said(passkey))
    answer = go("my-passkeys")
    drafts.forget(answer, PASSKEY)
    return answer


def _said(passkey: Passkey | None) -> str:
    if passkey is None:
        return _("This passkey could not be kept. Nothing was changed. You can try again.")
    if passkey.works_from:
        return _("Your passkey is kept. It works from tomorrow at this hour.")
    return _("Your passkey is kept. You can sign in with it from now on.")


def _own(request: Request, passkey_id: UUID) -> Passkey:
    passkey = request.person.passkeys.filter(pk=passkey_id).first()
    if passkey is None:
        raise Http404
    return passkey


def _line(request: Request, passkey: Passkey) -> Line:
    waits = not passkey.works_at(now())
    note = since(passkey.made_on, request.zone)
    if waits:
        note = _("works after a day; until then you can take it back")
    elif passkey.used_on:
        note += " · " + used(passkey.used_on, request.zone)
    return Line(passkey.pk, passkey.nickname or _("Passkey"), note, waits)
