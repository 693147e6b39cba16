"""Somebody new shares for the first time at midnight, and a greeter answers where it is day."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from openchair.kit.clock import now
from tests.journeys.conftest import NewPage, sent
from tests.journeys.place import Place
from tests.journeys.test_greeting import SAID, become_a_greeter, group_of, share

pytestmark = pytest.mark.journey
LONDON, AUCKLAND = "Europe/London", "Pacific/Auckland"
HOUR = 60 * 60  # seconds


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A place in which Fay is new, and where it is ten past midnight in London."""
    shift = tmp_path / "shift"
    shift.write_text("0")
    here = Place(tmp_path / "place", {"OPENCHAIR_TESTS": "1", "OPENCHAIR_CLOCK_SHIFT": str(shift)})
    here.prepare()
    here.told["sessions"] |= here.tells("tests.journeys.second_member")
    here.told["midnight"] = until_midnight()
    here.pass_time(here.told["midnight"])
    here.start()
    yield here
    here.stop()


def until_midnight() -> float:
    """Seconds from now to the next ten past midnight in London."""
    here = now().astimezone(ZoneInfo(LONDON))
    then = (here + timedelta(days=1)).replace(hour=0, minute=10, second=0, microsecond=0)
    return (then - here).total_seconds()


def live_in(page: Page, zone: str) -> None:
    """Times are shown to them as they are there."""
    page.goto("/display/")
    page.locator("select[name=zone]").select_option(zone)
    sent(page, "Keep this")


@pytest.mark.requirement("S10")
def test_a_first_share_at_midnight_is_answered_by_a_greeter_in_another_zone(
    place: Place, page_of: NewPage
) -> None:
    fay, chidi, amara = page_of("fay"), page_of("chidi"), page_of("amara")
    live_in(fay, LONDON)
    live_in(chidi, AUCKLAND)
    become_a_greeter(chidi, amara, place)
    share(fay, place)
    expect(fay.get_by_text("last night").first).to_be_visible()
    place.pass_time(place.told["midnight"] + 2 * HOUR)
    answer(chidi, place)
    place.pass_time(place.told["midnight"] + 8 * HOUR)
    fay.goto("/today/")
    fay.get_by_role("link", name="Somebody answered what you shared in Harbour.").click()
    expect(fay.get_by_text("I read you, and I know that night.")).to_be_visible()
    expect(fay.get_by_text(SAID)).to_be_visible()
    amara.goto(f"{group_of(place)}waiting/")
    expect(amara.get_by_text("Everybody has heard from somebody.")).to_be_visible()


def answer(chidi: Page, place: Place) -> None:
    """From the queue, where it is told as by a clock in Auckland."""
    chidi.goto("/today/")
    expect(chidi.get_by_text("somebody waits for a first answer")).to_be_visible()
    chidi.goto(f"{group_of(place)}waiting/")
    expect(chidi.get_by_text("The first time they share here")).to_be_visible()
    expect(chidi.get_by_text("last night")).to_have_count(0)
    expect(chidi.get_by_text(re.compile("this (morning|afternoon)")).first).to_be_visible()
    sent(chidi, "I will answer this")
    chidi.get_by_label("Your own experience").fill("It is light here. I read you, and I know that night.")
    sent(chidi, "Reply")
