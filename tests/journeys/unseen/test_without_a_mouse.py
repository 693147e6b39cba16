"""Every private page with something on it: what can be pressed is reached by Tab, and axe finds nothing."""

import pytest
from playwright.sync_api import Page

from tests.journeys.looks.test_every_page import SMALLEST, faults
from tests.journeys.unseen.conftest import NewVisit

pytestmark = [pytest.mark.journey, pytest.mark.long]

# What can be pressed and is seen, but for the name that a keeper of passwords alone reads; of radio buttons
# with one name one is enough, as Tab comes to one of them.
TO_REACH = """() => {
  const seen = (one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled;
  const kinds = "a[href], button, input:not(.visually-hidden[readonly]), select, textarea, summary";
  const all = [...document.querySelectorAll(kinds)].filter(seen);
  window.reached = new Set();
  const of = (one) => one.type === "radio" ? `${one.form?.action} ${one.name}` : one;
  document.addEventListener("focusin", (event) => window.reached.add(of(event.target)), true);
  const said = (one) => one.outerHTML.slice(0, 120);
  window.missing = () => all.filter((one) => !window.reached.has(of(one))).map(said);
  return all.length;
}"""


def left_out(page: Page) -> list[str]:
    """What Tab does not come to, once around the page; a field for a date or a time takes it thrice."""
    fields = page.locator("input[type=date], input[type=time]").count()
    for _step in range(page.evaluate(TO_REACH) + 3 * fields + 3):
        page.keyboard.press("Tab")
    missing: list[str] = page.evaluate("window.missing()")
    return missing


@pytest.mark.requirement("S90")
def test_whatever_can_be_pressed_is_reached_by_tab(visit: NewVisit, private_pages: list[str]) -> None:
    page = visit()
    still = [
        path for path in private_pages if not path.startswith("/rooms/")
    ]  # a room has journeys of its own
    assert len(still) > 100
    for path in still:
        page.goto(path)
        assert left_out(page) == [], path


@pytest.mark.requirement("S90")
@pytest.mark.parametrize("half", [0, 1])
def test_on_the_smallest_phone_no_private_page_is_cut_off_too_small_or_a_barrier(
    visit: NewVisit, private_pages: list[str], half: int
) -> None:
    page = visit()
    page.set_viewport_size(SMALLEST)
    page.emulate_media(reduced_motion="reduce")  # colours change at once, not through ones in between
    found: list[str] = []
    for path in private_pages[half::2]:
        answer = page.goto(path)
        assert answer and answer.status == 200, path
        found += faults(page, path)
    assert found == [], "\n".join(found)
