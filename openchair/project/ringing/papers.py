"""A paper key on its way to paper: its words travel in the browser, sealed, and are kept nowhere else."""

from openchair.people.drafts import Draft
from openchair.project.ringing.asking import chosen
from openchair.project.ringing.forms import Typed, TypeWords
from openchair.vault import opened, paper

PAPER = "paper"  # the draft's purpose, and the name of its words


def begun(draft: Draft | None) -> Draft:
    """The draft with words on it, and which of them are asked back."""
    if draft and PAPER in draft:
        return draft
    words = paper.new_words()
    asked = " ".join(str(number) for number in chosen(paper.HOW_MANY))
    return (draft or {}) | {PAPER: words, "asked_words": asked}


def form_of(draft: Draft, data: Typed) -> TypeWords:
    """The form that asks for three of a draft's words."""
    return TypeWords(data, words=draft[PAPER], asked=[int(number) for number in draft["asked_words"].split()])


def words_of(draft: Draft) -> list[str]:
    """The words in their order."""
    return draft[PAPER].split()


def keep(draft: Draft) -> None:
    """Seal the ring to this paper from now on. Raises KeyMissing and RingUnreadable."""
    paper.keep(opened.ring(), paper.public_of(draft[PAPER]))


def keep_first(draft: Draft) -> None:
    """The same, unless there is a paper: a page that was sent twice changes nothing."""
    if paper.kept(opened.ring()) is None:
        keep(draft)
