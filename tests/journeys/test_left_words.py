"""Ben closes his account and leaves what he shared to the group, with and without script."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import NewPage, no_barriers, sent
from tests.journeys.place import Place
from tests.journeys.test_greeting import SAID, group_of, share

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_what_ben_shared_stays_without_his_name(place: Place, page_of: NewPage, script: bool) -> None:
    ben, chidi = page_of("ben", script=script), page_of("chidi", dark=script)
    share(ben, place)
    ben.goto("/me/going/")
    ben.get_by_role("link", name="Close the account").click()
    code = ben.get_by_role("main").locator("ol li").inner_text()
    ben.get_by_role("button", name="I kept it, close my account").click()
    expect(ben.get_by_role("link", name="Choose what becomes of your words.")).to_be_visible()
    expect(ben.get_by_role("main").locator("ol li")).to_have_text(code)
    if script:
        no_barriers(ben)
    ben.get_by_label("It stays, under “A former member”").check()
    sent(ben, "I kept it, close my account")
    expect(ben.get_by_role("heading", name="Your account is closed")).to_be_visible()
    chidi.goto(f"{group_of(place)}shares/")
    words = chidi.get_by_role("article").filter(has_text=SAID)
    expect(words.get_by_role("heading", name="A former member")).to_be_visible()
    words.get_by_role("link", name="Open it").click()
    expect(chidi.get_by_text("Nobody would read an answer.")).to_be_visible()
    expect(chidi.get_by_text("Ben", exact=True)).to_have_count(0)
    no_barriers(chidi)
