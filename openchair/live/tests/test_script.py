"""The page follows the room: in a real browser, under the policy that guards our pages."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from openchair.kit.clock import now
from openchair.live.frames import frame
from openchair.live.tests.stage import BEN, Stage

STATIC = Path(__file__).resolve().parents[1] / "static"
ROOM = "rooms/KEY/en/member"
CHROMIUM = os.environ.get("OPENCHAIR_CHROMIUM") or shutil.which("chromium") or ""
TURN = '<p id="turn-{0}" class="turn">Words {0}<br><br><br><br></p>'
PAGE = """<!doctype html><html lang="en"><title>Room</title><link rel="icon" href="data:,">
<script type="module" src="/static/live/stream.js"></script>
<main tabindex="-1"><div id="seen">1</div>
<live-stream src="/live/rooms/KEY/" data-offline="Not connected" data-roles="Changed">
<p role="status" data-strip></p></live-stream>
<div role="log" id="turns"></div>
<button data-new-below data-one="1 new" data-many="%d new" hidden></button>
<button data-pause aria-pressed="false">Pause</button>
<div id="form"><input id="note"></div><form data-clears><textarea></textarea></form>
<div data-always><p id="calm">open</p>
<div id="panel"><button id="press">Press</button></div></div></main></html>"""
PANEL = '<div id="panel"><button id="press">{0}</button></div>'

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def stage() -> Iterator[Stage]:
    with Stage() as stage:
        stage.door.says = lambda _: frame("replace", "seen", '<div id="seen">state</div>')
        stage.pages["/"] = ("text/html; charset=utf-8", PAGE)
        for name in ("frames.js", "stream.js"):
            stage.pages[f"/static/live/{name}"] = ("text/javascript", (STATIC / "live" / name).read_text())
        yield stage


@pytest.fixture
def room(browser: Browser, stage: Stage) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 300})
    context.add_cookies([{"name": "person", "value": str(BEN), "url": f"http://127.0.0.1:{stage.port}"}])
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.goto(f"http://127.0.0.1:{stage.port}/")
    expect(page.locator("#seen")).to_have_text("state")
    yield page
    context.close()
    assert faults == []


@pytest.mark.requirement("S62")
def test_frames_append_once_replace_and_remove(stage: Stage, room: Page) -> None:
    stage.hub.publish(
        ROOM, frame("append", "turns", TURN.format(1)) + frame("append", "turns", TURN.format(2))
    )
    expect(room.locator(".turn")).to_have_count(2)
    stage.hub.publish(ROOM, frame("append", "turns", '<p id="turn-1" class="turn">said better</p>'))
    expect(room.locator("#turn-1")).to_have_text("said better")
    stage.hub.publish(ROOM, frame("prepend", "turns", TURN.format(0)) + frame("remove", "turn-2"))
    expect(room.locator(".turn")).to_have_text(["Words 0", "said better"])


def test_an_arrival_moves_neither_the_focus_nor_what_is_being_written(stage: Stage, room: Page) -> None:
    room.locator("#note").fill("half a thought")
    stage.hub.publish(ROOM, frame("replace", "form", '<div id="form" class="new"><input id="note"></div>'))
    expect(room.locator("#form.new")).to_be_visible()
    expect(room.locator("#note")).to_be_focused()
    room.keyboard.type(", and more")
    expect(room.locator("#note")).to_have_value("half a thought, and more")


def test_who_reads_the_newest_follows_and_who_reads_above_is_told_how_many(stage: Stage, room: Page) -> None:
    for number in range(12):
        stage.hub.publish(ROOM, frame("append", "turns", TURN.format(number)))
    expect(room.locator("#turn-11")).to_be_in_viewport()
    room.evaluate("() => { document.scrollingElement.scrollTop = 0 }")
    stage.hub.publish(ROOM, frame("append", "turns", TURN.format(12)))
    expect(room.locator("[data-new-below]")).to_have_text("1 new")
    stage.hub.publish(ROOM, frame("append", "turns", TURN.format(13)))
    expect(room.locator("[data-new-below]")).to_have_text("2 new")
    assert room.evaluate("() => document.scrollingElement.scrollTop") == 0
    room.locator("[data-new-below]").dispatch_event("click")
    expect(room.locator("#turn-13")).to_be_in_viewport()
    expect(room.locator("[data-new-below]")).to_be_hidden()


def test_who_writes_below_the_log_keeps_the_field_under_the_hand(stage: Stage, room: Page) -> None:
    for number in range(6):
        stage.hub.publish(ROOM, frame("append", "turns", TURN.format(number)))
    room.locator("#note").focus()
    before = room.locator("#note").bounding_box()
    stage.hub.publish(
        ROOM, frame("append", "turns", TURN.format(6)) + frame("prepend", "turns", TURN.format(7))
    )
    expect(room.locator("#turn-7")).to_be_attached()
    assert room.locator("#note").bounding_box() == before


def test_pausing_holds_arrivals_but_not_what_must_always_be_seen(stage: Stage, room: Page) -> None:
    pause = room.get_by_role("button", name="Pause")
    pause.click()
    stage.hub.publish(ROOM, frame("append", "turns", TURN.format(1)))
    stage.hub.publish(ROOM, frame("replace", "calm", '<p id="calm">calm</p>'))
    expect(room.locator("#calm")).to_have_text("calm")
    expect(room.locator(".turn")).to_have_count(0)
    pause.click()
    expect(room.locator(".turn")).to_have_count(1)


def begin_to_press(room: Page, how: str) -> Callable[[], None]:
    """A press on the panel's button that has begun, in a moment that lasts, and how it ends."""
    room.evaluate("() => document.addEventListener('click', (e) => document.title = e.target.id)")
    button = room.locator("#press")
    room.clock.install()
    room.clock.pause_at(now() + timedelta(hours=1))
    if how == "key":
        button.focus()
        room.keyboard.down("Space")
        return lambda: room.keyboard.up("Space")
    button.hover()
    room.mouse.down()
    return room.mouse.up


@pytest.mark.parametrize("how", ["mouse", "key"])
def test_what_is_being_pressed_is_renewed_after_the_press_and_nothing_else_waits(
    stage: Stage, room: Page, how: str
) -> None:
    end = begin_to_press(room, how)
    for name in ("older", "newer"):
        stage.hub.publish(ROOM, frame("replace", "panel", PANEL.format(name)))
    stage.hub.publish(ROOM, frame("replace", "calm", '<p id="calm">calm</p>'))
    expect(room.locator("#calm")).to_have_text("calm")
    expect(room.locator("#press")).to_have_text("Press")
    end()
    room.clock.run_for(100)
    expect(room).to_have_title("press")
    expect(room.locator("#press")).to_have_text("newer")


def test_a_press_that_does_not_end_keeps_nothing_back_for_long(stage: Stage, room: Page) -> None:
    begin_to_press(room, "mouse")
    stage.hub.publish(ROOM, frame("replace", "panel", PANEL.format("newer")))
    stage.hub.publish(ROOM, frame("replace", "calm", '<p id="calm">calm</p>'))
    expect(room.locator("#calm")).to_have_text("calm")
    room.clock.run_for(2_000)
    expect(room.locator("#press")).to_have_text("newer")


def test_what_waited_for_a_press_never_comes_after_what_is_newer(stage: Stage, room: Page) -> None:
    end = begin_to_press(room, "mouse")
    stage.hub.publish(ROOM, frame("replace", "panel", PANEL.format("older")))
    stage.hub.publish(ROOM, frame("replace", "calm", '<p id="calm">calm</p>'))
    expect(room.locator("#calm")).to_have_text("calm")
    room.get_by_role("button", name="Pause").dispatch_event("pointerdown")  # a second finger, elsewhere
    stage.hub.publish(ROOM, frame("replace", "panel", PANEL.format("newer")))
    expect(room.locator("#press")).to_have_text("newer")
    end()
    room.clock.run_for(3_000)
    expect(room.locator("#press")).to_have_text("newer")


def test_a_dismissed_page_loads_anew(stage: Stage, room: Page) -> None:
    with room.expect_event("load"):
        stage.hub.dismiss("rooms/KEY", BEN)
    expect(room.locator("#seen")).to_have_text("state")


@pytest.mark.requirement("S62")
def test_a_lost_connection_is_said_and_mended(stage: Stage, room: Page) -> None:
    stage.farewell()
    expect(room.get_by_role("status")).to_have_text("Not connected")
    stage.hub.stopping = False
    stage.door.says = lambda _: frame("replace", "seen", '<div id="seen">again</div>')
    expect(room.locator("#seen")).to_have_text("again", timeout=15_000)
    expect(room.get_by_role("status")).to_have_text("")


def test_a_frame_tells_the_page_that_it_was_applied(stage: Stage, room: Page) -> None:
    room.evaluate("() => document.addEventListener('frame:applied', (e) => document.title = e.detail.id)")
    stage.hub.publish(ROOM, frame("replace", "calm", '<p id="calm">seen</p>'))
    expect(room).to_have_title("calm")


def lost_and_back(stage: Stage, room: Page) -> None:
    """The line is lost for a moment: every stream ends, and the next is let in."""
    stage.farewell()
    expect(room.get_by_role("status")).to_have_text("Not connected")
    stage.hub.stopping = False


def test_a_page_that_comes_back_to_another_place_loads_anew(stage: Stage, room: Page) -> None:
    stage.door.says = lambda _: frame("replace", "doorstep", '<p id="doorstep">wait</p>')
    with room.expect_event("load", timeout=15_000):
        lost_and_back(stage, room)


def test_a_page_whose_reader_is_refused_after_a_loss_loads_anew(stage: Stage, room: Page) -> None:
    stage.door.banned.add(BEN)
    with room.expect_event("load", timeout=15_000):
        lost_and_back(stage, room)


def test_who_is_given_a_role_while_writing_keeps_the_words_and_sees_it_once_they_are_sent(
    stage: Stage, room: Page
) -> None:
    field = room.locator("textarea")
    field.fill("two minutes of words")
    stage.hub.regroup("rooms/KEY", BEN)
    expect(room.get_by_role("status")).to_have_text("Changed")
    expect(field).to_have_value("two minutes of words")
    with room.expect_event("load"):
        field.fill("")


def test_who_is_given_a_role_and_writes_nothing_sees_it_at_once(stage: Stage, room: Page) -> None:
    with room.expect_event("load"):
        stage.hub.regroup("rooms/KEY", BEN)
