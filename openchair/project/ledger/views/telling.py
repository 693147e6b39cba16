"""What is kept and why, for everyone; and what could be handed over about oneself."""

from django.http import HttpResponse

from openchair.kit.pages import page
from openchair.people.requests import Request, confirmed, open_to_all, signed_in
from openchair.project.ledger import disclosing
from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.kinds import KINDS


@open_to_all
def privacy(request: Request) -> HttpResponse:
    """Generated from what the apps say they keep, so that it cannot fall behind."""
    kept = [(KINDS[one.model].title, one.why, one.how_long) for one in reversed(EVERYTHING)]
    return page(request, "ledger/privacy.html", kept=kept)


@signed_in
@confirmed
def handed_over(request: Request) -> HttpResponse:
    """What the keeper of the machine would print, without what others did, to be read on a phone too."""
    rows = disclosing.rows(request.person, to_themselves=True)
    return page(request, "ledger/handed_over.html", disclosed=rows, says=disclosing)
