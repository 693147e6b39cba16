"""Who was erased, remembered twice: in the ring and in the data, so that neither brings anybody back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps

from openchair.vault.ring import Ring

if TYPE_CHECKING:
    from openchair.vault.models import Tombstone

MOST_AT_ONCE = 500  # rows in one statement


def remember(marks: Mapping[bytes, str]) -> None:
    """Keep these marks in the data, each with its day (ISO 8601); what is there stays."""
    model = _model()
    rows = [model(mark=mark, day=date.fromisoformat(day)) for mark, day in marks.items()]
    model.objects.bulk_create(rows, ignore_conflicts=True, batch_size=MOST_AT_ONCE)


def in_the_data() -> dict[bytes, str]:
    """The marks that the data knows, each with its day."""
    rows = _model().objects.values_list("mark", "day").iterator()
    return {bytes(mark): day.isoformat() for mark, day in rows}  # PostgreSQL hands out a memoryview


def reconcile(ring: Ring, further: Mapping[bytes, str] | None = None) -> int:
    """Let the ring and the data know of each other's tombstones, and of `further` ones.

    Keys that an older ring brought back are destroyed again; returns how many.
    Raises RingUnreadable and KeyMissing.
    """
    here, there = in_the_data() | dict(further or {}), ring.tombstones()
    remember({mark: day for mark, day in (there | here).items() if mark not in in_the_data()})
    unknown = {mark: day for mark, day in here.items() if mark not in there}
    if not unknown:
        return 0
    risen = [name for name in ring.names() if ring.mark_of(name) in unknown]
    ring.destroy(risen, unknown)
    return len(risen)


def erased(ring: Ring, subjects: Iterable[str]) -> set[str]:
    """Those of the subjects whose key was destroyed."""
    marks = ring.tombstones().keys()
    return {subject for subject in subjects if ring.mark_of(subject) in marks}


def _model() -> "type[Tombstone]":
    """Asked for late: what is sealed is known before there are models."""
    found: type[Tombstone] = apps.get_model("vault", "Tombstone")
    return found
