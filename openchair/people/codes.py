"""Spare keys: eight codes of 125 bits, for the day the words are lost."""

import hashlib
import secrets

from openchair.people.models import Person, RecoveryCode

HOW_MANY = 8
LENGTH = 25  # letters of 5 bits: 125 bits
TAIL = 5  # letters typed back
FEW = 3
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
_MISREAD = str.maketrans("ILO", "110")


def make() -> list[str]:
    """Eight new codes, grouped in fives."""
    return [_grouped("".join(secrets.choice(_LETTERS) for _ in range(LENGTH))) for _ in range(HOW_MANY)]


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
    return person.recovery_codes.filter(used_at=None).count()


def _grouped(letters: str) -> str:
    return "-".join(letters[i : i + 5] for i in range(0, LENGTH, 5))
