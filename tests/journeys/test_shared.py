"""What Ben shares with his group and whom he lets know, on a phone, with script and without."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from openchair.kit.clock import now
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place
from tests.journeys.test_companions import BOTH, look, press

pytestmark = pytest.mark.journey


@pytest.fixture
def place(place: Place) -> Place:
    """Ben has kept two hundred days."""
    place.told |= place.tells("tests.journeys.two_hundred_days")
    return place


def chip(ben: Page, place: Place) -> None:
    """Ben opens the chip for six months."""
    ben.goto(f"/paths/{place.told['path']}/chips/")
    ben.get_by_role("img", name="A chip for 6 months").click()


@BOTH
def test_a_milestone_is_shared_by_one_s_own_act_and_taken_back_by_one_tap(
    page_of: NewPage, place: Place, script: bool
) -> None:
    ben, chidi = page_of("ben", script=script), page_of("chidi", script=script)
    where = f"/groups/{place.told['group']}/celebrations/"
    chidi.goto(where)
    expect(chidi.get_by_text("Nothing is shared at the moment.")).to_be_visible()
    look(chidi, script=script)
    chip(ben, place)
    look(ben, script=script)
    ben.get_by_label("Harbour, where you are Ben").check()
    press(ben, "Share it")
    expect(ben.get_by_text("Harbour sees it now.")).to_be_visible()
    look(ben, script=script)
    chidi.reload()
    expect(chidi.get_by_text("6 months")).to_be_visible()
    look(chidi, script=script)
    ben.goto(where)
    press(ben, "Take it back")
    chidi.reload()
    expect(chidi.get_by_text("6 months")).to_be_hidden()


@BOTH
def test_hosts_name_a_set_and_a_member_takes_it_over(page_of: NewPage, place: Place, script: bool) -> None:
    amara, ben = page_of("amara", script=script), page_of("ben", script=script)
    amara.goto(f"/groups/{place.told['group']}/")
    amara.get_by_role("link", name="Days this group marks").click()
    amara.get_by_role("link", name="Name a new set").click()
    look(amara, script=script)
    amara.get_by_label("What is it called?").fill("Round chips")
    amara.get_by_label("Days").fill("50, 150")
    press(amara, "Keep this set")
    expect(amara.get_by_text("50 days, 150 days")).to_be_visible()
    look(amara, script=script)
    ben.goto(f"/paths/{place.told['path']}/")
    ben.get_by_role("link", name="Days to mark").click()
    press(ben, "Take it over")
    expect(ben.get_by_role("textbox", name="Days (optional)")).to_have_value("50, 150")
    look(ben, script=script)
    ben.goto(f"/paths/{place.told['path']}/chips/")
    expect(ben.get_by_role("img", name="A chip for 150 days")).to_be_visible()


@BOTH
def test_the_hosts_are_to_know_on_a_later_day_until_it_is_taken_back(
    page_of: NewPage, place: Place, script: bool
) -> None:
    ben, later = page_of("ben", script=script), (now() + timedelta(days=4)).date().isoformat()
    ben.goto("/moments/")
    press(ben, "Note it, and keep my run")
    where = ben.url
    ben.get_by_label("The hosts of Harbour").check()
    ben.get_by_text("On a later day").click()
    ben.get_by_label("That day").fill(later)
    look(ben, script=script)
    press(ben, "Keep this")
    expect(ben.get_by_text("You can take it back until then.")).to_be_visible()
    ben.goto(where)
    look(ben, script=script)
    press(ben, "Do not tell")
    expect(ben.get_by_text("Taken back. They are not told.")).to_be_visible()
    expect(ben.get_by_role("heading", name="Who knows")).to_be_hidden()
