"""A wife shares in a group of her own, and her husband on the same place meets her nowhere.

And somebody deaf takes a turn by typing, and reads what others said, without a sound and without a mouse.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import NewPage, sent
from tests.journeys.place import Place
from tests.journeys.test_open_for_days import opened_by

pytestmark = pytest.mark.journey
SAID = "he came home late again, and I hid the lantern"
MOST_TABS = 80


def family_of(place: Place) -> str:
    """Where June's group stands; her session, and Fay's, are those that were made with it."""
    told = place.tells("tests.journeys.family")
    place.told["sessions"] |= {name: told[name] for name in ("fay", "june")}
    return f"/groups/{told['family']}/"


def share(june: Page, family: str) -> None:
    """What she says there, and what would help."""
    june.goto(f"{family}shares/new/")
    june.get_by_label("What would you like to say?").fill(SAID)
    june.get_by_label("A challenge").check()
    june.get_by_label("Your experience").check()
    june.get_by_role("button", name="Look it over").click()
    sent(june, "Share it")


@pytest.mark.requirement("S10")
def test_her_husband_cannot_find_see_or_guess_her(place: Place, page_of: NewPage) -> None:
    family = family_of(place)
    june, ben, fay = page_of("june"), page_of("ben"), page_of("fay")
    share(june, family)
    fay.goto(f"{family}shares/")
    expect(fay.get_by_text(SAID)).to_be_visible()
    theirs = fay.locator("article.share .share-ways a").first.get_attribute("href") or ""
    assert fay.title() in {"Group", "Shares"}  # nothing of what stands there

    for path in (family, f"{family}shares/", theirs, f"{family}people/", f"{family}stories/"):
        assert (answer := ben.goto(path)) and answer.status == 404, path
    people = f"/groups/{place.told['group']}/people/"
    for path in ("/today/", "/shares/new/", "/groups/", "/meetings/", people):
        ben.goto(path)
        expect(ben.get_by_role("heading", level=1)).to_be_visible()
        assert not any(word in ben.content() for word in ("Juniper", "Cove", "lantern")), path
    ben.goto("/search/")
    ben.get_by_label("Words to look for").fill("lantern")
    for where in ben.get_by_role("radio").all():
        where.check()
        sent(ben, "Look")
        expect(ben.get_by_text("Nothing found")).to_be_visible()
        ben.get_by_label("Words to look for").fill("lantern")


@pytest.mark.requirement("S14")
def test_what_she_is_told_names_nothing_and_leaving_blanks_it(place: Place, page_of: NewPage) -> None:
    family = family_of(place)
    june, fay = page_of("june"), page_of("fay")
    share(june, family)
    fay.goto(f"{family}shares/")
    fay.get_by_role("link", name="Reply").first.click()
    fay.get_by_label("Your own experience").fill("Mine did too. I called my sister.")
    sent(fay, "Reply")
    june.goto("/today/")
    told = june.get_by_role("link", name="Somebody answered what you shared in Cove.")
    expect(told).to_be_visible()
    assert "lantern" not in june.content() and "sister" not in june.content() and june.title() == "Today"
    told.click()
    expect(june.get_by_text("I called my sister.")).to_be_visible()
    june.get_by_role("button", name="Leave this site").click()
    june.wait_for_url("**/blank/")
    assert june.locator("body").inner_text().strip() == ""


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until it has the focus."""
    for _step in range(MOST_TABS):
        page.keyboard.press("Tab")
        if control.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{control} cannot be reached by Tab")


def press(page: Page, control: Locator) -> None:
    """Come to it by Tab and press Enter, and wait for the page it leads to."""
    tab_to(page, control)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.requirement("S90")
def test_somebody_deaf_takes_a_turn_by_typing_and_answers_without_a_mouse(
    place: Place, page_of: NewPage
) -> None:
    amara, chidi, ben = page_of("amara"), page_of("chidi"), page_of("ben")
    here = opened_by(amara, place)
    chidi.goto(here)
    expect(chidi.locator("audio, video")).to_have_count(0)
    press(chidi, chidi.get_by_role("link", name="Write a turn").first)
    tab_to(chidi, chidi.get_by_label("What would you like to say?"))
    chidi.keyboard.type("I read lips badly in the dark, so I write.")
    press(chidi, chidi.get_by_role("button", name="Look it over"))
    press(chidi, chidi.get_by_role("button", name="Say it", exact=True))
    expect(chidi.get_by_text("It is said.")).to_be_visible()
    ben.goto(here)
    expect(ben.get_by_text("so I write.").first).to_be_visible()
    press(ben, ben.get_by_role("button", name="With you").first)
    expect(ben.get_by_role("button", name="With you").first).to_have_attribute("aria-pressed", "true")
