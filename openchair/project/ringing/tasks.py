"""What is due for the ring by itself: a new key each month, the end of old ones, and a look each night."""

import logging
from datetime import datetime, timedelta

from openchair.jobs.ticks import every
from openchair.kit.clock import now
from openchair.project.ringing.looking import findings, note
from openchair.vault import opened, rotating
from openchair.vault.models import Verification
from openchair.vault.sweeping import TooMany, sweep
from openchair.vault.verifying import first_fault

AN_HOUR = 60 * 60  # seconds
NIGHTLY = timedelta(hours=20)

log = logging.getLogger("openchair.ring")


@every(seconds=AN_HOUR)
def keep_the_ring() -> None:
    """Whatever is due; safe late, twice, and after it was cut off."""
    renew()
    if is_due(now()):
        look(now())


def renew() -> None:
    """A new key above all keys after thirty days; the old one goes a week after that."""
    ring = opened.ring()
    if rotating.is_due(ring):
        rotating.rotate(ring)
    elif rotating.is_unfinished(ring):
        rotating.go_on(ring)
    rotating.destroy_retired(ring)


def is_due(moment: datetime) -> bool:
    """True when nobody looked since yesterday."""
    return not Verification.objects.filter(at__gt=moment - NIGHTLY, at__lte=moment).exists()


def look(moment: datetime) -> None:
    """Unwrap every key, let go of those that belong to nobody, and note what was found."""
    found = findings()
    if first_fault(opened.ring()) is None:
        try:
            sweep(opened.ring(), moment)
        except TooMany as many:
            found.append(str(many))
    note(found)
    if found:
        log.error("the ring needs a look: python -m openchair ring verify says why")
