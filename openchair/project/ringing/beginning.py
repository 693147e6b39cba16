"""The ring before a start: made once, with the place, and never silently again."""

from django.utils.text import get_text_list

from openchair.project.ringing.replaying import replay
from openchair.project.setup.places import Stop
from openchair.vault import opened
from openchair.vault.keks import KeyMissing
from openchair.vault.ring import Ring
from openchair.vault.ring_file import RingUnreadable
from openchair.vault.subjects import is_lived_in, without_key
from openchair.vault.verifying import Kind, first_fault, is_begun

COMMAND = "python -m openchair"
REPAIR = f"Stop, then `{COMMAND} ring repair` writes it from the other copy, if that one is good."
WAYS = {
    Kind.MISSING: "What people wrote here opens with this ring alone, so no other is made. "
    "Put it back from a backup (docs/hosting/restore.md), or point OPENCHAIR_RING to where it is.",
    Kind.ONE_MISSING: REPAIR,
    Kind.DAMAGED: REPAIR,
    Kind.DIFFERENT: f"`{COMMAND} ring repair` keeps the one that changed last.",
    Kind.KEY: f"Put the right file back, or bring it back from the paper key: `{COMMAND} ring keys`.",
}
_KINDS = {"person": ("person", "people"), "group": ("group", "groups"), "case": ("report", "reports")}


def prepare() -> None:
    """Make the ring of a new place, or see that it fits the data; whoever was erased goes before all else.

    Raises Stop with what is wrong and the way out.
    """
    ring = opened.ring()
    try:
        if not is_lived_in() and not is_begun(ring):
            ring.begin()
        elif fault := first_fault(ring):
            raise Stop(f"{fault} {WAYS[fault.kind]}")
        replay()
        _refuse_older_ring(ring)
    except (RingUnreadable, KeyMissing) as fault:
        raise Stop(f"{fault} See docs/hosting/keys.md.") from None
    except OSError as fault:
        raise Stop(f"The ring cannot be kept in {ring.path.parent}: {fault.strerror}.") from None


def counted(rows: dict[str, int]) -> str:
    """How many of what: "2 people and 1 group"."""
    words = [f"{number} {_KINDS.get(kind, (kind, kind))[number != 1]}" for kind, number in rows.items()]
    return str(get_text_list(words, "and"))


def _refuse_older_ring(ring: Ring) -> None:
    _gone, missing = without_key(ring)
    if missing:
        words = counted({kind: len(ids) for kind, ids in missing.items()})
        raise Stop(
            f"The ring {ring.path} is older than the data: it has no key of {words}. "
            "Put the newest ring back (docs/hosting/restore.md)."
        )
