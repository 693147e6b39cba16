"""Words to sign in with: six offered ones, or one's own."""

import re
import secrets
import unicodedata
from functools import cache
from itertools import pairwise

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from mnemonic import Mnemonic

OFFERED = 6  # words of 11 bits each: 66 bits
SHORTEST = 15  # letters; NIST SP 800-63B, rev. 4, 3.1.1.2: 15 for a password that stands alone
LONGEST = 128
FEWEST_LETTERS = 6  # different ones

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "9012")
_BESIDE = {one + other for row in _ROWS for way in (row, row[::-1]) for one, other in pairwise(way)}
_LISTS = {"en": "english", "es": "spanish"}


def offer(language: str) -> str:
    """Six random words from the BIP-39 list of the language; English where there is no list."""
    words = _words(_LISTS.get(language, "english"))
    return " ".join(secrets.choice(words) for _ in range(OFFERED))


def as_kept(typed: str) -> str:
    """The text that is hashed: offered words forgive case, accents and what stands between; own words do not.

    Accents do not count in the Spanish list (BIP-39, word lists, Spanish, rule 4). Own words are only brought
    to NFC, because keyboards spell one letter in two ways.
    """
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", typed.casefold()) if not unicodedata.combining(c)
    )
    words = re.sub(r"[\s,.;\-]+", " ", plain).strip().split(" ")
    if len(words) == OFFERED and any(set(words) <= _plain(name) for name in _LISTS.values()):
        return " ".join(words)
    return unicodedata.normalize("NFC", typed)


def trouble(words: str, about: list[str]) -> str:
    """What is wrong with someone's own words, in one sentence, or nothing.

    `about` holds words of this place, such as its name and the sign-in name, which a guess would start from.
    There are no rules about capitals, digits or signs (NIST SP 800-63B, 3.1.1.2).
    """
    if len(words) < SHORTEST:
        return _("Use %(least)d letters or more. A short sentence is good.") % {"least": SHORTEST}
    if len(words) > LONGEST:
        return _("This is too long. Please keep it to %(most)d letters.") % {"most": LONGEST}
    bare = re.sub(r"[\W_]+", "", words.casefold())
    if _repeats(words.casefold()) or _repeats(bare):
        return _("This repeats itself, so it is easy to guess. Please use different words.")
    if _is_common(words) or _is_common(bare.strip("0123456789")) or _is_row(bare):
        return _("Many people use this, so it is easy to guess. Please use different words.")
    if len(_without(bare, about)) < SHORTEST // 2:
        return _("This is mostly a name of this place, so it is easy to guess. Please use different words.")
    return ""


def _repeats(text: str) -> bool:
    return len(set(text)) < FEWEST_LETTERS or bool(re.fullmatch(r"(.{1,16}?)\1+.{0,8}", text, re.DOTALL))


def _is_common(text: str) -> bool:
    try:
        _common().validate(text)
    except ValidationError:
        return True
    return False


def _is_row(text: str) -> bool:
    """Mostly keys or letters that lie side by side."""
    pairs = list(pairwise(text))
    beside = sum(one + other in _BESIDE for one, other in pairs)
    return beside * 4 > len(pairs) * 3


def _without(bare: str, about: list[str]) -> str:
    parts = {
        re.sub(r"[\W_]+", "", part)
        for words in about
        for part in [words.casefold(), *words.casefold().split("-")]
    }
    for part in sorted(parts, key=len, reverse=True):
        if len(part) > 3:
            bare = bare.replace(part, "")
    return bare


@cache
def _common() -> CommonPasswordValidator:
    return CommonPasswordValidator()


@cache
def _words(name: str) -> list[str]:
    return [unicodedata.normalize("NFC", word) for word in Mnemonic(name).wordlist]


@cache
def _plain(name: str) -> set[str]:
    folded = (unicodedata.normalize("NFKD", word) for word in _words(name))
    return {"".join(c for c in word if not unicodedata.combining(c)) for word in folded}
