"""Ben shares something without script, Chidi answers and Amara is told; no page is in anybody's way."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import NewPage, no_barriers, sent
from tests.journeys.place import Place
from tests.journeys.unseen.conftest import end_elsewhere

pytestmark = pytest.mark.journey
SAID = "the ferry was late and I walked home"


def shares_of(place: Place) -> str:
    """Where Harbour's shares stand."""
    return f"/groups/{place.told['group']}/shares/"


def share(page: Page, place: Place) -> None:
    """Write, look it over, share it."""
    page.goto(shares_of(place))
    page.get_by_role("link", name="Share something").click()
    no_barriers(page)
    page.get_by_label("What would you like to say?").fill(SAID)
    page.get_by_label("A victory").check()
    page.get_by_label("Your experience").check()
    page.get_by_role("button", name="Look it over").click()
    expect(page.get_by_role("heading", name="Look it over")).to_be_visible()
    no_barriers(page)
    page.get_by_role("button", name="Share it").click()
    expect(page.get_by_text("You can change it or take it back at any time.")).to_be_visible()


def test_a_share_travels_from_ben_to_chidi_and_back(place: Place, page_of: NewPage) -> None:
    ben, chidi, amara = page_of("ben"), page_of("chidi", dark=True), page_of("amara")
    amara.goto(shares_of(place))
    share(ben, place)
    amara.get_by_role("link", name="Somebody shared something. Show it").click()
    expect(amara.get_by_text(SAID)).to_be_visible()
    chidi.goto("/today/")
    chidi.get_by_role("link", name="Ben").click()
    no_barriers(chidi)
    chidi.get_by_role("button", name="Proud of you").click()
    expect(chidi.get_by_role("button", name="Proud of you")).to_have_attribute("aria-pressed", "true")
    chidi.get_by_label("Your own experience").fill("I know that quay")
    chidi.get_by_role("button", name="Reply").click()
    expect(chidi.get_by_text("I know that quay")).to_be_visible()
    ben.get_by_role("link", name="There is a new reply. Show it").click()
    ben.reload()
    expect(ben.get_by_text("I know that quay")).to_be_visible()
    expect(ben.get_by_text("Proud of you")).to_be_visible()
    no_barriers(ben)
    ben.get_by_role("button", name="Take it back").first.click()
    ben.get_by_role("button", name="Undo").click()
    expect(ben.get_by_text("It is back, as it was.")).to_be_visible()


def test_it_works_without_script_and_two_taps_tell_the_hosts(place: Place, page_of: NewPage) -> None:
    ben, chidi = page_of("ben", script=False), page_of("chidi", script=False)
    ben.goto(shares_of(place) + "new/")
    ben.get_by_label("What would you like to say?").fill(SAID)
    ben.get_by_label("A victory").check()
    ben.get_by_role("button", name="Look it over").click()
    ben.get_by_role("button", name="Share it").click()
    chidi.goto(shares_of(place))
    chidi.get_by_role("button", name="With you").click()
    expect(chidi.get_by_role("button", name="With you")).to_have_attribute("aria-pressed", "true")
    chidi.get_by_role("link", name="About what Ben shared").click()
    chidi.get_by_role("button", name="Unkind or attacking").click()
    expect(chidi.get_by_text("Thank you for telling them.")).to_be_visible()
    chidi.goto(shares_of(place))
    expect(chidi.get_by_text(SAID)).to_have_count(0)
    about = page_of("chidi")
    about.goto(shares_of(place))
    no_barriers(about)


def test_words_stay_on_the_page_of_whoever_was_signed_out_meanwhile(place: Place, page_of: NewPage) -> None:
    ben = page_of("ben")
    ben.goto(f"{shares_of(place)}new/")
    words = ben.get_by_label("What would you like to say?")
    words.fill(SAID)
    end_elsewhere(place, ben)
    ben.get_by_role("button", name="Look it over").click()
    expect(ben.get_by_text("You are signed out here, and nothing was sent.")).to_be_visible()
    expect(words).to_have_value(SAID)
    no_barriers(ben)


def test_the_pages_around_shares_say_what_they_are_and_have_no_barriers(
    place: Place, page_of: NewPage
) -> None:
    share(page_of("ben"), place)
    amara = page_of("amara", wide=True)
    amara.goto(shares_of(place))
    expect(amara.get_by_text(SAID)).to_be_visible()
    no_barriers(amara)
    amara.get_by_role("link", name="About what Ben shared").click()
    expect(amara.get_by_role("heading", name="About these words")).to_be_visible()
    no_barriers(amara)
    for where, heading in (
        (f"{shares_of(place)}norms/", "How we share"),
        ("/me/shares/", "What I do not want to see"),
        (f"{shares_of(place)}taken-back/", "What you took back"),
    ):
        amara.goto(where)
        expect(amara.get_by_role("heading", name=heading)).to_be_visible()
        no_barriers(amara)


def share_without_a_name(page: Page, place: Place) -> None:
    """Where hosts settled that they are shown none either."""
    page.goto(shares_of(place) + "new/")
    page.get_by_label("What would you like to say?").fill("She lives behind the mill.")
    page.get_by_label("A challenge").check()
    page.get_by_label("Without a name, for hosts too").check()
    page.get_by_role("button", name="Look it over").click()
    sent(page, "Share it")


def ask_to_rest(page: Page, place: Place) -> None:
    """From a report of one's own."""
    page.goto(shares_of(place))
    page.get_by_role("link", name="About what").click()
    sent(page, "Something else")
    page.goto(f"/groups/{place.told['group']}/reports/")
    page.get_by_role("link", name="Something else").click()
    page.get_by_role("link", name="Ask whoever wrote it to rest").click()
    no_barriers(page)
    page.get_by_label("A line to whoever wrote it").fill("Please leave out where people live.")
    sent(page, "Ask them to rest")


def test_whoever_wrote_without_a_name_is_asked_to_rest_and_stays_without_one(
    place: Place, page_of: NewPage
) -> None:
    amara, ben = page_of("amara", dark=True), page_of("ben")
    amara.goto(shares_of(place) + "norms/")
    amara.get_by_label("Yes, for hosts too if the writer likes").check()
    amara.get_by_role("button", name="Keep").first.click()
    share_without_a_name(ben, place)
    ask_to_rest(amara, place)
    expect(amara.get_by_text("You are not told who it is.")).to_be_visible()
    expect(amara.get_by_text("Ben", exact=True)).to_have_count(0)
    ben.goto("/today/")
    ben.get_by_role("link", name="A host of Harbour wrote to you.").click()
    expect(ben.get_by_text("Please leave out where people live.")).to_be_visible()
    no_barriers(ben)
    ben.goto(shares_of(place) + "new/")
    expect(ben.get_by_label("Without a name, for hosts too")).to_have_count(0)


def test_what_was_being_written_when_the_page_went_is_there_again(place: Place, page_of: NewPage) -> None:
    ben = page_of("ben")
    ben.goto(shares_of(place) + "new/")
    words = ben.get_by_label("What would you like to say?")
    words.press_sequentially(SAID)
    expect(ben.get_by_role("status").filter(has_text="Kept as a draft")).to_be_visible()
    no_barriers(ben)
    with ben.expect_response("**/shares/new/") as kept:
        words.press_sequentially(" in the rain")
    assert kept.value.status == 204
    ben.goto("/today/")
    ben.goto(shares_of(place) + "new/")
    expect(words).to_have_value(f"{SAID} in the rain")
    expect(ben.get_by_label("A victory")).not_to_be_checked()
    ben.get_by_role("button", name="Look it over").click()
    expect(ben.get_by_text("Please choose one of these.").first).to_be_visible()
    expect(words).to_have_value(f"{SAID} in the rain")


def test_a_draft_that_is_thrown_away_while_one_types_stays_away(place: Place, page_of: NewPage) -> None:
    ben = page_of("ben")
    ben.goto(shares_of(place) + "new/")
    words = ben.get_by_label("What would you like to say?")
    words.fill(SAID)
    sent(ben, "Keep it for later")
    ben.goto(shares_of(place) + "new/")
    words.press_sequentially(" in the rain")
    ben.get_by_role("button", name="Throw the draft away").click()
    expect(ben.get_by_text("The draft is gone.")).to_be_visible()
    ben.wait_for_timeout(2500)
    ben.goto(shares_of(place) + "new/")
    expect(words).to_have_value("")


def test_a_reply_on_which_one_types_while_the_line_is_slow_is_sent_once(
    place: Place, page_of: NewPage
) -> None:
    ben, chidi = page_of("ben"), page_of("chidi")
    share(ben, place)
    chidi.goto("/today/")
    chidi.get_by_role("link", name="Ben").click()
    sendings: list[Route] = []

    def first_waits(route: Route) -> None:
        sendings.append(route)
        if len(sendings) > 1:
            route.continue_()

    chidi.route("**/replies/", first_waits)
    field = chidi.get_by_label("Your own experience")
    field.fill("I know that quay")
    chidi.get_by_role("button", name="Reply").click()
    field.press_sequentially(", and how")
    expect(field).to_have_value("I know that quay, and how")
    sendings[0].continue_()
    expect(field).to_have_value("")
    expect(chidi.get_by_text("I know that quay")).to_have_count(1)
