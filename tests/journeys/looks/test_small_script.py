"""What each small module of script does for whoever has script; without it the page works all the same."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage


def gallery(page_of: NewPage) -> Page:
    page = page_of("")
    page.goto("/gallery/")
    return page


def test_shift_pressed_three_times_leaves(page_of: NewPage) -> None:
    page = gallery(page_of)
    said = page.locator("leave-site [role=status]")

    page.keyboard.press("Shift")
    expect(said).to_contain_text("twice more")
    page.keyboard.press("Shift")
    expect(said).to_contain_text("once more")
    page.keyboard.press("Shift")

    page.wait_for_url("**/blank/")
    expect(page.get_by_role("heading")).to_have_count(0)


def test_capitals_and_shortcuts_never_leave(page_of: NewPage) -> None:
    page = gallery(page_of)
    page.get_by_label("Your name in this group").first.focus()

    for _ in range(4):
        page.keyboard.press("Shift+A")
        page.keyboard.press("Shift+Tab")

    expect(page.locator("leave-site [role=status]")).to_be_empty()
    assert page.url.endswith("/gallery/")


def test_leaving_keeps_no_way_back_to_the_page(page_of: NewPage) -> None:
    page = page_of("")
    page.goto("/help/")
    page.goto("/gallery/")

    page.get_by_role("button", name="Leave this site").click()
    page.wait_for_url("**/blank/")
    page.go_back()

    assert "/gallery/" not in page.url


def test_leaving_works_without_script(page_of: NewPage) -> None:
    page = page_of("", script=False)
    page.goto("/gallery/")

    page.get_by_role("button", name="Leave this site").click()

    expect(page.get_by_role("heading", name="Every piece")).to_have_count(0)


def test_secret_words_are_shown_and_hidden(page_of: NewPage) -> None:
    page = gallery(page_of)
    secret = page.locator("#id_secret")
    around = page.locator("reveal-password", has=secret)

    around.get_by_role("button", name="Show").click()
    expect(secret).to_have_attribute("type", "text")
    around.get_by_role("button", name="Hide").click()
    expect(secret).to_have_attribute("type", "password")


def test_letters_are_counted_near_the_limit_alone(page_of: NewPage) -> None:
    page = gallery(page_of)
    story = page.locator("#kept_story")
    said = page.locator("text-count", has=story).get_by_role("status")

    expect(said).to_be_empty()
    story.fill("a" * 190)
    expect(said).to_have_text("Letters left: 10")
    story.fill("a" * 203)
    expect(said).to_have_text("Letters too many: 3")


def test_spare_keys_are_saved_under_a_name_that_says_nothing(page_of: NewPage) -> None:
    page = gallery(page_of)

    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()

    assert saved.value.suggested_filename == "notes.txt"
    assert len(saved.value.path().read_text().splitlines()) == 4


def test_the_timer_goes_on_in_words(page_of: NewPage) -> None:
    page = gallery(page_of)
    words = page.locator("turn-timer .timer-words")

    expect(words.nth(0)).to_have_text("About 2 minutes left")
    expect(words.nth(1)).to_have_text("Half a minute left, no rush")
    expect(words.nth(2)).to_have_text("Find your last words when you are ready")
