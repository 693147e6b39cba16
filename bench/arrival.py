"""How soon somebody sees that another shared something: `python bench/arrival.py`.

A place as it is started, and two real browsers in one group. Ben presses "Share it", and on Amara's list of
shares comes the line that says so. Milliseconds from the press to the line, by the one clock of this machine,
so that the whole of posting is in it. The same for a reply, on the page of a share. Needs Chromium, at
OPENCHAIR_CHROMIUM if it is not where Debian puts it.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.place import Place

TIMES = 15
TARGET = 300  # ms
OPENS = 700  # ms, in which a stream has opened
PATIENCE = 500  # looks, 20 ms apart
# When the line came, noted by the page itself: asking for it from outside takes longer than it does.
WATCH = """(target) => {
  window.cameAt = 0;
  const watch = new MutationObserver(() => {
    if (!window.cameAt && document.getElementById(target)?.textContent.trim()) window.cameAt = Date.now();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}"""
PRESS = """(label) => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === label);
  sessionStorage.setItem("pressedAt", Date.now());
  button.click();
}"""


def main() -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        place = Place(Path(folder) / "place", {"OPENCHAIR_REDIS": os.environ.get("OPENCHAIR_REDIS", "")})
        place.prepare()
        place.start()
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            ben, amara = (somebody(chromium, place, name) for name in ("ben", "amara"))
            shares = [shared(ben, amara, place, number) for number in range(TIMES)]
            replies = [replied(ben, amara, place, number) for number in range(TIMES)]
        finally:
            chromium.close()
            place.stop()
    print(f"{'from pressing to seeing, ms':28}{'median':>8}{'worst':>8}    (at most {TARGET})")
    for name, found in (("a share", shares), ("a reply", replies)):
        print(f"{name:28}{median(found):8.0f}{max(found):8.0f}")


def somebody(chromium: Browser, place: Place, name: str) -> Page:
    """Signed in, in a browser of their own."""
    context = chromium.new_context(base_url=place.origin)
    context.add_cookies([{"name": "oc", "value": place.told["sessions"][name], "url": place.origin}])
    return context.new_page()


def shared(ben: Page, amara: Page, place: Place, number: int) -> float:
    """Ben shares; Amara looks at the list."""
    group = f"/groups/{place.told['group']}/shares/"
    ben.goto(f"{group}new/")
    ben.get_by_label("What would you like to say?").fill(f"The kettle was on for the {number + 2}nd time.")
    ben.get_by_label("A victory").check()
    ben.get_by_role("button", name="Look it over").click()
    ben.get_by_role("button", name="Share it").wait_for()
    return between(ben, amara, group, "arrived", "Share it")


def replied(ben: Page, amara: Page, place: Place, number: int) -> float:
    """Ben replies below a share of Amara's, which she looks at."""
    group = f"/groups/{place.told['group']}/shares/"
    if not number:
        amara.goto(f"{group}new/")
        amara.get_by_label("What would you like to say?").fill("Which tea do you drink at night?")
        amara.get_by_label("A question").check()
        amara.get_by_label("Your experience").check()
        amara.get_by_role("button", name="Look it over").click()
        amara.get_by_role("button", name="Share it").click()
    ben.goto(group)
    ben.get_by_role("link", name="Reply").or_(ben.get_by_role("link", name="Read the replies")).first.click()
    ben.get_by_label("Your own experience").fill(f"Mint, {number + 2} spoons of it, in a pot.")
    where = ben.url.partition("#")[0].partition("?")[0]
    return between(ben, amara, where, f"arrived-{where.rstrip('/').rpartition('/')[2]}", "Reply")


def between(ben: Page, amara: Page, where: str, target: str, label: str) -> float:
    """Milliseconds from Ben's press to the line on Amara's page."""
    amara.goto(where)
    amara.wait_for_timeout(OPENS)
    amara.evaluate(WATCH, target)
    with ben.expect_navigation():
        ben.evaluate(PRESS, label)
    came = 0.0
    for _turn in range(PATIENCE):
        if came := float(amara.evaluate("window.cameAt")):
            break
        amara.wait_for_timeout(20)
    else:
        raise AssertionError("it never came")
    return came - float(ben.evaluate("sessionStorage.getItem('pressedAt')"))


if __name__ == "__main__":
    main()
