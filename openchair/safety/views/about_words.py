"""The page about words of somebody, whatever they stand in."""

from dataclasses import dataclass

from django.http import HttpResponse

from openchair.kit.pages import UNPROCESSABLE, go, page, sent
from openchair.people.requests import Request
from openchair.safety import telling
from openchair.safety.forms import TellForm
from openchair.safety.models import Report
from openchair.safety.subjects import Subject

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the buttons of the page lead; without a `name` there is nobody to mute or block.

    `hide` is empty where the words stand in one place alone, and leave one's sight by being told of.
    """

    here: str
    hide: str
    mute: str
    block: str
    back: str
    back_to: str
    name: str
    out: str = ""  # for hosts: where they put the words out of everybody's sight


def told_before(request: Request, key: str) -> HttpResponse | None:
    """The way to the receipt, for whoever told of these words already."""
    before = Report.objects.told_of_by(request.person, key).first()
    return go("receipt", before.public_id) if before else None


def about_page(request: Request, what: Subject, ways: Ways) -> HttpResponse:
    """The page, or the way to the receipt once it was told."""
    form = TellForm(sent(request))
    try:
        readers = telling.readers_of(what.group, what.about, hidden=what.hides_readers)
    except telling.NobodyToTell:
        return _page(request, form, what, ways, None)
    if form.is_valid():
        said = form.cleaned_data
        report = telling.tell_of(teller=request.person, what=what, reason=said["reason"], note=said["note"])
        return go("receipt", report.public_id)
    # Who looks, where it is not the hosts, tells that whoever wrote the words is their only host.
    return _page(request, form, what, ways, Report.Readers.HOSTS if what.hides_readers else readers)


def _page(request: Request, form: TellForm, what: Subject, ways: Ways, readers: str | None) -> HttpResponse:
    context = {"ways": ways, "words": what.words, "name": ways.name, "readers": readers}
    status = UNPROCESSABLE if form.errors else 200
    if readers is None and request.method == "POST":
        status = CONFLICT
    return page(request, "safety/about_words.html", status, form=form, **context)
