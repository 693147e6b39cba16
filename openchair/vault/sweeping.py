"""Keys that belong to nobody: their row was never written, or went without them."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from openchair.vault import opened
from openchair.vault.ring import SYSTEM, Ring
from openchair.vault.ring_file import BOTH
from openchair.vault.subjects import all_rows

AFTER: Final = timedelta(days=1)
MOST: Final = 20  # at once, without being asked, and never more than half: that looks like the wrong data
SHARE: Final = 50  # or one key in fifty, in a large place


class TooMany(RuntimeError):
    """So many keys belong to nobody that the data may be the wrong one."""


def sweep(ring: Ring, moment: datetime, *, however_many: bool = False) -> int:
    """Destroy the keys that have belonged to nobody for a day; returns how many. Raises TooMany."""
    keys = ring.names() - set(SYSTEM)
    strays = keys - all_rows()
    seen = dict(ring.ask("SELECT subject, seen FROM strays"))
    due = {one for one in strays if one in seen and datetime.fromisoformat(seen[one]) <= moment - AFTER}
    many = len(due) > max(MOST, len(keys) // SHARE) or len(due) * 2 > len(keys)
    if many and not however_many:
        raise TooMany(f"{len(due)} keys belong to nobody in this data.")
    if due:
        opened.destroy(UUID(one) for one in due)
    still = {one: seen.get(one, moment.isoformat()) for one in strays - due}
    if still != seen:
        _note(ring, still)
    return len(due)


def _note(ring: Ring, strays: dict[str, str]) -> None:
    with ring.writing() as connection:
        for of in BOTH:
            connection.execute(f"DELETE FROM {of}.strays")
            connection.executemany(f"INSERT INTO {of}.strays VALUES (?, ?)", list(strays.items()))
