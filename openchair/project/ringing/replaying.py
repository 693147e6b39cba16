"""Who was erased stays erased: rows that older data brought back go again before anything is served."""

from collections.abc import Callable, Iterable, Mapping

from openchair.project.ledger.erasing import purge
from openchair.vault import opened
from openchair.vault.subjects import keyed_models, without_key
from openchair.vault.tombstones import reconcile

Ending = Callable[[Iterable[str]], None]


def replay(further: Mapping[bytes, str] | None = None) -> dict[str, int]:
    """Let data, ring and `further` lists agree on who was erased; returns how many rows of each kind went.

    Raises RingUnreadable and KeyMissing.
    """
    reconcile(opened.ring(), further)
    gone, _missing = without_key(opened.ring())
    for kind, ids in gone.items():
        ENDINGS.get(kind, _rows_of(kind))(ids)
    return {kind: len(ids) for kind, ids in gone.items()}


def _rows_of(kind: str) -> Ending:
    def end(ids: Iterable[str]) -> None:
        keyed_models()[kind]._meta.base_manager.filter(pk__in=list(ids)).delete()

    return end


ENDINGS: dict[str, Ending] = {"person": purge}  # where rows are more than themselves
