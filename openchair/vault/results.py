"""What reading gives when words cannot be read: a kind of its own, never a trace and never other words."""

from dataclasses import dataclass
from typing import Self

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Ciphertext:
    """Sealed bytes as they lie in the row. They say nothing, and can only be opened."""

    sealed: bytes

    def __str__(self) -> str:
        return "sealed words"

    __repr__ = __str__


class Unreadable(str):
    """Stands where words were. Shown, it is a sentence for the reader; saved, the row stays as it was."""

    __slots__ = ("ciphertext",)
    ciphertext: Ciphertext

    def __new__(cls, said: str | Promise, ciphertext: Ciphertext) -> Self:
        """`said` is what a reader sees instead."""
        made = super().__new__(cls, said)
        made.ciphertext = ciphertext
        return made


class Erased(Unreadable):
    """The key is gone: its owner asked for that, or the group it belonged to has ended."""

    __slots__ = ()


class Tampered(Unreadable):
    """The bytes were changed, or moved here from elsewhere."""

    __slots__ = ()
