"""How hard a text is to read: sentences, words, and the Flesch-Kincaid grade (US Navy, 1975)."""

import re

SENTENCE_END = re.compile(r"(?<=[.?:])[”\"]?\s+|\n")
WORD = re.compile(r"[A-Za-z’'-]+")


def sentences(text: str) -> list[str]:
    return [part for part in SENTENCE_END.split(text.strip()) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e: close enough for an average over many words."""
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$", "", word.lower()))
    return max(1, len(groups))


def grade(text: str) -> float:
    """School grade of the United States; grade 6 is read at about eleven."""
    said, parts = words(text), sentences(text)
    return 0.39 * len(said) / len(parts) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59
