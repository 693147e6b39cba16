"""What a steward may know of the ring: whether there is a paper, and whether somebody must look at it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from openchair.vault import opened
from openchair.vault.models import Verification
from openchair.vault.ring_file import RingUnreadable


@dataclass(frozen=True, slots=True)
class State:
    """Days in the reader's words, empty when there is none; `is_wrong` when the last look found something."""

    paper_day: str = ""
    looked_on: str = ""
    is_wrong: bool = False


def state() -> State:
    """Names no key, no file and no person."""
    try:
        day = opened.ring().fact("paper_day")
    except RingUnreadable:
        return State(is_wrong=True)
    looked = Verification.objects.filter(pk=1).first()
    faults = looked.faults if looked else 0
    return State(
        paper_day=date_format(date.fromisoformat(day)) if day else "",
        looked_on=date_format(looked.at) if looked else "",
        is_wrong=faults > (0 if day else 1),  # a missing paper is one, and has a line of its own
    )
