"""Something happened, two taps from Today: what is said first, what stays, and what stops."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from openchair.companions import asking
from openchair.companions.telling import WORD
from openchair.companions.tests.scene import an_ask, companions
from openchair.days import celebrating, recipients
from openchair.days.recipients import Recipient
from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.notices.models import Notice
from openchair.paths.about import About, Matter
from openchair.paths.models import Entry, Path
from openchair.paths.tests.scene import a_path, a_path_with_a_setback, shown, today
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def happened(person: Person, choice: str = "anew", **told: str) -> tuple[Client, str]:
    """The second tap: the browser, and where it led."""
    browser = client_of(person)
    path = Path.objects.of(person).get().public_id
    answer = browser.post("/moments/", {"path": path, "choice": choice, **told})
    assert answer.status_code == 303
    return browser, answer["Location"]


def test_two_taps_from_today_and_two_hundred_days_stay(cast: Cast) -> None:
    path = a_path(cast.ben)
    assert 'href="/moments/"' in client_of(cast.ben).get("/today/").content.decode()
    browser, where = happened(cast.ben)
    page = text_of(browser.get(where).content)
    assert "200 days kept in all" in page and "A new time has begun" in page
    assert page.index("200 days kept") < page.index("Three lines")
    assert (shown(path).reckoning.number(), shown(path).reckoning.kept) == (0, 200)
    home = text_of(browser.get("/today/").content)
    assert "200 days kept in all" in home and "This time begins today" in home


def test_to_keep_the_run_sets_the_day_apart(cast: Cast) -> None:
    path = a_path(cast.ben)
    yesterday = today(cast.ben) - timedelta(days=1)
    browser, where = happened(cast.ben, "keep", when="yesterday")
    assert "Your run goes on" in text_of(browser.get(where).content)
    assert shown(path).reckoning.setbacks[0].on == yesterday
    assert (shown(path).reckoning.number(), shown(path).reckoning.kept) == (200, 199)


def test_talking_and_not_now_note_nothing(cast: Cast) -> None:
    a_path(cast.ben)
    browser = client_of(cast.ben)
    page = browser.get("/moments/").content.decode()
    assert 'href="/moments/talk/"' in page and 'href="/today/"' in page
    assert "Nothing is noted" in text_of(browser.get("/moments/talk/").content)
    assert Entry.objects.count() == 1


def test_whoever_has_no_path_is_welcome_too(cast: Cast) -> None:
    page = text_of(client_of(cast.ben).get("/moments/").content)
    assert "Thoughts of dying?" in page and "Just talk" in page and "Start a new run" not in page
    assert client_of(cast.ben).post("/moments/", {"choice": "anew"}).status_code == 422


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"when": "other"}, "Choose the day, or choose today"),
        ({"when": "other", "on": "2026-02-31"}, "a date that is in the calendar"),
        ({"when": "other", "on": "2999-01-01"}, "has not come yet"),
        ({"when": "other", "on": "0001-01-01"}, "before the path began"),
        ({"path": "abcdefgh23456789"}, "Choose one of your paths"),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_its_field(cast: Cast, told: dict[str, str], words: str) -> None:
    path = a_path(cast.ben)
    answer = client_of(cast.ben).post("/moments/", {"path": path.public_id, "choice": "keep", **told})
    assert answer.status_code == 422 and words in text_of(answer.content)
    assert Entry.objects.count() == 1


def test_the_same_press_twice_is_one(cast: Cast) -> None:
    a_path(cast.ben)
    again = public_id()
    first, second = (happened(cast.ben, "anew", submit_id=again)[1] for _time in range(2))
    assert first == second and Entry.objects.count() == 3


def test_three_lines_are_kept_for_oneself(cast: Cast) -> None:
    path = a_path(cast.ben)
    browser, where = happened(cast.ben)
    answer = browser.post(where, {"going_on": "A long day", "helped": "", "next_day": "Sleep"})
    assert answer["Location"] == "/today/"
    assert shown(path).reckoning.setbacks[0].lines == ("A long day", "", "Sleep")
    assert "A long day" in browser.get(where).content.decode()
    too_long = browser.post(where, {"going_on": "x" * 601})
    assert too_long.status_code == 422 and "x" * 601 in too_long.content.decode()


def test_whoever_walks_beside_one_is_a_tap_away_and_is_told_nothing(cast: Cast) -> None:
    a_path(cast.ben)
    browser, where = happened(cast.ben)
    asked = an_ask(cast.harbour, cast.amara, cast.ben)
    for address in (where, "/moments/talk/"):
        assert reverse("companion", args=[asked.public_id]) not in browser.get(address).content.decode()
    beside = companions(cast.harbour, cast.ben, cast.chidi, called="wise owl")
    there = reverse("companion", args=[beside.public_id])
    for address in (where, "/moments/talk/"):
        page = browser.get(address).content.decode()
        assert page.count(f'href="{there}"') == 1 and "Chidi wise owl Harbour" in text_of(page.encode())
    assert browser.get(there).status_code == 200
    assert not Notice.objects.filter(person=cast.chidi, kind=WORD).exists()
    asking.end(companionship=beside, by=cast.ben)
    assert there not in browser.get(where).content.decode()


def test_nobody_is_told_unless_somebody_is_chosen(cast: Cast) -> None:
    a_path(cast.ben)
    told: list[Entry] = []
    browser, where = happened(cast.ben)
    assert "Nobody, unless you tick somebody." in text_of(browser.get(where).content)
    maker = recipients.register(lambda _person: [Recipient("oak", "Oak, your companion", told.append)])
    try:
        page = browser.get(where).content.decode()
        assert "Oak, your companion" in page
        assert 'name="tell" autocomplete="off" value="oak">' in page
        browser.post(where, {"helped": "A walk"})
        assert told == []
        browser.post(where, {"tell": "oak"})
        assert [one.path.person for one in told] == [cast.ben]
        assert browser.post(where, {"tell": "everybody"}).status_code == 422
    finally:
        recipients.forget(maker)


def test_whoever_is_in_no_group_reads_that_nobody_is_told(cast: Cast) -> None:
    a_path(cast.dana)
    browser, where = happened(cast.dana)
    page = text_of(browser.get(where).content)
    assert "Nobody is told. Only you see this." in page and "Who should know?" not in page


def test_congratulations_stop_at_once_and_stay_away_for_three_days(cast: Cast) -> None:
    path = a_path(cast.ben, days=90)
    dropped: list[Path] = []
    drop = celebrating.register(dropped.append)
    browser = client_of(cast.ben)
    assert "90 days today. There is a chip for you." in text_of(browser.get("/today/").content)
    try:
        happened(cast.ben, "keep")
    finally:
        celebrating.forget(drop)
    assert dropped == [path]
    assert "There is a chip" not in text_of(browser.get("/today/").content)
    assert "A chip for 90 days" in browser.get(reverse("path-chips", args=[path.public_id])).content.decode()


def test_a_milestone_of_a_new_run_is_noticed_as_it_was_promised(cast: Cast) -> None:
    path = a_path(cast.ben)
    happened(cast.ben)
    with time_machine.travel(now() + timedelta(days=29)):
        assert "Next milestone: 30 days" in text_of(client_of(cast.ben).get("/today/").content)
    with time_machine.travel(now() + timedelta(days=30, minutes=1)):
        browser = client_of(cast.ben)
        home = browser.get("/today/")
        assert "30 days today. There is a chip for you." in text_of(home.content)
        chip = re.search(rf'href="(/paths/{path.public_id}/chips/[^"]+)"', home.content.decode())
        assert chip is not None and browser.get(chip[1]).status_code == 200


@pytest.mark.parametrize(
    ("hours", "words"),
    [(23, ""), (25, "A day has passed"), (49, "Two days"), (73, "Three days since"), (97, "")],
)
def test_how_it_is_is_asked_gently_and_never_after(cast: Cast, hours: int, words: str) -> None:
    a_path(cast.ben)
    browser, where = happened(cast.ben)
    with time_machine.travel(now() + timedelta(hours=hours)):
        page = text_of(browser.get("/today/").content)
        assert ("A quiet question" in page) == bool(words) and words in page
        browser.post(f"{where}quiet/")
        assert "A quiet question" not in text_of(browser.get("/today/").content)


def test_what_was_taken_back_is_asked_about_no_more(cast: Cast) -> None:
    path = a_path(cast.ben)
    browser, where = happened(cast.ben)
    entry = where.split("/")[2]
    browser.post(reverse("path-entry-undo", args=[path.public_id, entry]))
    assert browser.get(where).status_code == 404
    with time_machine.travel(now() + timedelta(hours=25)):
        home = text_of(browser.get("/today/").content)
    # An hour before midnight, twenty-five hours later is the day after tomorrow.
    assert "A quiet question" not in home and re.search("20[12] days kept in all", home)


def test_a_moment_is_its_owner_s_alone(cast: Cast) -> None:
    _path, entry = a_path_with_a_setback(cast.ben)
    where = reverse("moment", args=[entry.public_id])
    assert client_of(cast.ben).get(where).status_code == 200
    for other in (cast.amara, cast.chidi):
        assert client_of(other).get(where).status_code == 404
    assert Client().get(where).status_code == 303


@pytest.mark.requirement("S15")
def test_no_address_and_no_title_says_what_happened(cast: Cast) -> None:
    a_path(cast.ben)
    browser, where = happened(cast.ben)
    for address in ("/moments/", "/moments/talk/", where):
        page = browser.get(address).content.decode()
        assert page.split("<title>")[1].split("</title>")[0] == "Moment"
        assert "etback" not in address and "happen" not in address


def test_roles_in_groups_are_left_alone(cast: Cast) -> None:
    a_path(cast.amara)
    happened(cast.amara)
    assert cast.harbour.memberships.get(person=cast.amara).is_host


@pytest.mark.parametrize(
    ("matter", "first", "never"),
    [
        (Matter.OPIOIDS, "Hard to wake", "Shaking"),
        (Matter.ALCOHOL, "take much less than before", "Hard to wake"),
        (Matter.SEDATIVES, "Hard to wake", "safe where you are"),
        (Matter.DOING, "Thoughts of dying?", "take much less"),
    ],
)
def test_what_is_dangerous_is_said_first_by_what_it_is_about(
    cast: Cast, matter: Matter, first: str, never: str
) -> None:
    a_path(cast.ben, about=About("This", matter=matter))
    page = text_of(client_of(cast.ben).get("/moments/").content)
    assert page.index(first) < page.index("Start a new run")
    assert never not in page and "Thoughts of dying?" in page


def test_beside_somebody_it_is_about_oneself(cast: Cast) -> None:
    a_path(cast.ben, about=About("My own evenings", kind="family"))
    page = text_of(client_of(cast.ben).get("/moments/").content)
    assert "Are you safe where you are?" in page and "the body can take" not in page
