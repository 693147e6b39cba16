"""Odd things that people paste, wherever something is said to a group: kept inert, or given back whole."""

from urllib.parse import urlsplit

import pytest

from tests.hardening.reading import Page, brought_besides
from tests.hardening.surfaces import SURFACES, Place, Surface, debrief, harbour, reply, share, story, turn

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S20")]
MARK = "zqx"  # stands in all that is said here, and nowhere else
MARKUP = f"{MARK} <b onclick={MARK}()>bold</b><script>{MARK}()</script><img src={MARK} onerror={MARK}()>"
USERINFO = f"{MARK} https://bank.example:word@evil.example/"
HOMOGRAPH = f"{MARK} https://\u0430pple.com/in"  # its first letter is Cyrillic
OVERRIDE = f"{MARK} \u202etxt.exe\u202c \u05e9\u05dc\u05d5\u05dd"
ZALGO = f"{MARK} z{chr(0x0335) * 60}algo"
PLAIN = ("plain words", "plain words, https://plain.example/ too")  # the page once more, with a flash
LINKING = (share, reply, story, turn, debrief)
WHOLE_IN = (share, reply, story, turn)  # what is long there is no more than long


@pytest.fixture
def place() -> Place:
    return harbour()


def pieces(page: Page) -> list[tuple[str, bool]]:
    """Where the words stand, and whether their direction is kept apart from that of the page."""
    found = []
    for words, around in page.text:
        apart = any(tag in ("bdi", "textarea") or has.get("dir") == "auto" for tag, has in around)
        if MARK in words:
            found.append((words, apart))
    return found


@pytest.mark.parametrize("say", SURFACES)
@pytest.mark.parametrize("words", [MARKUP, USERINFO, HOMOGRAPH, OVERRIDE, ZALGO])
def test_it_stands_there_as_words_and_as_nothing_else(place: Place, say: Surface, words: str) -> None:
    usual = [Page.of(one) for plain in PLAIN for one in say(place, plain).shown]
    said = say(place, words)
    pages = [Page.of(one) for one in said.shown]
    assert said.status == 303 and pages and brought_besides(usual, pages) == []
    for page in pages:
        found = pieces(page)
        assert found and all(apart for _words, apart in found)
        assert not any(MARK in value for _tag, has in page.elements for value in has.values())
        text = "".join(one for one, _around in page.text)
        assert "\u202e" not in text and "\u202c" not in text and "\u0335" * 5 not in text


@pytest.mark.parametrize("say", LINKING)
def test_addresses_lead_over_the_page_that_names_the_host_or_nowhere(place: Place, say: Surface) -> None:
    *_looked_over, page = said = say(place, f"{HOMOGRAPH} {USERINFO}").shown
    for one in said:
        text = "".join(words for words, _around in Page.of(one).text)
        assert HOMOGRAPH in text and USERINFO in text
    links = [has for tag, has in Page.of(page).elements if tag == "a" and "/away/" in has["href"]]
    assert len(links) == 1 and not urlsplit(links[0]["href"]).netloc and "nofollow" in links[0]["rel"]
    there = place.chidi.get(links[0]["href"]).content.decode()
    assert "xn--pple-43d.com" in there and "letters that can look like others" in there


@pytest.mark.parametrize("say", SURFACES)
def test_four_thousand_waves_are_kept_whole_or_given_back_whole(place: Place, say: Surface) -> None:
    said = say(place, "\U0001f30a" * 4000)
    assert said.status == (303 if say in WHOLE_IN else 422)
    assert all("\U0001f30a" * 4000 in page for page in (said.shown or [said.page]))


@pytest.mark.parametrize("say", SURFACES)
def test_a_hundred_thousand_letters_come_back_beside_the_field(place: Place, say: Surface) -> None:
    said = say(place, "a" * 100_000)
    assert said.status == 422 and "a" * 100_000 in said.page
    assert "too long" in said.page or "too much" in said.page
    assert 'aria-invalid="true"' in said.page
