"""Everything a browser is given comes from here, keeps to its rules, and stands in no frame."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Page, Response, expect

from tests.hardening.corpus import CANARY, CORPUS
from tests.journeys.circle import Guest
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place

pytestmark = pytest.mark.journey

# Nothing else on a page of ours leads somewhere by itself; these end the visit, or are files.
NOT_OPENED = ("/leave/", "/blank/", ".txt", ".webmanifest", ".csv", ".json", ".ics")


@pytest.mark.requirement("S02")
@pytest.mark.requirement("S19")
@pytest.mark.parametrize("who", ["amara", "dana", ""])
def test_every_page_that_can_be_reached_asks_nobody_else_and_breaks_no_rule(
    place: Place, page_of: NewPage, who: str
) -> None:
    page = page_of(who)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective}`))"
    )
    if who == "amara":
        Guest("Amara", page).come_in(place, "Open the room")
    seen = crawl(page, place)
    assert len(seen) >= {"amara": 20, "dana": 12, "": 6}[who], sorted(seen)


@pytest.mark.requirement("S20")
def test_hostile_words_stay_words_in_open_rooms(place: Place, page_of: NewPage) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    ben.sees("Your words")
    before = amara.page.evaluate("document.querySelectorAll('*').length")
    ben.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for some in range(0, len(CORPUS), 10):
        ben.says("\n".join([*CORPUS[some : some + 10], f"round {some}"]))
        expect(amara.log.get_by_text(f"round {some}")).to_be_visible()
    for guest in (amara, ben):
        assert guest.page.evaluate(f"typeof {CANARY}") == "undefined"
        assert (
            guest.page.locator(f"[id={CANARY}], [src*={CANARY}], [onerror], [onload], iframe, object").count()
            == 0
        )
    assert amara.page.evaluate("document.querySelectorAll('*').length") > before


@pytest.mark.requirement("S57")
def test_a_link_in_somebodys_words_says_first_where_it_leads(place: Place, page_of: NewPage) -> None:
    amara, ben = Guest("Amara", page_of("amara", wide=True)), Guest("Ben", page_of("ben"))
    amara.come_in(place, "Open the room")
    ben.come_in(place)
    amara.opens("Door and chat")
    amara.press("Everyone, at any time")
    ben.sees("Your words")
    ben.says("this helped me: https://аpple.example/a?b=1.")
    amara.log.get_by_role("link", name="https://аpple.example/a?b=1", exact=True).click()
    expect(amara.page.get_by_text("xn--pple-43d.example", exact=True).first).to_be_visible()
    way = amara.page.get_by_role("link", name="Go to xn--pple-43d.example")
    expect(way).to_have_attribute("href", "https://xn--pple-43d.example/a?b=1")
    expect(way).to_have_attribute("rel", "noopener noreferrer nofollow ugc")
    amara.page.wait_for_timeout(1500)
    expect(way).to_be_visible()  # nothing goes there by itself


@pytest.mark.requirement("S60")
def test_no_other_page_can_hold_ours_in_a_frame(place: Place, page_of: NewPage, framing: str) -> None:
    context = page_of("amara").context
    page = context.new_page()  # what the browser says about the refused frame is no trouble of ours
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{framing}/?{place.origin}/help/")
    page.wait_for_timeout(1000)
    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
    assert any("frame-ancestors" in text or "X-Frame-Options" in text for text in refused)


@pytest.fixture
def framing() -> Iterator[str]:
    """Another place, which puts the address it is asked with into a frame."""

    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            framed = self.path.partition("?")[2]
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(
                f'<!doctype html><link rel="icon" href="data:,"><iframe src="{framed}">'.encode()
            )

        def log_message(self, *_said: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Framing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def crawl(page: Page, place: Place) -> set[str]:
    """Open every page that links lead to, one of each kind; give their addresses."""
    seen, waiting = set(), ["/", "/help/", "/today/", "/about/", "/gallery/", "/nowhere/"]
    while waiting:
        address = waiting.pop(0)
        if kind_of(address) in seen:
            continue
        seen.add(kind_of(address))
        answer = page.goto(f"{place.origin}{address}")
        assert_ours(answer, place)
        found = page.eval_on_selector_all("a[href]", "links => links.map((a) => a.getAttribute('href'))")
        outside = page.locator("a[href^='http']:not([rel~='noreferrer'])")
        assert outside.count() == 0, address
        ours = [way.partition("#")[0] for way in found if way.startswith("/")]
        waiting += [
            way
            for way in ours
            if way and kind_of(way) not in seen and not any(no in way for no in NOT_OPENED)
        ]
    return seen


def kind_of(address: str) -> str:
    """The same for each month and each day of a calendar, which has no end."""
    return re.sub(r"/\d{4}-\d\d-\d\d/", "/day/", address.partition("?")[0])


def assert_ours(answer: Response | None, place: Place) -> None:
    """It came from here, whole and with its rules."""
    assert answer is not None and answer.url.startswith(place.origin)
    assert answer.status in (200, 404), answer.url
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert "server" not in answer.headers
