"""A language that nobody speaks: English with accents, brackets and a third more letters.

What still reads as plain English under it was never marked for translation, and what breaks is too narrow.
"""

import re

from django.conf import locale

CODE = "en-xa"
NAME = "Ƥşḗŭḓǿ Ḗƞɠŀīşħ"
LANGUAGE = (CODE, NAME)

# Placeholders, tags, entities and line ends stay as they are.
_KEPT = re.compile(r"(%%|%\([a-z_0-9]+\)[sd]|%[sd]|\{[a-z_0-9]*\}|<[^>]+>|&[a-z#0-9]+;|\n)", re.IGNORECASE)
_ACCENTS = str.maketrans(
    "AaBbCcDdEeFfGgHhIiKkLlMmNnOoPpRrSsTtUuWwYyZz",
    "ȦȧƁƀƇƈḒḓḖḗƑƒƓɠĦħĪīĶķĿŀḾḿȠƞǾǿƤƥŘřŞşŦŧŬŭẆẇẎẏẐẑ",
)


def register() -> None:
    """Make the language known to Django, which otherwise knows only real ones."""
    locale.LANG_INFO[CODE] = {"bidi": False, "code": CODE, "name": NAME, "name_local": NAME}


def pseudo(text: str) -> str:
    """The words as the language says them; placeholders and tags as they were."""
    if not text:
        return text
    parts = _KEPT.split(text)
    spoken = "".join(part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(parts))
    longer = "·" * max(1, len(text) // 3)
    end = "\n" if spoken.endswith("\n") else ""
    return f"⟦{spoken.removesuffix(end)}{longer}⟧{end}"
