"""When two names look the same: the key that tells."""

import unicodedata

# Letters of other scripts, digits and pairs that a reader takes for a Latin letter. A short list in our own
# words after the idea of Unicode Technical Standard 39 (confusables): enough for names, not a full skeleton.
_LOOKS_LIKE = str.maketrans(
    {
        "а": "a", "в": "b", "с": "c", "е": "e", "ё": "e", "н": "h", "і": "i", "ї": "i", "ј": "j", "к": "k",
        "м": "m", "о": "o", "р": "p", "ѕ": "s", "т": "t", "у": "y", "х": "x", "ԁ": "d", "ԛ": "q", "ԝ": "w",
        "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
        "υ": "u", "χ": "x", "γ": "y", "ı": "i", "ɩ": "i", "ø": "o", "đ": "d", "ł": "l",
        "0": "o", "1": "i", "l": "i", "|": "i", "5": "s",
    }
)  # fmt: skip


KEY_LENGTH = 120  # one sign can stand for a whole phrase: what comes after this tells nobody apart


def alias_key(alias: str) -> str:
    """The letters and digits of a name as an eye in a hurry reads them: `R1ver.` and `Ríver` are one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", alias).casefold())
    seen = "".join(sign for sign in plain if _tells(sign))
    return seen.translate(_LOOKS_LIKE).replace("rn", "m").replace("vv", "w")[:KEY_LENGTH]


# Signs that draw nothing, though Unicode counts them as letters or marks (its Default_Ignorable_Code_Point).
_UNSEEN = (
    *(("\u034f", "\u034f"), ("\u115f", "\u1160"), ("\u17b4", "\u17b5"), ("\u180b", "\u180f")),
    *(("\u3164", "\u3164"), ("\ufe00", "\ufe0f"), ("\uffa0", "\uffa0"), ("\U000e0000", "\U000e0fff")),
)


def _tells(sign: str) -> bool:
    if any(first <= sign <= last for first, last in _UNSEEN):
        return False
    # Accents on Latin, Greek and Cyrillic letters are overlooked; vowel signs of other scripts are letters.
    return sign == "|" or (unicodedata.category(sign)[0] in "LNM" and not "\u0300" <= sign <= "\u036f")
