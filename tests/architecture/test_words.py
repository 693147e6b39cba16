"""What is never said on a screen."""

from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog

from openchair.project import languages, pseudo
from tests.architecture.rules import pages, tree, words


def said() -> Iterator[str]:
    """Every string that a screen may show: the catalogue, and what stands in templates beside it."""
    for message in languages.gathered():
        yield from [message.id] if isinstance(message.id, str) else message.id
    for name in tree.templates():
        yield from (plain for _, plain in pages.untranslated(tree.read(name)))


@pytest.mark.requirement("S46")
def test_no_screen_hurts_or_promises_what_nobody_can_keep() -> None:
    assert "\n".join(sorted({wrong for text in said() for wrong in words.is_kind(text)})) == ""


@pytest.mark.parametrize(
    "unkind",
    [
        "For addicts",
        "Stay clean",
        "A dirty test",
        "This failed",
        "New user",
        "Skip to content",
        "Engagement",
        "This is anonymous",
        "100 % confidential",
        "We cannot read this",
        "Nobody can see this",
        "Welcome!",
    ],
)
def test_what_hurts_is_found(unkind: str) -> None:
    assert list(words.is_kind(unkind))


@pytest.mark.parametrize(
    "kind", ["Addiction of any kind", "Hello, %(user)s", "Self-cleaning", "A contented cat"]
)
def test_what_only_looks_alike_is_left_alone(kind: str) -> None:
    assert list(words.is_kind(kind)) == []


def test_the_catalogue_holds_what_the_code_says() -> None:
    kept, found = identities(languages.kept("en")), identities(languages.gathered())
    changed = sorted(str(one) for one in kept ^ found)
    assert not changed, f"run `python -m openchair languages`: {changed[:10]}"


def test_pseudo_words_keep_what_is_not_words() -> None:
    spoken = pseudo.pseudo('Hello %(name)s, <a href="/x/">come in</a> &amp; rest\n')
    for kept in ("%(name)s", '<a href="/x/">', "</a>", "&amp;"):
        assert kept in spoken
    assert spoken.endswith("⟧\n")
    assert "Hello" not in spoken


def identities(catalogue: Catalog) -> set[tuple[object, str | None]]:
    """What tells the strings of a catalogue apart."""
    return {(message.id, message.context) for message in catalogue if message.id}
