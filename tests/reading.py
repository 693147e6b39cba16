"""How a test reads a page for a short word: keys in it are random letters, and some spell a name."""

import re


def stands(word: str, page: str) -> bool:
    """Whether the word stands in the page by itself, not within a key, an address or a longer word."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", page) is not None
