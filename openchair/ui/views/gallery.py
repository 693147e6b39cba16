"""Every component in every state, on one page."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from openchair.kit import clock
from openchair.kit.pages import page
from openchair.ui import samples
from openchair.ui.forms import MENDED, WRONG, Sample

TURN = 180


def show(request: HttpRequest) -> HttpResponse:
    """The gallery; nothing on it belongs to anybody."""
    now = clock.now()
    timers = [(now + timedelta(seconds=left), TURN) for left in (150, 25, -5)]
    return page(
        request,
        "ui/gallery/index.html",
        fresh=Sample(),
        mended=Sample(MENDED, auto_id="kept_%s"),
        wrong=Sample(WRONG, auto_id="wrong_%s"),
        now=now,
        timers=timers,
        days=samples.days(),
    )
