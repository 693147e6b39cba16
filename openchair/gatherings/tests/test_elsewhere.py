"""Ben writes on his phone what he began on his laptop, and neither takes away what the other kept."""

import re

import pytest
from django.test import Client

from openchair.gatherings.models import Draft
from openchair.gatherings.tests.scene import opened
from openchair.kit.pages import WHILE_WRITING
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares.models import Share
from openchair.stories.models import Story
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
KINDS = pytest.mark.parametrize("what", ["shares", "turn", "stories"])
LAPTOP, PHONE = "two hours on the laptop", "a line on the phone"
SAID = "You wrote on in another window"


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


class Window:
    """A composer that Ben opened."""

    def __init__(self, browser: Client, there: str) -> None:
        self._browser, self._there = browser, there
        self._hidden = hidden(browser.get(there).content.decode())

    def keeps(self, words: str) -> int:
        """By itself, while he writes: the status it gets."""
        return self.sends(words, WHILE_WRITING)[0]

    def sends(self, words: str, press: str = "", *, seen: str = "") -> tuple[int, str]:
        """By a button: the status, and what the page says. `seen`: from the page that came back before."""
        typed = {"audience": "group", "named": "alias", "kind": "challenge", "title": "The quay"}
        typed |= {"words": words, "heading-1": "", "words-1": words, "press": press}
        answer = self._browser.post(self._there, typed | (hidden(seen) if seen else self._hidden))
        return answer.status_code, answer.content.decode()


def hidden(page: str) -> dict[str, str]:
    """What the form says of the page it stands in."""
    found = dict(re.findall(r'<input type="hidden" name="(page|begun)" value="([^"]*)">', page))
    assert found.keys() == {"page", "begun"}
    return found


def windows(cast: Cast, what: str) -> tuple[Window, Window, str]:
    """Two that were opened while nothing was written yet, and where."""
    there = f"/groups/{cast.harbour.public_id}/{what}/new/"
    if what == "turn":
        there = f"/open-for-days/{opened(cast.harbour, cast.amara).public_id}/turns/new/"
    browser = client_of(cast.ben)
    return Window(browser, there), Window(browser, there), there


@KINDS
def test_an_older_window_keeps_nothing_over_newer_words_and_says_nothing(cast: Cast, what: str) -> None:
    laptop, phone, there = windows(cast, what)
    assert [laptop.keeps(LAPTOP), laptop.keeps(f"{LAPTOP}, and on")] == [204, 204]
    assert phone.keeps(PHONE) == 409
    page = client_of(cast.ben).get(there).content.decode()
    assert f"{LAPTOP}, and on" in page and PHONE not in page and SAID not in page
    assert laptop.keeps(f"{LAPTOP}, and the end") == 204


@KINDS
def test_a_window_that_was_opened_upon_it_goes_on_and_then_the_first_one_is_older(
    cast: Cast, what: str
) -> None:
    laptop, _phone, there = windows(cast, what)
    assert laptop.keeps(LAPTOP) == 204
    phone = Window(client_of(cast.ben), there)
    assert [phone.keeps(PHONE), phone.keeps(f"{PHONE}, and on")] == [204, 204]
    assert laptop.keeps(LAPTOP) == 409
    assert f"{PHONE}, and on" in client_of(cast.ben).get(there).content.decode()


@KINDS
@pytest.mark.parametrize("press", ["later", ""])
def test_a_button_shows_both_once_and_then_keeps_what_was_sent(cast: Cast, what: str, press: str) -> None:
    laptop, phone, there = windows(cast, what)
    laptop.keeps(LAPTOP)
    status, page = phone.sends(PHONE, press)
    assert status == 422 and SAID in text_of(page.encode()) and LAPTOP in page and PHONE in page
    assert PHONE not in client_of(cast.ben).get(there).content.decode()
    assert phone.sends(f"{PHONE}, {LAPTOP}", press, seen=page)[0] == 303
    assert f"{PHONE}, {LAPTOP}" in client_of(cast.ben).get(there).content.decode()


@KINDS
def test_an_empty_window_throws_nothing_away_that_another_kept(cast: Cast, what: str) -> None:
    laptop, phone, there = windows(cast, what)
    laptop.keeps(LAPTOP)
    status, page = phone.sends("", "later")
    assert status == 422 and LAPTOP in page
    assert LAPTOP in client_of(cast.ben).get(there).content.decode()


@KINDS
def test_what_is_shared_says_nothing_of_the_page_it_was_written_on(cast: Cast, what: str) -> None:
    laptop, _phone, there = windows(cast, what)
    assert laptop.sends(LAPTOP)[0] == 303
    kept = [*Share.objects.all(), *Draft.objects.all(), *Story.objects.all()]
    assert len(kept) == 1 and '"p": "' in str(getattr(kept[0], "back" if what == "stories" else "told"))
    button = "placing/" if what == "stories" else "posting/"
    client_of(cast.ben).post(there.replace("new/", f"draft/{button}"))
    shares, stories = Share.objects.exclude(posted_at=None), Story.objects.exclude(placed_at=None)
    seen = [(f"/shares/{one.public_id}/", one.told) for one in shares]
    [(there, told)] = seen + [(f"/stories/{one.public_id}/", one.back) for one in stories]
    assert '"p": "' not in str(told)
    assert LAPTOP in client_of(cast.chidi).get(there).content.decode()
