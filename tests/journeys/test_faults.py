"""The machine fails in the middle of a meeting, and the meeting goes on."""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place

pytestmark = pytest.mark.journey


@pytest.mark.requirement("S16")
def test_a_server_killed_without_warning_comes_back_with_the_queue_and_the_step(
    place: Place, page_of: NewPage
) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    amara.press("Next: A quiet minute")
    ben.sees("Step 2 of 12")
    ben.press("Ask to speak")
    amara.sees("has not spoken yet")
    place.kill()
    place.start()
    for guest in (amara, ben):
        guest.page.reload()
        guest.sees("Step 2 of 12")
    expect(amara.page.get_by_role("button", name="Invite", exact=True)).to_be_visible()
    amara.press("Invite")
    ben.sees("Ben, it’s your turn.")


def test_a_page_left_open_finds_its_way_back_by_itself(place: Place, page_of: NewPage) -> None:
    ben, amara = Guest("Ben", page_of("ben")), Guest("Amara", page_of("amara", wide=True))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    place.kill()
    ben.sees("No connection.")
    place.start()
    amara.page.reload()
    amara.press("Say this line")
    expect(ben.log.get_by_text("Welcome, everyone.")).to_be_visible(timeout=20_000)


def test_what_was_typed_when_the_line_was_lost_is_still_there_and_is_sent_once(
    place: Place, page_of: NewPage
) -> None:
    ben, amara = Guest("Ben", page_of("ben")), Guest("Amara", page_of("amara", wide=True))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    ben.press("Ask to speak")
    amara.press("Invite")
    ben.sees("Ben, it’s your turn.")
    ben.page.context.set_offline(True)
    ben.says("typed under the bridge")
    expect(ben.page.get_by_role("textbox")).to_have_value("typed under the bridge")
    ben.page.context.set_offline(False)
    amara.hears("typed under the bridge")
    expect(amara.log.get_by_text("typed under the bridge")).to_have_count(1)
    expect(ben.page.get_by_role("textbox")).to_have_value("")


def test_what_is_typed_while_the_line_is_slow_stays_and_is_sent_too(place: Place, page_of: NewPage) -> None:
    ben, amara = Guest("Ben", page_of("ben")), Guest("Amara", page_of("amara", wide=True))
    amara.come_in(place, "Open the room")
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    ben.come_in(place)
    ben.sees("Your words")
    slow: list[Route] = []
    ben.page.route("**/words/", lambda route: slow.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    field = ben.page.get_by_role("textbox", name="Your words")
    ben.says("the first line")
    field.press_sequentially(" half of the second")
    expect(field).to_have_value("the first line half of the second")
    slow.pop().continue_()
    amara.hears("the first line")
    expect(field).to_have_value("half of the second")
    ben.page.unroute("**/words/")
    for words in ("half of the second", "the third at once"):
        ben.says(words)
    for words in ("half of the second", "the third at once"):
        amara.hears(words)
    expect(field).to_have_value("")


def test_what_is_written_on_after_the_line_was_lost_waits_for_its_writer(
    place: Place, page_of: NewPage
) -> None:
    ben, amara = Guest("Ben", page_of("ben")), Guest("Amara", page_of("amara", wide=True))
    amara.come_in(place, "Open the room")
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    ben.come_in(place)
    ben.sees("Your words")
    field, context = ben.page.get_by_role("textbox", name="Your words"), ben.page.context
    context.set_offline(True)
    ben.says("a thought")
    field.press_sequentially(" and half of another")
    context.set_offline(False)
    ben.press("Send")
    amara.hears("a thought and half of another")
    expect(field).to_have_value("")
    field.fill("not for anybody yet")
    context.set_offline(True)
    context.set_offline(False)
    amara.press("Say this line")
    ben.hears("Welcome, everyone.")
    expect(field).to_have_value("not for anybody yet")
    expect(amara.log.get_by_text("a thought")).to_have_count(1)
    amara.hears_nothing_of("not for anybody yet")


@pytest.mark.requirement("S69")
def test_the_keys_of_a_place_stand_in_no_other_file_and_nothing_that_other_processes_see(
    place: Place, page_of: NewPage
) -> None:
    page_of("amara").goto("/groups/")  # so that keys were opened
    keys = [path.read_bytes().strip() for path in (place.folder / "keys").iterdir()]
    seen = Path("/proc", str(place.pid))
    told = (seen / "cmdline").read_bytes() + (seen / "environ").read_bytes()
    limits = (seen / "limits").read_text()
    elsewhere = [path for path in place.folder.rglob("*") if path.is_file() and path.parent.name != "keys"]

    assert len(keys) > 1 and len(elsewhere) > 3 and b"OPENCHAIR_KEYS" in told
    spelled = {form for key in keys for form in (key, base64.urlsafe_b64decode(key + b"=="))}
    assert [key for key in spelled if key in told] == []
    assert [path for path in elsewhere if any(key in path.read_bytes() for key in spelled)] == []
    assert re.search(r"Max core file size +0 +0 ", limits)
