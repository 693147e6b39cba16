"""The paper key, for stewards."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people import drafts
from openchair.people.requests import Request, steward_only
from openchair.project.ringing import papers


@steward_only
def paper_key(request: Request) -> HttpResponse:
    """Twenty-four words to print; the paper counts once three of them were typed back."""
    draft = papers.begun(drafts.read(request, papers.PAPER))
    form = papers.form_of(draft, sent(request))
    if form.is_valid():
        papers.keep(draft)
        say(request, _("This paper is the key from now on. Destroy the one before it, if there is one."))
        answer = go("place")
        drafts.forget(answer, papers.PAPER)
        return answer
    status = UNPROCESSABLE if form.is_bound else 200
    shown = page(request, "project/paper.html", status, form=form, words=papers.words_of(draft))
    drafts.keep(shown, papers.PAPER, draft)
    return shown
