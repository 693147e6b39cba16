"""Every piece in every state, as a browser draws it: small and wide, light and dark."""

from playwright.sync_api import Page

from tests.journeys.conftest import NewPage, no_barriers


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def too_small(page: Page) -> list[str]:
    """What is pressed and is narrower or lower than a fingertip, with its size."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("button, .button, select, summary, .row-link, .box, .choice")]
            .map((one) => [one.textContent.trim().slice(0, 30), one.getBoundingClientRect()])
            .filter(([, { height, width }]) => height && (height < 43.9 || width < 43.9))
            .map(([name, { height, width }]) => `${name}: ${width} × ${height}`)"""
    )
    return found


def test_the_gallery_fits_and_has_no_barriers(page_of: NewPage) -> None:
    for dark in (False, True):
        for wide in (False, True):
            page = page_of("", dark=dark, wide=wide)
            if not wide:
                page.set_viewport_size({"width": 320, "height": 640})
            page.goto("/gallery/")

            assert page.get_by_role("heading", name="Every piece, in every state").is_visible()
            assert overflow(page) <= 0
            no_barriers(page)


def test_the_gallery_fits_at_twice_the_size_of_text(page_of: NewPage) -> None:
    page = page_of("")
    page.goto("/gallery/")

    page.evaluate("document.documentElement.style.fontSize = '225%'")

    assert overflow(page) <= 0


def test_everything_pressed_is_large_enough(page_of: NewPage) -> None:
    page = page_of("")
    page.goto("/gallery/")

    assert too_small(page) == []
