"""One place with something on every page, and a Chromium that keeps pages for BACK as people have it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import APIRequestContext, Browser, Page, Playwright

from openchair.kit.clock import now
from openchair.people.models.session import hashed
from tests.journeys.conftest import CHROMIUM, FLAGS, PHONE
from tests.journeys.place import Place

KEPT_FOR_BACK = ["--disable-back-forward-cache"]  # Playwright's own default, which we leave out
NewVisit = Callable[..., Page]

# Said by a page that the browser had kept, at the first moment in which it could be seen again.
TELLS_WHEN_KEPT = """
addEventListener("pageshow", (event) => {
  const page = location.pathname === "/blank/" ? "blank" : "page";
  if (event.persisted) console.debug(`kept ${page}: ${getComputedStyle(document.body).display}`);
});
"""


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A place with the world in it, shared by the whole folder."""
    folder = tmp_path_factory.mktemp("unseen")
    shift = folder / "shift"
    here = Place(folder / "place", {"OPENCHAIR_TESTS": "1", "OPENCHAIR_CLOCK_SHIFT": str(shift)})
    here.prepare("tests.journeys.unseen.seed")
    here.start()
    yield here
    here.stop()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium with its cache for BACK and FORWARD."""
    chromium = playwright.chromium.launch(
        executable_path=CHROMIUM, args=FLAGS, ignore_default_args=KEPT_FOR_BACK
    )
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def lasting_pages(browser: Browser, place: Place) -> list[str]:
    """Every address that shows Amara a page and a stranger none, but for what is said in a room."""
    addresses = [path for path in place.told["addresses"] if not is_fleeting(path)]
    amara, stranger = (in_session(browser, place, token) for token in (place.told["own"].pop(), ""))
    shown = [path for path in addresses if is_page(amara.context.request, path)]
    private = [path for path in shown if not is_page(stranger.context.request, path)]
    for page in (amara, stranger):
        page.context.close()
    return private


@pytest.fixture
def private_pages(browser: Browser, place: Place, lasting_pages: list[str]) -> list[str]:
    """Every such address, with what Ben says in the room now: his words are there for ten minutes."""
    room = f"/rooms/{place.told['room']}/"
    ben, amara = (
        in_session(browser, place, place.told["ben"]),
        in_session(browser, place, place.told["own"].pop()),
    )
    amara.goto(room)  # whoever comes later is shown nothing that was said before
    ben.goto(room)
    ben.get_by_role("textbox", name="Your words").fill("a boat at the quay")
    ben.get_by_role("button", name="Send", exact=True).first.click()
    said = amara.get_by_role("link", name="About what Ben said").last.get_attribute("href") or ""
    for page in (ben, amara):
        page.context.close()
    return [*lasting_pages, said, f"{said}telling/"]


def in_session(browser: Browser, place: Place, token: str, *, script: bool = True) -> Page:
    """A phone of its own, in which this session is open; a stranger's without a token."""
    context = browser.new_context(base_url=place.origin, java_script_enabled=script, viewport=PHONE)
    context.add_init_script(TELLS_WHEN_KEPT)
    if token:
        context.add_cookies([{"name": "oc", "value": token, "url": place.origin}])
    page = context.new_page()
    page.set_default_timeout(10_000)
    return page


def is_fleeting(path: str) -> bool:
    """Is it the address of words said in a room, which is over when they are?"""
    return path.startswith("/rooms/") and "/words/" in path


def is_page(asking: APIRequestContext, path: str) -> bool:
    """Is there a page, at this very address?"""
    answer = asking.get(path, max_redirects=0)
    return answer.status == 200 and answer.headers["content-type"].startswith("text/html")


@pytest.fixture
def visit(browser: Browser, place: Place) -> Iterator[NewVisit]:
    """`visit("own")`: Amara in a fresh session of that kind; `visit("")`: a stranger."""
    pages: list[Page] = []

    def open_page(kind: str = "own", *, script: bool = True) -> Page:
        token = place.told[kind].pop() if kind else ""
        begin_now(place, token)
        pages.append(in_session(browser, place, token, script=script))
        return pages[-1]

    yield open_page
    for page in pages:
        page.context.close()


def begin_now(place: Place, token: str) -> None:
    """The session of this token, as when it had just been begun: one on a shared computer is over soon."""
    moment = now().replace(tzinfo=None).isoformat(" ")
    with closing(sqlite3.connect(place.folder / "data" / "openchair.sqlite3", timeout=20)) as table, table:
        times = "began_at = ?, used_at = ?, confirmed_at = ?"
        table.execute(
            f"UPDATE people_session SET {times} WHERE token_hash = ? AND mode = 'shared'",
            [moment, moment, moment, hashed(token)],
        )


def end_elsewhere(place: Place, page: Page) -> None:
    """The session of this page ends, as when it is ended from another device or is over by itself."""
    mine = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}["oc"]
    with closing(sqlite3.connect(place.folder / "data" / "openchair.sqlite3", timeout=20)) as table, table:
        gone = table.execute("DELETE FROM people_session WHERE token_hash = ?", [hashed(mine)]).rowcount
    assert gone == 1
