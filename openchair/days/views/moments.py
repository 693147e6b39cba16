"""Something happened: what is said first, the choices, and what stays."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from openchair.days import happening, waiting
from openchair.days.forms import ANEW, HappenedForm, LinesForm
from openchair.days.knowing import Knows, those_who_know, those_who_will
from openchair.days.offering import there_is_now
from openchair.days.policy import door
from openchair.days.recipients import Recipient, recipients_of
from openchair.days.safety_strip import strip_for
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.paths import saying
from openchair.paths.ledger import standing
from openchair.paths.models import Entry
from openchair.paths.picture import pictures_of
from openchair.paths.saying import day
from openchair.paths.views.drawn import drawn
from openchair.people.limits import Limit, take
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.support.choice import country_of
from openchair.support.help import help_for
from openchair.support.rows import EmergencyRow, emergency_row

TELLING = Limit("moment-tell", times=6, seconds=3600)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def moments(request: Request) -> HttpResponse:
    """What matters for the body first; then one press, and it is noted."""
    pictures = pictures_of(request.person, request.place)
    going = [one for one in pictures if not one.reckoning.has_ended]
    form = HappenedForm(sent(request), pictures=going, chosen=request.GET.get("path", ""))
    if form.is_valid():
        anew = request.POST.get("choice") == ANEW
        entry = happening.note(picture=form.picture, on=form.day, anew=anew)
        return go("moment", entry.public_id)
    named = [one for one in going if one.path.public_id == request.GET.get("path")] or going
    strip = strip_for(one.about for one in named)
    context = {"form": form, "going": going, "strip": strip, "emergency": _emergency(request)}
    return page(request, "days/moments.html", UNPROCESSABLE if form.errors else 200, **context)


@require_safe
@signed_in
def talk(request: Request) -> HttpResponse:
    """Nothing is noted. Ways to somebody."""
    return page(request, "days/talk.html", emergency=_emergency(request), **there_is_now(request))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def moment(request: Request, entry_id: str) -> HttpResponse:
    """What stays, three lines, who should know, and what there is now."""
    entry = door(request.person, "path.change", entry_id)
    it, everybody = drawn(request, entry.path), recipients_of(request.person)
    event = next(one for one in standing(it.events) if one.number == entry.number)
    knows = {"know": those_who_know(entry, request.person), "will": those_who_will(entry, everybody)}
    form = LinesForm(
        sent(request), lines=event.lines, today=it.reckoning.today, recipients=_left(everybody, knows)
    )
    if form.is_valid() and _may_tell(request, form):
        return _told(request, entry, form)
    shown = {"stays": saying.in_all(it), **there_is_now(request), **knows}
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "days/moment.html", status, form=form, entry=entry, event=event, **shown)


@require_POST
@signed_in
@once
def quiet(request: Request, entry_id: str) -> HttpResponse:
    """No gentle question comes any more after this one."""
    happening.ask_no_more(entry=door(request.person, "path.change", entry_id))
    say(request, _("We will not ask again."))
    return go("today")


def _may_tell(request: Request, form: LinesForm) -> bool:
    """False, with a line beside the field, when somebody has told enough people in this hour."""
    if form.chosen and not take(TELLING, str(request.person.pk)):
        form.say_wait()
    return not form.errors


def _left(everybody: list[Recipient], knows: Mapping[str, list[Knows]]) -> list[Recipient]:
    """Whom one could still tell."""
    told = {key for those in knows.values() for one in those for key in one.keys}
    return [one for one in everybody if one.key not in told]


def _told(request: Request, entry: Entry, form: LinesForm) -> HttpResponse:
    happening.say_more(entry=entry, lines=form.lines)
    names = ", ".join(one.name for one in form.chosen)
    if form.chosen and form.day:
        waiting.tell_on(entry=entry, recipients=form.chosen, on=form.day)
        said = {"names": names, "date": day(form.day)}
        say(
            request,
            _("Kept. On %(date)s these will know: %(names)s. You can take it back until then.") % said,
        )
    elif form.chosen:
        for one in form.chosen:
            one.tell(entry)
        say(request, _("Kept. These know now: %(names)s.") % {"names": names})
    else:
        say(request, _("Kept, for you alone. It is good that you are here."))
    return go("today")


def _emergency(request: Request) -> EmergencyRow:
    return emergency_row(help_for(country_of(request)), translation.get_language() or "en")
