"""What our script and our styles never do."""

import re
from collections.abc import Iterator

_IMPORT = re.compile(
    r"^\s*(?:import|export)\b[^;]*?\bfrom\b[^;\n]*$|^\s*import\s+[\"'][^;\n]*$", re.MULTILINE
)
_HTML = (
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseFromString|createContextualFragment)\b"
)
_SCRIPT = {
    "markup from a string (only frames.js may)": _HTML + r"|\bdocument\.write",
    "code from a string": r"\beval\s*\(|\bnew\s+Function\b|\bset(?:Timeout|Interval)\s*\(\s*[\"']",
    "an address of another host": r"[\"'`](?:https?:)?//",
    "an alert in the reader's face": r"\b(?:alert|confirm|prompt)\s*\(",
}
_STYLE = {
    "an address": r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"']?(?:url\()?[\"']?https?:",
    "a side instead of a direction (start, end)": (
        r"(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)(?:-\w+)?|left|right)\s*:"
        r"|text-align\s*:\s*(?:left|right)"
    ),
}


def imports_end_in_semicolons(name: str, text: str) -> Iterator[str]:
    """Without its semicolon an import's path is not hashed, silently, and an old file is served."""
    for found in _IMPORT.finditer(text):
        yield f"line {text.count(chr(10), 0, found.start()) + 1}: an import without its semicolon"


def script_is_tame(name: str, text: str) -> Iterator[str]:
    """No markup from strings, no code from strings, nobody else's host."""
    yield from _found(_SCRIPT, text, but=_HTML if name.endswith("/frames.js") else "")


def style_is_tame(name: str, text: str) -> Iterator[str]:
    """Nothing from elsewhere; right in both directions of writing."""
    yield from _found(_STYLE, re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL), but="")


def _found(patterns: dict[str, str], text: str, *, but: str) -> Iterator[str]:
    for what, pattern in patterns.items():
        for found in re.finditer(pattern, text, re.MULTILINE):
            if not but or not re.fullmatch(but, found[0]):
                yield f"line {text.count(chr(10), 0, found.start()) + 1}: {what}: {found[0].strip()}"
