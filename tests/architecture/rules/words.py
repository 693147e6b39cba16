"""Words that never stand on a screen, and claims that nobody could keep."""

import re
from collections.abc import Iterator

HURTFUL = {
    r"addicts?": "a person",
    r"junk(?:y|ies)": "a person",
    r"abusers?": "a person",
    r"clean": "a word people choose for themselves",
    r"dirty": "no word at all",
    r"relaps\w*": "setback",
    r"fail(?:ed|ure|ures)": "say what happened",
    r"users?": "person, member, host, steward",
    r"content": "share, turn, words",
    r"engagement": "taking part",
    r"admins?": "host or steward",
    r"invalid": "say what to write instead",
}
UNKEEPABLE = {
    r"anonymous(?:ly)?": "say who can see what",
    r"100\s*%": "nothing is",
    r"we cannot read": "say what the machine's keeper could do",
    r"(?:nobody|no one) can (?:see|read (?:this|it|them|your))": "members and hosts cannot see this here",
    r"completely (?:safe|private|secure)": "say who can see what",
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{[^}]*}")


def is_kind(said: str) -> Iterator[str]:
    """Complaints about one string on a screen."""
    plain = _PLACEHOLDER.sub(" ", said)
    for pattern, rather in {**HURTFUL, **UNKEEPABLE}.items():
        found = re.search(rf"(?<![\w-]){pattern}(?![\w-])", plain, re.IGNORECASE)
        if found:
            yield f"“{found[0]}” in “{said.strip()[:70]}”: rather {rather}"
    if "!" in plain:
        yield f"an exclamation mark in “{said.strip()[:70]}”"
