"""Takes the README's picture anew: `python docs/pictures/take.py ADDRESS` beside a running demo.

The people of the demo sit down in the meeting that is on, in real browsers, and one of them speaks.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WORDS = "copper lantern river twelve garden moss"
SAID = (
    "I am Ben. I nearly did not come tonight.\n"
    "I walked past the shop on the corner, and then I thought of this room. So I kept on walking."
)
DESK: ViewportSize = {"width": 1280, "height": 820}


def main(address: str) -> None:
    """Amara leads, Chidi listens, Ben speaks; the picture is what Amara sees."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages = [browser.new_context(base_url=address, viewport=DESK).new_page() for _ in range(3)]
        amara, ben, chidi = pages
        for page, handle in zip(
            pages, ("amber-heron-1001", "brook-willow-1002", "cedar-robin-1003"), strict=True
        ):
            come_in(page, handle)
        amara.get_by_role("button", name="Say this line").click()
        for page in (ben, chidi):
            page.get_by_role("button", name="Ask to speak").click()
        amara.get_by_role("button", name="Invite", exact=True).first.click()
        ben.get_by_role("textbox").fill(SAID)
        ben.get_by_role("button", name="Send", exact=True).click()
        amara.get_by_text("So I kept on walking").wait_for()
        amara.wait_for_timeout(1000)
        amara.screenshot(path=str(Path(__file__).parent / "room.png"))
        browser.close()


def come_in(page: Page, handle: str) -> None:
    """Sign in and go through the door of the meeting that is on."""
    page.goto("/sign-in/")
    page.get_by_label("Sign-in name").fill(handle)
    page.locator("input[type=password]").fill(WORDS)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/meetings/")
    page.get_by_role("link", name="The chair that is always out").click()
    page.get_by_role("link", name="Go in").click()
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("button", name="Go out").wait_for()


if __name__ == "__main__":
    main(sys.argv[1])
