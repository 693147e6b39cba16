"""New words: with a spare key, or with the present ones. New spare keys."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from openchair.kit.clock import now
from openchair.people import codes, notices, passphrase
from openchair.people.ending import end_sessions
from openchair.people.models import AccountNotice, Person, RecoveryCode, Session


@dataclass(frozen=True, slots=True)
class Back:
    """Somebody who came back, and what changed about their sign-in before that."""

    person: Person
    missed: list[AccountNotice]


@transaction.atomic
def recover(*, code_id: int, words: str) -> Back | None:
    """Spend a spare key for new words; every session ends. None when the key was spent meanwhile.

    Whoever comes back may do so because of an intruder: a passkey that still waits is gone, and they are told
    what changed while they were out, but not of the key that they used this moment.
    """
    code = RecoveryCode.objects.select_related("person").filter(pk=code_id, used_at=None).first()
    if code is None or not RecoveryCode.objects.filter(pk=code_id, used_at=None).update(used_at=now()):
        return None
    _set(code.person, words)
    end_sessions(Session.objects.filter(person=code.person))
    if _cancel_waiting(code.person):
        notices.announce(person=code.person, kind=notices.Kind.PASSKEY_GONE)
    missed = notices.waiting(code.person)
    notices.announce(person=code.person, kind=notices.Kind.CODE_USED)
    return Back(code.person, missed)


@transaction.atomic
def new_words(*, person: Person, words: str, here: UUID) -> None:
    """Keep new words; every session but the one here ends, since they began with the old words."""
    _set(person, words)
    end_others(person=person, here=here)
    notices.announce(person=person, kind=notices.Kind.WORDS, here=here)


@transaction.atomic
def new_codes(*, person: Person, made: list[str], here: UUID) -> None:
    """Keep a new set of spare keys that was typed back; the earlier set stops working."""
    codes.give(person, made)
    person.codes_kept_at = now()
    person.save(update_fields=["codes_kept_at"])
    notices.announce(person=person, kind=notices.Kind.CODES, here=here)


def end_others(*, person: Person, here: UUID) -> None:
    """Sign out everywhere but here."""
    end_sessions(Session.objects.filter(person=person).exclude(pk=here))


@transaction.atomic
def not_me(*, person: Person, here: UUID) -> None:
    """Somebody else got in: they are out at once, a passkey that still waits is gone, and so are spare keys.

    Whoever had the words may have read the spare keys or made a set of their own, and one of those is enough
    to come back and to put everybody else out. So none of them opens anything until new ones are made.
    """
    end_others(person=person, here=here)
    _cancel_waiting(person)
    person.recovery_codes.all().delete()
    person.codes_kept_at = None
    person.save(update_fields=["codes_kept_at"])


def _cancel_waiting(person: Person) -> bool:
    """Take back each passkey that does not work yet; True when there was one."""
    return person.passkeys.filter(works_from__gt=now()).delete()[0] > 0


def _set(person: Person, words: str) -> None:
    person.set_words(passphrase.as_kept(words))
    person.save(update_fields=["passphrase"])
