"""Is it them? One question, answered with the same work whether or not the name exists (S31)."""

from functools import cache

from django.contrib.auth.hashers import check_password, make_password

from openchair.people import codes, names, passphrase
from openchair.people.limits import Limit
from openchair.people.models import Person, RecoveryCode

BY_NAME = Limit("sign in, by name", 5, 60)
BY_NETWORK = Limit("sign in, by network", 60, 60)
RECOVER_BY_NETWORK = Limit("recover, by network", 20, 60)
LONGEST = 1000


def who_signs_in(handle: str, words: str) -> Person | None:
    """The person of a sign-in name and words; None when either is wrong."""
    person = Person.objects.by_handle(names.as_kept(handle)).first()
    if not is_right(person, words):
        return None
    return person


def is_right(person: Person | None, words: str) -> bool:
    """True when these are the person's words; always the cost of one hash, and never true for nobody."""
    kept = person.passphrase if person and len(words) <= LONGEST else ""
    return check_password(passphrase.as_kept(words[:LONGEST]), kept or _nobodys()) and bool(kept)


def whose_code(typed: str) -> RecoveryCode | None:
    """The unused recovery code that was typed: one look-up, whatever was typed."""
    return codes.find(typed[:LONGEST])


@cache
def _nobodys() -> str:
    return make_password(passphrase.offer("en"))
