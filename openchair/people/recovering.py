"""New words: with a spare key, or with the present ones. New spare keys."""

from uuid import UUID

from django.db import transaction

from openchair.kit.clock import now
from openchair.people import codes, passphrase
from openchair.people.ending import end_sessions
from openchair.people.models import Person, RecoveryCode, Session


@transaction.atomic
def recover(*, code_id: int, words: str) -> Person | None:
    """Spend a spare key for new words; every session ends. None when the key was spent meanwhile."""
    code = RecoveryCode.objects.select_related("person").filter(pk=code_id, used_at=None).first()
    if code is None or not RecoveryCode.objects.filter(pk=code_id, used_at=None).update(used_at=now()):
        return None
    _set(code.person, words)
    end_sessions(Session.objects.filter(person=code.person))
    return code.person


@transaction.atomic
def new_words(*, person: Person, words: str, here: UUID) -> None:
    """Keep new words; every session but the one here ends, since they began with the old words."""
    _set(person, words)
    end_others(person=person, here=here)


@transaction.atomic
def new_codes(*, person: Person, made: list[str]) -> None:
    """Keep a new set of spare keys that was typed back; the earlier set stops working."""
    codes.give(person, made)
    person.codes_kept_at = now()
    person.save(update_fields=["codes_kept_at"])


def end_others(*, person: Person, here: UUID) -> None:
    """Sign out everywhere but here."""
    end_sessions(Session.objects.filter(person=person).exclude(pk=here))


def _set(person: Person, words: str) -> None:
    person.set_words(passphrase.as_kept(words))
    person.save(update_fields=["passphrase"])
