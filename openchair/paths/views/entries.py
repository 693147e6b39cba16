"""What was noted on a path: looked at, put right, taken back, brought back."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths import noting
from openchair.paths.forms import EntryForm
from openchair.paths.ledger import Event, standing
from openchair.paths.models import Entry, Path
from openchair.paths.page import lines_of
from openchair.paths.picture import Picture
from openchair.paths.policy import door
from openchair.paths.saying import day
from openchair.paths.views.drawn import drawn
from openchair.people.once import once
from openchair.people.requests import Request, signed_in


@require_safe
@signed_in
def entries(request: Request, path_id: str) -> HttpResponse:
    """All of them, the newest first."""
    return _listed(request, door(request.person, "path.read", path_id))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def entry(request: Request, path_id: str, entry_id: str) -> HttpResponse:
    """Another date, or other words. The one there was stays in the ledger."""
    found = _mine(request, path_id, entry_id)
    it = drawn(request, found.path)
    event = _as_it_reads(it, found.number)
    form = EntryForm(sent(request), picture=it, event=event)
    if form.is_valid():
        noting.edit(path=it.path, of=event, changes=form.changes)
        say(request, _("Kept as you say."))
        return go("path-entries", path_id)
    context = {"it": it, "entry": found, "form": form}
    return page(request, "paths/entry.html", UNPROCESSABLE if form.errors else 200, **context)


@require_POST
@signed_in
@once
def undo(request: Request, path_id: str, entry_id: str) -> HttpResponse:
    """As though it had not been noted."""
    found = _mine(request, path_id, entry_id)
    it = drawn(request, found.path)
    try:
        is_undone = noting.take_back(entry=found, on=it.reckoning.today)
    except noting.OutOfOrder as fault:
        return _listed(request, found.path, {entry_id: _said_of(fault)})
    if is_undone:
        say(request, _("Taken back."), undo=reverse("path-entry-return", args=[path_id, entry_id]))
    else:
        say(request, _("This was noted more than thirty days ago. You can still put its date right."))
    return go("path-entries", path_id)


@require_POST
@signed_in
@once
def bring_back(request: Request, path_id: str, entry_id: str) -> HttpResponse:
    """It counts again."""
    found = _mine(request, path_id, entry_id)
    try:
        noting.bring_back(entry=found)
    except noting.OutOfOrder as fault:
        return _listed(request, found.path, {entry_id: _said_of(fault)})
    say(request, _("Brought back."))
    return go("path-entries", path_id)


def _listed(request: Request, path: Path, trouble: Mapping[str, str] = MappingProxyType({})) -> HttpResponse:
    """Every entry, with what is said beside one of them."""
    it = drawn(request, path)
    lines = lines_of(it, it.path.entries.select_related("taken_back"), trouble)
    return page(request, "paths/entries.html", UNPROCESSABLE if trouble else 200, it=it, lines=lines)


def _said_of(fault: noting.OutOfOrder) -> str:
    said = _(
        "Then what you noted on %(date)s would come before the path begins. Change one of the two first."
    )
    return said % {"date": day(fault.on)}


def _mine(request: Request, path_id: str, entry_id: str) -> Entry:
    """An entry of one's own path, taken back or not. Raises Http404."""
    path = door(request.person, "path.change", path_id)
    return Entry.objects.get_or_404(path=path, public_id=entry_id)


def _as_it_reads(it: Picture, number: int) -> Event:
    """The entry with its edits. Raises Http404 for an edit itself, and for what was taken back."""
    found = next((one for one in standing(it.events) if one.number == number), None)
    if found is None:
        raise Http404
    return found
