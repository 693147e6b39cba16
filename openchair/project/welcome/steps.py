"""The order of the first run. A draft shows by what it holds how far one came."""

from dataclasses import dataclass

from openchair.people.drafts import Draft
from openchair.project.welcome import forms


@dataclass(frozen=True, slots=True)
class Step:
    """One page; it is done once the draft holds `gives`."""

    slug: str
    gives: str
    form: type[forms.Question] | None = None


QUESTIONS = (
    Step("name", "name", forms.Name),
    Step("languages", "languages", forms.Languages),
    Step("where", "zone", forms.Where),
    Step("joining", "joining", forms.Joining),
    Step("group", "group", forms.FirstGroup),
)
STEPS = (*QUESTIONS, Step("account", "hash"), Step("keys", "kept"), Step("paper", "papered"))
HOW_MANY = len(STEPS) + 1  # and the last look


def first_open(draft: Draft) -> str:
    """The page to go on with: the first that is not done, or the last look."""
    return next((step.slug for step in STEPS if step.gives not in draft), "check")


def is_open(slug: str, draft: Draft) -> bool:
    """Nothing is skipped: a page opens when all before it are done."""
    reached = first_open(draft)
    order = [*(step.slug for step in STEPS), "check"]
    return order.index(slug) <= order.index(reached)


def number(slug: str) -> int:
    """Which step it is, from 1."""
    return [*(step.slug for step in STEPS), "check"].index(slug) + 1


def before(slug: str) -> str:
    """The page one comes from; nothing before the first."""
    at = number(slug) - 2
    return STEPS[at].slug if at >= 0 else ""
