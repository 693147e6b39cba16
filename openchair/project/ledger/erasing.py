"""Erasing a person: asked for, taken back, carried out.

The key goes first, in both copies of the ring, and with it every word that it sealed, in every copy of the
data. Then the rows go, in one transaction and the person last. Whoever is killed in between leaves a row
that says what is owed, and the next look carries it out.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from openchair.jobs.emptying import empty_the_log
from openchair.kit.clock import now
from openchair.people.models import Erasure, Person
from openchair.project.ledger import hiding
from openchair.project.ledger.everything import EVERYTHING
from openchair.vault import opened

log = logging.getLogger("openchair.ledger")

WAITS: Final = {"now": timedelta(), "day": timedelta(days=1), "week": timedelta(days=7)}


@transaction.atomic
def ask(*, person: Person, wait: str) -> Erasure:
    """Out of sight at once; erased when the wait is over. `wait` is a key of WAITS.

    Asked again, the earlier asking stands, and the sooner day counts.
    """
    moment = now()
    asked, new = Erasure.objects.select_for_update().get_or_create(
        person=person, defaults={"asked_at": moment, "due_at": moment + WAITS[wait]}
    )
    if not new and moment + WAITS[wait] < asked.due_at:
        asked.due_at = moment + WAITS[wait]
        asked.save(update_fields=["due_at"])
    hiding.hide(person=person, at=asked.asked_at)
    return asked


@transaction.atomic
def take_back(*, person: Person) -> bool:
    """Nothing is erased, and the person is seen again. False when there was nothing to take back."""
    asked = Erasure.objects.select_for_update().filter(person=person, due_at__gt=now()).first()
    if asked is None:
        return False
    asked.delete()
    hiding.show(person=person, at=asked.asked_at)
    return True


def carry_out_due() -> None:
    """Erase everybody whose time has come, and keep out of sight whoever waits for it."""
    moment = now()
    for one in list(Erasure.objects.due(moment).values_list("person_id", flat=True)):
        try:
            purge([one])
        except Exception as fault:  # noqa: BLE001 - one person's trouble must not leave the others waiting
            log.error("somebody could not be erased yet: %s", type(fault).__name__)
    for waits in Erasure.objects.filter(due_at__gt=moment).select_related("person"):
        hiding.hide(person=waits.person, at=waits.asked_at)


def purge(person_ids: Iterable[str | UUID]) -> None:
    """Erase these people for good: keys, then every row. Safe twice, and after it was cut off anywhere.

    Not for use inside a transaction: a key cannot be brought back when it is rolled back.
    Raises RingUnreadable and KeyMissing, and then nothing of the one at hand is gone.
    """
    for one in [UUID(str(one)) for one in person_ids]:
        opened.destroy([one])
        _purge_rows(one)
    empty_the_log()


@transaction.atomic
def _purge_rows(person_id: UUID) -> None:
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        return
    # Pages that are still open close, and groups stay with a host, also when nobody asked beforehand.
    hiding.hide(person=person, at=now())
    for kept in EVERYTHING:
        kept.erase(person)
    Person.objects.filter(pk=person_id).delete()
