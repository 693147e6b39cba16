"""Real browsers, each with its own person in it. Any error a page reports makes the journey fail."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.journeys.place import Place

CHROMIUM = os.environ.get("OPENCHAIR_CHROMIUM") or "/usr/bin/chromium"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
# Chromium logs a line of its own for a page that answers 401, 404, 409 or 422; we want the page itself.
# The others are what it says when a journey itself cuts the line or kills the server.
EXPECTED = (
    *("status of 401", "status of 422", "status of 409", "status of 404", "status of 410"),
    *(
        "ERR_INCOMPLETE_CHUNKED_ENCODING",
        "ERR_CONNECTION_REFUSED",
        "ERR_CONNECTION_RESET",
        "ERR_INTERNET_DISCONNECTED",
        "support the Push API in incognito mode",  # which every context of a journey is
    ),
)
PATIENCE = 10_000  # milliseconds
PHONE: ViewportSize = {"width": 360, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
NewPage = Callable[..., Page]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest journeys begin first: at the end nobody waits for one that began late."""
    items.sort(key=lambda one: one.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of every browser here: one thread can run only one."""
    expect.set_options(timeout=PATIENCE)  # several browsers share this machine
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all journeys."""
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(params=[""], ids=["one process"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A place with the cast and a meeting that is on now; `with_and_without_redis` gives two."""
    here = Place(tmp_path / "place", {"OPENCHAIR_REDIS": request.param})
    here.prepare()
    here.start()
    yield here
    here.stop()


@pytest.fixture
def page_of(browser: Browser, place: Place) -> Iterator[NewPage]:
    """`page_of("ben", script=False)`: a phone of their own; `page_of("")` is somebody without an account."""
    troubles: list[str] = []
    contexts = []

    def open_page(name: str, *, script: bool = True, dark: bool = False, wide: bool = False) -> Page:
        context = browser.new_context(
            base_url=place.origin,
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            viewport=DESK if wide else PHONE,
        )
        contexts.append(context)
        if name:
            token = place.told["sessions"][name]
            context.add_cookies([{"name": "oc", "value": token, "url": place.origin}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: _note(troubles, message))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: _note_host(troubles, request.url, place.origin))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


REDIS = os.environ.get("OPENCHAIR_TEST_REDIS") or "redis://127.0.0.1:6379/9"
with_and_without_redis = pytest.mark.parametrize("place", ["", REDIS], ids=["memory", "redis"], indirect=True)


def sent(page: Page, button: str) -> None:
    """Press it, and wait for the page it leads to: somebody else looks at what it did next."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


AXE = Axe(
    f"void (window.axe || (() => {{ {AXE_SCRIPT} }})())"
)  # a page reads it once, however often it is asked


def no_barriers(page: Page, only: list[str] | None = None) -> None:
    """axe finds nothing on this page once it is here, by all its rules or by these alone."""
    page.wait_for_load_state()
    found = AXE.run(page, options={"runOnly": only} if only else None)
    assert found.violations_count == 0, found.generate_report()


def _note(troubles: list[str], message: ConsoleMessage) -> None:
    if message.type in {"error", "warning"} and not any(part in message.text for part in EXPECTED):
        troubles.append(message.text)


def _note_host(troubles: list[str], url: str, origin: str) -> None:
    if not url.startswith((origin, "data:", "blob:")):
        troubles.append(f"a request to another host: {url}")
