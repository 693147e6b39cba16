"""What is pointed at, in many spellings and languages, and what people write every day and is left alone."""

import pytest

from openchair.anonymity.finding import CONTACT, Kind, find
from openchair.anonymity.tests.labelled import Line, left, pointed

KNOWN = {"116123", "988"}
NUMBER = "07700 900123"
LATER = ("pointed_later.txt", "left_later.txt")


def said(written: str) -> list[tuple[str, str]]:
    """Kind and words of all that is found."""
    return [(one.kind.value, written[one.start : one.end]) for one in find(written, known=KNOWN)]


def missed(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if not line.is_hit(find(line.text, known=KNOWN))]


@pytest.mark.requirement("S49")
@pytest.mark.parametrize("kind", [*CONTACT, Kind.HOME])
def test_nearly_all_of_each_kind_is_pointed_at(kind: Kind) -> None:
    lines = [line for line in pointed() if line.kind == kind]
    later = [line for line in pointed(LATER[0]) if line.kind == kind]
    assert len(lines) > 15 and len(missed(lines)) * 20 <= len(lines), missed(lines)
    assert len(later) > 7 and len(missed(later)) * 5 <= len(later) * 2, missed(later)


def test_what_people_write_every_day_is_left_alone() -> None:
    lines = [line for line in left() if find(line.text, known=KNOWN)]
    later = [line for line in left(LATER[1]) if find(line.text, known=KNOWN)]
    assert len(left()) > 200 and [line.text for line in lines] == []
    assert len(left(LATER[1])) > 45 and len(later) <= 2, later


def test_nothing_stray_is_pointed_at_beside_what_should_be() -> None:
    strays = [line.text for line in pointed() if line.strays(find(line.text, known=KNOWN))]
    assert strays == [] and len(pointed()) > 150


@pytest.mark.parametrize(
    "written",
    [
        "0\u200b7\u200b7\u200b00 900\u2060123",
        "０７７００ ９００１２３",
        "٠٧٧٠٠ ٩٠٠١٢٣",
        "0 7 7 0 0  9 0 0  1 2 3",
        "0\u00ad7700\u00a0900\u2009123",
        "0\ufe0f\u20e37\ufe0f\u20e37\ufe0f\u20e300900123",
    ],
)
def test_no_trick_of_unicode_gets_past_and_the_span_is_in_what_was_written(written: str) -> None:
    whole = f"é ﬁne: {written} 🙂"
    assert said(whole) == [("phone", written)]


def test_numbers_that_are_everybodys_are_not_pointed_at() -> None:
    assert find("Ring 0800 555 0134", known={"08005550134"}) == []
    assert said("Ring 0800 555 0134") == [("phone", "0800 555 0134")]


def test_the_number_within_a_link_is_the_links() -> None:
    assert said("wa.me/447700900123 or " + NUMBER) == [("link", "wa.me/447700900123"), ("phone", NUMBER)]


def test_each_kind_says_why() -> None:
    kinds = {one.kind: str(one.why) for line in pointed() for one in find(line.text)}
    assert set(kinds) == set(Kind) and all(why.startswith("This looks like") for why in kinds.values())


@pytest.mark.parametrize(
    "piece", ["@", "1", "1 ", "a@", "a.", "www.", "+1", "one ", " at ", "((", "telegram ", "\u200b"]
)
def test_a_hundred_thousand_letters_are_looked_through(piece: str) -> None:
    hostile = (piece * 100_000)[:100_000]
    assert all(one.end <= len(hostile) for one in find(hostile))
