"""Somebody goes for good, by themselves, in few steps, with and without script."""

import io
import time
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.cast import WORDS
from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place

pytestmark = pytest.mark.journey

SAID = "the reeds were loud tonight"


@pytest.mark.requirement("S41")
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_from_me_to_the_receipt_in_three_screens_and_back_by_one_button(
    page_of: NewPage, script: bool
) -> None:
    ben = page_of("ben", script=script)
    ben.goto("/me/")
    ben.get_by_role("link", name="Close my account").click()
    ben.get_by_role("button", name="Erase everything").click()
    expect(ben.get_by_role("heading", name="Your account is hidden now")).to_be_visible()
    expect(ben.get_by_role("link", name="Help now").first).to_be_visible()
    ben.get_by_role("link", name="Sign in to stay").click()
    sign_in(ben)
    ben.get_by_role("button", name="Stay, and erase nothing").click()
    expect(ben.get_by_text("Nothing was erased")).to_be_visible()
    expect(ben.get_by_role("heading", name="Your groups", exact=True)).to_be_visible()


def sign_in(page: Page) -> None:
    page.get_by_label("Sign-in name").fill("ben")
    page.get_by_label("Your words").fill(WORDS)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_who_is_erased_is_out_of_the_room_within_two_seconds_with_their_words(
    place: Place, page_of: NewPage
) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    ben.press("Ask to speak")
    amara.press("Invite")
    ben.sees("Ben, it’s your turn.")
    ben.says(SAID)
    amara.hears(SAID)
    elsewhere = page_of("ben")
    elsewhere.goto("/me/going/")
    elsewhere.get_by_label("Now, for good").check()
    elsewhere.get_by_role("button", name="Erase everything").click()
    began = time.monotonic()
    expect(amara.log.get_by_text(SAID)).to_have_count(0, timeout=2000)
    expect(amara.page.get_by_text("Ben", exact=True)).to_have_count(0, timeout=2000)
    expect(ben.page.get_by_text(SAID)).to_have_count(0, timeout=5000)
    assert time.monotonic() - began < 7
    expect(elsewhere.get_by_role("heading", name="Your account is erased")).to_be_visible()


@pytest.mark.requirement("S41")
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_copy_is_saved_and_brought_to_another_account(page_of: NewPage, script: bool) -> None:
    ben, dana = page_of("ben", script=script), page_of("dana", script=script)
    ben.goto("/me/copy/")
    with ben.expect_download() as saved:
        ben.get_by_role("button", name="Save my copy").click()
    assert saved.value.suggested_filename == "notes.zip"
    copy = saved.value.path().read_bytes()
    with zipfile.ZipFile(io.BytesIO(copy)) as packed:
        assert {"manifest.json", "index.html", "memberships.json", "memberships.csv"} <= set(
            packed.namelist()
        )
    dana.goto("/me/copy/bring/")
    dana.get_by_label("The copy you saved").set_input_files(saved.value.path())
    dana.get_by_role("button", name="Bring it").click()
    expect(dana.get_by_text("as Ben")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pages_can_be_read_by_everybody(page_of: NewPage, dark: bool) -> None:
    amara, nobody = page_of("amara", dark=dark), page_of("", dark=dark)
    for page, path in [
        *((amara, path) for path in ("/me/going/", "/me/going/closing/", "/me/copy/", "/me/copy/bring/")),
        *((amara, "/me/handed-over/"), (nobody, "/privacy/"), (nobody, "/gone/code/")),
    ]:
        page.goto(path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
