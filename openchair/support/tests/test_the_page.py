"""The help page: for everyone, in the right order, small, and there when all else has fallen."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from openchair.support import offers

pytestmark = pytest.mark.django_db
FIFTEEN_KILOBYTES = 15 * 1024
APPS = Path(__file__).resolve().parents[2]


def words(html: str) -> str:
    body = re.sub(r"(?s)^.*<main", "<main", html)
    return re.sub(r"\s+", " ", re.sub(r"(?s)<[^>]*>", " ", body))


def page(client: Client, path: str = "/help/?country=GB") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_danger_comes_first_then_stopping_then_people_then_waiting(client: Client) -> None:
    told = words(page(client))
    order = ["In danger", "Call 999", "Stopping suddenly can kill", "Talk to a person now", "Samaritans"]
    order += ["Just get through ten minutes", "Wanting to die?", "If nobody answers"]
    places = [told.index(part) for part in order]
    assert places == sorted(places)


def test_nothing_is_said_about_waiting_before_the_red_flags(client: Client) -> None:
    told = words(page(client))
    assert "ten minutes" not in told[: told.index("seizure")]


@pytest.mark.requirement("S01")
def test_it_asks_for_no_cookie_and_keeps_no_trace_of_the_visit_in_one(client: Client) -> None:
    answer = client.get("/help/?country=GB")
    assert answer.status_code == 200
    kept = {name for name, cookie in answer.cookies.items() if cookie.value}
    assert kept <= {settings.CSRF_COOKIE_NAME}, "only what our own forms need"


@pytest.mark.requirement("S01")
def test_it_stands_when_the_database_is_away(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_place RENAME TO people_place_away")
        cursor.execute("ALTER TABLE people_session RENAME TO people_session_away")
    client.cookies[settings.SESSION_COOKIE_NAME] = "a-token-of-somebody-who-was-signed-in"
    assert "Call 999" in page(client)
    assert "Call 999" in page(client, "/help/first-aid/?country=GB")


def test_a_line_nobody_checked_says_so(client: Client) -> None:
    told = words(page(client))
    assert told.count("Not yet checked by this place") == 2
    assert "Day and night" in told


def test_unknown_hours_are_never_day_and_night(client: Client) -> None:
    told = words(page(client, "/help/?country=KE"))
    assert "Hours not stated" in told
    assert "Day and night" not in told


def test_without_a_country_it_gives_no_number_at_all(client: Client) -> None:
    html = page(client, "/help/")
    assert "tel:" not in html
    assert "Call your local emergency number." in html
    assert "Choose your country" in html


def test_the_browsers_language_never_chooses_the_country(client: Client) -> None:
    html = client.get("/help/", headers={"accept-language": "en-US"}).content.decode()
    assert "911" not in html


def test_a_country_of_nowhere_is_not_shown(client: Client) -> None:
    assert "tel:" not in page(client, "/help/?country=%3Cb%3E")


def test_the_country_is_remembered_only_when_asked(client: Client) -> None:
    page(client)
    assert "country" not in client.cookies
    client.post("/help/country/", {"country": "gb"})
    assert client.cookies["country"].value == "GB"
    assert "Call 999" in page(client, "/help/")
    client.post("/help/country/")
    assert client.cookies["country"].value == ""


def test_remembering_needs_our_own_form() -> None:
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post("/help/country/", {"country": "US"}).status_code == 403


def test_a_meeting_that_is_on_now_is_offered(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "A meeting that is on now" not in page(client)
    meeting = offers.Offer("Open meeting", "until 21:00", "/m/1/")
    monkeypatch.setattr(offers, "_sources", [lambda _request: [meeting]])
    html = page(client)
    assert "A meeting that is on now" in html and 'href="/m/1/"' in html


def test_the_first_screen_has_at_most_sixty_words(client: Client) -> None:
    told = words(page(client))
    top_line = 7  # Open Chair, Help now, Leave this site
    assert len(told[: told.index("These need an ambulance")].split()) + top_line <= 60


@pytest.mark.requirement("S01")
@pytest.mark.parametrize("path", ["/help/?country=NZ", "/help/?country=FI", "/help/first-aid/?country=US"])
def test_page_style_and_script_together_fit_in_fifteen_kilobytes(client: Client, path: str) -> None:
    html = page(client, path)
    names = re.findall(r'<(?:link rel="stylesheet"|script)[^>]+(?:href|src)="/static/([^"?]+)', html)
    assert {Path(name).suffix for name in names} == {".css", ".js"}
    sizes = [len(gzip.compress(part, 9)) for part in (html.encode(), *map(static_file, names))]
    assert sum(sizes) <= FIFTEEN_KILOBYTES, dict(zip(["html", *names], sizes, strict=True))


def static_file(name: str) -> bytes:
    """The file as it is in its app; a hash in its name is left out."""
    plain = re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", name)
    return next(APPS.glob(f"*/static/{plain}")).read_bytes()


def test_overdose_says_call_first_and_never_names_a_dose(client: Client) -> None:
    told = words(page(client, "/help/first-aid/?country=US"))
    assert told.index("Call 911") < told.index("Naloxone")
    assert not re.search(r"\d\s*(mg|ml|milligram)", told)


def test_no_word_that_hurts(client: Client) -> None:
    for path in ("/help/?country=US", "/help/first-aid/?country=US"):
        told = words(page(client, path)).lower()
        assert not re.search(r"\b(addicts?|junkie|abuser|clean|dirty|failed|failure|relapse|users?)\b", told)
        assert "!" not in told


def test_a_browser_may_name_our_own_site_when_it_sends_the_country(client: Client) -> None:
    """With "no-referrer" a browser sends "Origin: null" (Fetch, 3.2), and no form of ours would arrive."""
    answer = client.get("/help/?country=GB")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert 'name="referrer" content="no-referrer"' not in answer.content.decode()
