"""Spare keys: eight codes of 125 bits, for the day the words are lost."""

import hashlib
import secrets
from uuid import UUID

from django.db import models
from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce

from openchair.kit.prepared import prepared
from openchair.people.models import Person, RecoveryCode

HOW_MANY = 8
LENGTH = 25  # letters of 5 bits: 125 bits
TAIL = 5  # letters typed back
FEW = 2  # how many left are worth a word
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
_MISREAD = str.maketrans("ILO", "110")


def make() -> list[str]:
    """Eight new codes, grouped in fives."""
    return [draw(LENGTH, 5) for _ in range(HOW_MANY)]


def draw(length: int, group: int) -> str:
    """So many random letters of 5 bits, hard to misread aloud, in groups with dashes between them."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(length))
    return "-".join(letters[i : i + group] for i in range(0, length, group))


def bare(typed: str) -> str:
    """A typed code in capitals, misread letters mended; spaces, dashes and other signs are dropped."""
    return "".join(c for c in typed.upper().translate(_MISREAD) if c in _LETTERS)


def ends_with(code: str, typed: str) -> bool:
    """True when the last five letters of the code were typed."""
    return secrets.compare_digest(bare(code)[-TAIL:], bare(typed)[-TAIL:] if len(bare(typed)) >= TAIL else "")


def hashed(code: str) -> str:
    """SHA-256 is enough for 125 random bits (ASVS 5.0, 6.5.2)."""
    return hashlib.sha256(f"recovery code {bare(code)}".encode()).hexdigest()


def give(person: Person, codes: list[str]) -> None:
    """Keep these codes for the person; earlier ones stop working."""
    person.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(person=person, code_hash=hashed(code)) for code in codes)


def find(typed: str) -> RecoveryCode | None:
    """The unused code that was typed."""
    return RecoveryCode.objects.select_related("person").filter(code_hash=hashed(typed), used_at=None).first()


def left(person: Person) -> int:
    """How many codes can still be used."""
    return len(_unused(person.pk))


def counted(person: UUID) -> Coalesce:
    """As `left`, to be computed beside the rows of another question."""
    unused = RecoveryCode.objects.filter(person=person, used_at=None).values("person")
    return Coalesce(Subquery(unused.annotate(number=Count("pk")).values("number")), 0)


@prepared
def _unused(person: UUID) -> models.QuerySet[RecoveryCode, int]:
    return RecoveryCode.objects.filter(person=person, used_at=None).values_list("pk", flat=True)
