"""Somebody who welcomes people chooses hours, cannot one evening, and another steps in; on paper too."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage, no_barriers, sent
from tests.journeys.place import Place
from tests.journeys.test_greeting import become_a_greeter, group_of

pytestmark = pytest.mark.journey


def choose_hours(page: Page, place: Place) -> None:
    """From the group's page, two hours of a Tuesday evening."""
    page.goto(group_of(place))
    page.get_by_role("link", name="Who is here when").click()
    page.get_by_role("link", name="Choose hours").click()
    page.get_by_label("On which day?").select_option("Tuesday")
    page.get_by_label("2 hours", exact=True).check()
    page.get_by_role("button", name="Keep these hours").click()
    expect(page.get_by_text("Every Tuesday, 20:00–22:00")).to_be_visible()


def test_chidi_cannot_one_evening_and_amara_steps_in_without_script(place: Place, page_of: NewPage) -> None:
    chidi, amara = (page_of(name, script=False) for name in ("chidi", "amara"))
    become_a_greeter(chidi, amara, place)
    choose_hours(chidi, place)
    chidi.goto(f"{group_of(place)}roster/")
    chidi.get_by_role("button", name="I cannot then").click()
    expect(chidi.get_by_text("The others are asked.")).to_be_visible()
    amara.goto("/today/")
    amara.get_by_role("link", name="somebody is looked for to welcome people").click()
    amara.get_by_role("button", name="I will be here").click()
    expect(amara.get_by_text("Thank you. You are here then.")).to_be_visible()
    chidi.reload()
    expect(chidi.get_by_role("main")).to_contain_text("Amara")
    expect(chidi.get_by_role("button", name="I can after all")).to_have_count(0)


def test_time_off_and_the_thread_have_no_barriers(place: Place, page_of: NewPage) -> None:
    amara, chidi = page_of("amara", wide=True), page_of("chidi", dark=True)
    become_a_greeter(chidi, amara, place)
    choose_hours(chidi, place)
    no_barriers(chidi)
    for page, where in (
        (chidi, "roster/"),
        (amara, "roster/"),
        (chidi, "roster/carrying/"),
        (amara, "debrief/"),
    ):
        page.goto(group_of(place) + where)
        no_barriers(page)
    chidi.get_by_label("First day away").fill("2030-01-01")
    chidi.get_by_role("button", name="Keep this").press("Enter")
    expect(chidi.get_by_text("Give both days, or leave both empty.").first).to_be_visible()
    no_barriers(chidi)
    amara.get_by_label("What would you like to say?").fill("A long night, and a good one.")
    amara.get_by_role("button", name="Say it").press("Enter")
    expect(amara.get_by_text("A long night, and a good one.")).to_be_visible()
    amara.get_by_role("button", name="Take back").click()
    expect(amara.get_by_text("Nothing was said here")).to_be_visible()


def test_a_line_is_told_of_and_leaves_the_tellers_sight_alone(place: Place, page_of: NewPage) -> None:
    amara, chidi, ben = page_of("amara", dark=True), page_of("chidi"), page_of("ben", script=False)
    for one in (chidi, ben):
        become_a_greeter(one, amara, place)
    ben.goto(f"{group_of(place)}debrief/")
    ben.get_by_label("What would you like to say?").fill("She lives behind the mill.")
    sent(ben, "Say it")
    chidi.goto(f"{group_of(place)}debrief/")
    chidi.get_by_role("link", name="tell the hosts").click()
    no_barriers(chidi)
    sent(chidi, "Something else")
    expect(chidi.get_by_text("Thank you for telling them.")).to_be_visible()
    chidi.goto(f"{group_of(place)}debrief/")
    expect(chidi.get_by_text("behind the mill")).to_have_count(0)
    amara.goto(group_of(place))
    amara.get_by_role("link", name="What people told you").click()
    amara.get_by_role("link", name="Something else").click()
    expect(amara.get_by_text("She lives behind the mill.")).to_be_visible()
    no_barriers(amara)
    ben.reload()
    expect(ben.get_by_text("She lives behind the mill.")).to_be_visible()
