"""All that is wrong with the ring and with the data under it, a plain sentence each."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from openchair.kit.clock import now
from openchair.people.models import Place
from openchair.project.env import ENV
from openchair.project.ringing.beginning import counted
from openchair.vault import opened
from openchair.vault.keks import KeyMissing
from openchair.vault.models import Verification
from openchair.vault.ring_file import RingUnreadable
from openchair.vault.subjects import without_key
from openchair.vault.verifying import NO_PAPER, Kind, faults

__all__ = ["NO_PAPER", "findings", "note", "paper_is_late"]

PAPER_MAY_WAIT = timedelta(hours=24)  # "I'll do it later", said in the first run


def findings() -> list[str]:
    """What `ring verify` says; nothing when all is well."""
    try:
        found = list(faults(opened.ring(), papered=not ENV.demo))
        readable = all(fault.kind in {Kind.DIFFERENT, Kind.LESSER} for fault in found)
        return [fault.words for fault in found] + (list(_rows()) if readable else [])
    except (RingUnreadable, KeyMissing) as fault:
        return [str(fault)]


def paper_is_late(moment: datetime) -> bool:
    """True a day after the place was set up: until then the paper may wait."""
    ready_at = Place.here().ready_at
    return ready_at is not None and moment > ready_at + PAPER_MAY_WAIT


def note(found: list[str]) -> None:
    """Remember when the ring was looked at and how many faults there were, for pages that say no more."""
    Verification.objects.update_or_create(pk=1, defaults={"at": now(), "faults": len(found)})


def _rows() -> Iterator[str]:
    gone, missing = without_key(opened.ring())
    if missing:
        yield f"Without a key in the ring: {counted({kind: len(ids) for kind, ids in missing.items()})}."
    if gone:
        yield f"Erased, and here again: {counted({kind: len(ids) for kind, ids in gone.items()})}."
