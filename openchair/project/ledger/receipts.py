"""The receipt of whoever goes: carried by its address, so that nothing more is kept about them.

It holds a mark that says nothing without the ring, two days, and no name.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.core import signing

from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.project.backing_up.ring_set import OLDEST
from openchair.safety.models import KEPT_AFTER_ANSWER, KEPT_WITHOUT_ANSWER
from openchair.vault import opened
from openchair.vault.models import Tombstone
from openchair.vault.rotating import EVERY, KEPT_FOR

_SALT = "openchair.gone"
# A report that is looked at on the last day it would have waited lives longest.
REPORTS_KEPT = KEPT_WITHOUT_ANSWER + KEPT_AFTER_ANSWER


class NotAReceipt(ValueError):
    """Nothing that `Receipt.signed` gave out."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """`due` is the day from which everything is gone; None for an account that was closed."""

    mark: bytes
    due: date | None

    @classmethod
    def of(cls, person: Person, due: date | None = None) -> Self:
        """For somebody who is still there. Ask for it before their key is destroyed or after: it is one."""
        return cls(opened.ring().mark_of(str(person.pk)), due)

    @classmethod
    def read(cls, signed: str) -> Self:
        """The receipt of an address. Raises NotAReceipt."""
        try:
            mark, due = signing.loads(signed, salt=_SALT)
            return cls(bytes.fromhex(mark), date.fromisoformat(due) if due else None)
        except (signing.BadSignature, ValueError, TypeError):
            raise NotAReceipt from None

    @property
    def signed(self) -> str:
        """For an address."""
        return signing.dumps([self.mark.hex(), self.due.isoformat() if self.due else ""], salt=_SALT)

    @property
    def gone_on(self) -> date | None:
        """The day on which the key was destroyed; None while it is there."""
        stone = Tombstone.objects.filter(mark=self.mark).first()
        return stone.day if stone else None

    @property
    def copies_until(self) -> date:
        """From this day on no backup of ours can bring the key back, even if none was made since.

        A set of the ring goes with the next backup after thirty days. One that stays, because no further
        backup is made, opens until the key file is destroyed that it was made with: a set from the day of
        the erasure has one that was new then at the latest, which serves a month and waits a week.
        """
        return self._day + max(OLDEST, EVERY + KEPT_FOR)

    @property
    def reports_until(self) -> date:
        """The day at which the last sealed copy in a report is deleted, were one made today.

        The same for everybody: a date of one's own would tell somebody that they were reported (S22).
        """
        return self._day + REPORTS_KEPT + timedelta(days=1)

    @property
    def _day(self) -> date:
        return self.gone_on or self.due or now().date()
