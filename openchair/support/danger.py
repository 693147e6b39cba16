"""Words after which somebody is offered a way to talk to a person now, and nothing else.

Nothing of it is kept, counted, told to anybody or in anybody's way: the offer stands above a button that
works as it always does. A list of phrases misses much and is wrong at times; where it is wrong, an offer does
no harm.
"""

import re
from typing import Final

# What people say of wanting to die or of hurting themselves, in English. What was long ago is offered too.
_SAID: Final = (
    r"\b(?:kill|killing|hang|hanging|drown|drowning|shoot|shooting) (?:myself|me)\b",
    r"\b(?:end|ending) (?:it all|my (?:own )?life|it tonight|it now|things tonight)\b",
    r"\b(?:want|wanting|wanted|going|ready|wish|plan|planning) (?:to|i could|i would|i could just) die\b",
    r"\b(?:wish|wished) (?:i|that i) (?:was|were|had been) (?:dead|never born)\b",
    r"\b(?:do not|don't|didn't|did not) want to (?:be alive|be here any ?more|wake up|exist|go on living)\b",
    r"\b(?:do not|don't|didn't|did not) want to live\b(?! (?:in|at|with|on|near|there|here)\b)",
    r"\bno (?:reason|point) (?:to|in|for me to) (?:live|living|be alive|going on|go on)\b",
    r"\bbetter off (?:dead|without me)\b",
    r"\bsuicid(?:e|al)\b|\btake my (?:own )?life\b|\btaking my (?:own )?life\b",
    r"\b(?:hurt|hurting|harm|harming|cut|cutting|burn|burning) myself(?! (?:some|a bit of) slack)\b",
    r"\b(?:took|taken|take|swallowed) (?:all|too many) (?:of )?(?:my |the |these )?(?:pills|tablets)\b",
    r"\boverdos(?:e|ed|ing)\b",
    r"\bcan(?:not|'t| not) (?:go on|do this) (?:any ?more|any longer)\b",
    r"\bsay(?:ing)? goodbye (?:to everyone|to you all|for good|forever)\b",
)
_ANY: Final = re.compile("|".join(_SAID), re.IGNORECASE)


def sounds_like_danger(words: str) -> bool:
    """Could whoever wrote these words be glad of somebody to talk to now?"""
    return bool(_ANY.search(" ".join(words.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())))
