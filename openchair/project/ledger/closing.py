"""Closing an account: nobody signs in to it again. What one shared and answered goes with it, or stays
without one's name, as one chooses.

What groups decided, and what was told to hosts, stays for its time, still sealed with the person's own key;
a code that they keep erases it later.
"""

from typing import Final

from django.db import transaction
from django.db.models import Model

from openchair.groups.models import Acceptance, Closing, Departure, Membership, Removal
from openchair.jobs.emptying import empty_the_log
from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.meetings.models import Cancellation
from openchair.people import codes
from openchair.people.models import Closure, Person
from openchair.project.ledger import former, hiding
from openchair.project.ledger.erasing import purge
from openchair.project.ledger.everything import EVERYTHING
from openchair.safety.models import Answer, Report

UNUSABLE: Final = "!"  # no hash begins like this
# What is others' business too. All the rest goes at once, so whatever is new goes unless it is named here.
STAYS: Final[frozenset[type[Model]]] = frozenset(
    {Acceptance, Answer, Cancellation, Closing, Closure, Departure, Membership, Person, Removal, Report}
)


@transaction.atomic
def close(*, person: Person, code: str, words_stay: bool) -> None:
    """End the account. `code` is one of `codes.make`; only its hash is kept. Twice is once.

    `words_stay`: what others read of theirs in groups stays there, under no name. The first choice counts.
    """
    if Closure.objects.filter(person=person).exists():
        return
    moment, stays = now(), STAYS
    hiding.hide(person=person, at=moment)
    if words_stay:
        former.leave_words(person=person, at=moment)
        stays = STAYS | former.WORDS | former.GUARDS
    for kept in EVERYTHING:
        if kept.model not in stays:
            kept.erase(person)
    person.handle, person.passphrase = f"closed-{public_id()}", UNUSABLE
    person.brings, person.zone, person.codes_kept_at = "", "", None
    person.home_zone, person.home_offset, person.rollover, person.not_before = "", 0, 0, None
    person.save()
    Closure.objects.create(person=person, code_hash=codes.hashed(code), left_words=words_stay)
    transaction.on_commit(empty_the_log, robust=True)


def whose(code: str) -> Closure | None:
    """The closed account of an erase code; None for any other."""
    return Closure.objects.filter(code_hash=codes.hashed(code)).first()


def let_go() -> None:
    """Erase closed accounts of which nothing is left but the account itself."""
    former.let_go()
    closed = Person.objects.filter(closure__isnull=False, memberships=None)
    purge([person.pk for person in closed if not _left_of(person)])


def _left_of(person: Person) -> bool:
    alone = {Person, Closure, *former.GUARDS}
    return any(kept.export(person) for kept in EVERYTHING if kept.model not in alone)
