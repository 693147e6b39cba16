"""The check-in as people meet it: on Today, in one page, and what comes after saving."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from openchair.checkins.models import CheckIn
from openchair.checkins.tests.days import MORNING, TODAY, send, told_on
from openchair.checkins.told import Told
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Client:
    return client_of(cast.ben)


def said(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return text_of(answer.content)


@time_machine.travel(MORNING, tick=False)
def test_today_asks_how_one_is_and_says_when_it_is_done(cast: Cast, ben: Client) -> None:
    assert "How are you right now?" in said(ben, "/today/")
    answer = ben.post(reverse("check-in"), {"day": str(TODAY), "mood": "4"})
    assert answer["Location"] == reverse("check-in-day", args=[str(TODAY)])
    page = said(ben, "/today/")
    assert "You checked in at 08:10." in page and "How are you right now?" not in page


@time_machine.travel(MORNING, tick=False)
def test_everything_is_kept_and_thanked_for(cast: Cast, ben: Client) -> None:
    whole: dict[str, object] = {
        "craving": "0",
        "halt": ["tired", "lonely"],
        "plan": "kept",
        "talked": "yes",
        "evening": "2",
    }
    send(ben, mood="5", intention="Walk", note="Ben was here", **whole)
    kept = Told(5, 0, ("tired", "lonely"), "kept", True, 2, "Walk", "Ben was here", "08:10")
    assert told_on(cast.ben) == kept
    page = said(ben, reverse("check-in-day", args=[str(TODAY)]))
    for words in (
        "Saved. Thank you for looking.",
        "very good",
        "0 of 10",
        "lonely, tired",
        "Only you see this",
    ):
        assert words in page


@time_machine.travel(MORNING, tick=False)
def test_the_card_of_another_tab_changes_the_mood_and_leaves_the_rest(cast: Cast, ben: Client) -> None:
    send(ben, mood="2", note="Kept", talked="no", halt=["angry"])
    ben.post(reverse("check-in"), {"day": str(TODAY), "mood": "4"})
    assert told_on(cast.ben) == Told(4, halt=("angry",), talked=False, note="Kept", at="08:10")


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"mood": ""}, "Choose the word that comes closest."),
        ({"mood": "9"}, "Choose one of the answers"),
        ({"craving": "11"}, "Choose one of the answers"),
        ({"halt": ["bored"]}, "Choose one of the answers"),
        ({"intention": "x" * 121}, "Please keep it to 120 letters"),
        ({"note": "y" * 2001}, "Please keep it to 2000 letters"),
        ({"day": str(TODAY + timedelta(days=1))}, "That day has not begun where you are"),
        ({"day": str(TODAY - timedelta(days=31))}, "more than a month ago"),
        ({"day": "0001-01-01"}, "more than a month ago"),
        ({"day": "tomorrow"}, "did not say which day"),
    ],
)
def test_what_cannot_be_kept_is_told_and_what_was_typed_stays(
    ben: Client, typed: dict[str, object], words: str
) -> None:
    answer = send(ben, **{"note": "These words stay", **typed})
    page = answer.content.decode()
    assert answer.status_code == 422 and words in text_of(answer.content)
    assert str(typed.get("note", "These words stay")) in page and not CheckIn.objects.exists()
    assert "day" not in typed or f'name="day" value="{TODAY}"' in page


@pytest.mark.parametrize(("late", "on"), [(timedelta(hours=20), TODAY), (timedelta(days=5), TODAY)])
def test_a_late_one_counts_for_the_day_it_was_written_for(
    cast: Cast, ben: Client, late: timedelta, on: object
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        clock.shift(late)
        answer = send(ben, note="From the train")
        assert answer["Location"] == reverse("check-in-day", args=[str(on)])
        assert told_on(cast.ben, TODAY) is not None and CheckIn.objects.count() == 1
        assert "Thank you for looking" in said(ben, answer["Location"])


@time_machine.travel(MORNING, tick=False)
def test_yesterday_can_be_written_and_what_was_told_is_there_to_be_changed(cast: Cast, ben: Client) -> None:
    send(ben, day=YESTERDAY, mood="1", note="Rain")
    page = ben.get(reverse("check-in"), {"for": str(YESTERDAY)}).text
    assert "Yesterday" in page and "Rain" in page and f'value="{YESTERDAY}"' in page
    assert not stands("Rain", ben.get(reverse("check-in"), {"for": "2031-01-01"}).text)


@time_machine.travel("2026-03-14T23:30:00Z", tick=False)
def test_it_is_the_day_of_their_home_whatever_the_browser_says(cast: Cast, ben: Client) -> None:
    cast.ben.zone = "Asia/Tokyo"
    cast.ben.save()
    ben.cookies["zone"] = "America/New_York"
    assert f'value="{TODAY + timedelta(days=1)}"' in ben.get("/today/").text
    send(ben, day=TODAY + timedelta(days=1))
    assert told_on(cast.ben, TODAY + timedelta(days=1)) == Told(3, at="08:30")


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"craving": "8", "halt": ["tired"]}, "Most cravings pass"),
        ({"mood": "1"}, "Someone can listen now"),
        ({"halt": ["lonely", "tired"]}, "sit with others"),
        ({"halt": ["hungry", "tired"]}, "Something to eat"),
        ({"halt": ["tired"]}, "Rest counts"),
        ({"halt": ["angry"]}, "A few minutes outside"),
    ],
)
def test_one_suggestion_at_most(ben: Client, typed: dict[str, object], words: str) -> None:
    page = ben.post(reverse("check-in"), {"whole": "1", "day": str(TODAY), "mood": "3", **typed}, follow=True)
    assert words in page.text and page.text.count('class="card') == 1
    send(ben, mood="4")
    assert 'class="card' not in ben.get(reverse("check-in-day", args=[str(TODAY)])).text


@time_machine.travel(MORNING, tick=False)
def test_nobody_finds_the_day_of_another(cast: Cast, ben: Client) -> None:
    send(ben, note="Mine alone")
    here = reverse("check-in-day", args=[str(TODAY)])
    assert "Mine alone" in ben.get(here).text
    assert client_of(cast.amara).get(here).status_code == 404
    client_of(cast.amara).post(reverse("check-in-removal", args=[str(TODAY)]))
    assert told_on(cast.ben) is not None
