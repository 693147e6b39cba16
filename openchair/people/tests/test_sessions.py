"""Sessions: hashed, short enough, listed, ended; and what the browser is told about them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.cookies import Morsel

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test import Client
from pytest_django import Settings

from openchair.kit.clock import now
from openchair.live.tests.stage import Heard, Stage
from openchair.people import streams
from openchair.people.models import Person, Session
from openchair.people.models.session import hashed
from openchair.people.tests import steps
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, with_words
from tests.reading import stands

OWN, SHARED = Session.Mode.OWN, Session.Mode.SHARED


@pytest.fixture
def ben(db: None) -> Person:
    ready_place()
    return recipes.person("ben")


@pytest.mark.requirement("S37")
def test_a_token_has_256_bits_and_only_its_hash_is_kept(ben: Person) -> None:
    session, token = Session.begin(ben, OWN)
    assert len(token) == 43  # 32 bytes in base 64
    assert session.token_hash == hashed(token) != token
    assert Session.find(token) == session and Session.find(token + "x") is None


@pytest.mark.requirement("S37")
@pytest.mark.parametrize(
    ("mode", "idle", "step", "absolute"),
    [
        (OWN, timedelta(days=14), timedelta(days=13), timedelta(days=90)),
        (SHARED, timedelta(minutes=15), timedelta(minutes=14), timedelta(hours=4)),
    ],
)
def test_a_session_ends_when_idle_and_in_any_case_later(
    ben: Person, mode: str, idle: timedelta, step: timedelta, absolute: timedelta
) -> None:
    begun = now()
    browser = client_of(ben, mode)
    with time_machine.travel(begun + idle + timedelta(seconds=5), tick=False):
        assert client_of(ben, mode).get("/me/").status_code == 200
        assert browser.get("/me/").status_code == 303
    with time_machine.travel(begun, tick=False):
        browser, at = client_of(ben, mode), begun
    while at + step < begun + absolute:
        at += step
        with time_machine.travel(at, tick=False):
            assert browser.get("/me/").status_code == 200
    with time_machine.travel(begun + absolute, tick=False):
        assert browser.get("/me/").status_code == 303


@pytest.mark.requirement("S37")
def test_signing_in_always_makes_a_new_session(ben: Person) -> None:
    with_words(ben)
    browser = client_of(ben)
    before = browser.cookies["oc"].value
    browser.post("/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})
    assert browser.cookies["oc"].value != before
    assert Session.objects.count() == 1 and Session.find(before) is None


@pytest.mark.requirement("S37")
def test_devices_are_listed_without_address_or_name(ben: Person) -> None:
    here, there = client_of(ben), client_of(ben, SHARED)
    page = steps.text_of(
        here.get("/me/devices/", REMOTE_ADDR="198.51.100.7", HTTP_USER_AGENT="Phone 7").content
    )
    assert "This one" in page and "Shared computer" in page
    assert "198.51" not in page and "Phone 7" not in page
    assert there.get("/me/").status_code == 200


@pytest.mark.requirement("S37")
def test_one_device_the_others_or_all_can_be_signed_out(ben: Person) -> None:
    here, one, two = client_of(ben), client_of(ben), client_of(ben)
    session = Session.find(one.cookies["oc"].value)
    assert session
    here.post(f"/me/devices/{session.pk}/end/")
    assert [browser.get("/me/").status_code for browser in (here, one, two)] == [200, 303, 200]
    here.post("/me/devices/others/end/")
    assert [browser.get("/me/").status_code for browser in (here, two)] == [200, 303]
    here.post("/me/devices/all/end/")
    assert here.get("/me/").status_code == 303 and not Session.objects.exists()


@pytest.mark.requirement("S37")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("path", "gone"),
    [("/me/devices/others/end/", 2), ("/me/devices/all/end/", 3), ("/me/devices/{one}/end/", 1)],
)
def test_what_is_ended_on_the_list_stops_listening_within_two_seconds(
    ben: Person, monkeypatch: pytest.MonkeyPatch, path: str, gone: int
) -> None:
    browsers = [client_of(ben) for _browser in range(3)]
    found = [Session.find(one.cookies["oc"].value) for one in browsers]
    here, one, two = [session.pk for session in found if session]
    with Stage() as stage:
        monkeypatch.setattr(streams, "hub", lambda: stage.hub)
        listening = [stage.listener(ben.pk, session=str(pk)) for pk in (one, two, here)]
        assert all(listener.next() for listener in listening)
        began = time.monotonic()
        browsers[0].post(path.format(one=one))
        assert all(listener.all() == [Heard("bye", "reload")] for listener in listening[:gone])
        assert time.monotonic() - began < 2
        stage.hub.publish("rooms/KEY/en/member", "<p>on</p>")
        assert all(listener.next() == Heard("message", "<p>on</p>") for listener in listening[gone:])


@pytest.mark.requirement("S37")
def test_the_list_tells_the_month_and_the_week_and_no_more(ben: Person) -> None:
    with time_machine.travel("2026-03-11T15:47:31Z", tick=False):
        there = client_of(ben)
    with time_machine.travel("2026-03-24T09:00:00Z", tick=False):
        there.get("/me/")
    with time_machine.travel("2026-03-25T10:00:00Z", tick=False):
        page = steps.text_of(client_of(ben).get("/me/devices/").content)
    assert "This one My device · since this week · used this week" in page
    assert "since March · used this week" in page
    assert "15:47" not in page and not stands("11", page) and "09:00" not in page


def test_nobody_ends_somebody_elses_session(ben: Person) -> None:
    session, token = Session.begin(ben, OWN)
    dana = client_of(recipes.person("dana"))
    assert dana.post(f"/me/devices/{session.pk}/end/").status_code == 303
    assert Session.find(token) == session
    assert client_of(ben).post(f"/me/devices/{session.pk}/end/").status_code == 303
    assert Session.find(token) is None


def test_a_view_is_not_a_write(ben: Person) -> None:
    for mode, until in ((SHARED, timedelta(minutes=6)), (OWN, timedelta(days=1))):
        browser = client_of(ben, mode)
        used = Session.objects.get(mode=mode).used_at
        browser.get("/me/")
        assert Session.objects.get(mode=mode).used_at == used
        with time_machine.travel(now() + until):
            browser.get("/me/")
        assert Session.objects.get(mode=mode).used_at > used


def flags(cookie: Morsel[str]) -> tuple[bool, bool, str, str, str]:
    return (
        bool(cookie["secure"]),
        bool(cookie["httponly"]),
        cookie["samesite"],
        cookie["path"],
        cookie["domain"],
    )


@pytest.mark.requirement("S39")
def test_every_cookie_is_ours_alone(settings: Settings, ben: Person) -> None:
    settings.SECURE = settings.CSRF_COOKIE_SECURE = settings.SESSION_COOKIE_SECURE = True
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-oc", "__Host-csrf"
    browser = Client()
    seen: dict[str, tuple[object, ...]] = {}
    for path, form in [
        ("/join/", {}), ("/join/name/", steps.OFFERED), ("/join/keys/", {"later": "1"}), ("/sign-in/", None),
        ("/display/", {"theme": "dark", "zone": "Europe/Rome", "language": "en"}), ("/me/words/", None),
        ("/sign-out/", {}),
    ]:  # fmt: skip
        answer = browser.get(path, secure=True) if form is None else browser.post(path, form, secure=True)
        assert answer.status_code in {200, 303}
        seen |= {name: flags(cookie) for name, cookie in answer.cookies.items() if cookie.value}
    assert {"__Host-oc", "__Host-csrf", "__Host-draft-join", "__Host-theme", "__Host-said"} <= set(seen)
    assert all(name.startswith("__Host-") for name in seen)
    assert set(seen.values()) == {(True, True, "Lax", "/", "")}


def test_on_a_shared_computer_nothing_outlives_the_browser(ben: Person) -> None:
    with_words(ben)
    form = {"handle": "ben", "words": WORDS, "mode": "shared"}
    browser = Client()
    browser.post("/display/", {"theme": "dark"})
    assert browser.post("/sign-in/", form).cookies["oc"]["max-age"] == ""
    gone = browser.post("/sign-out/").cookies
    assert {"oc", "theme", "zone", "language"} <= {name for name, cookie in gone.items() if not cookie.value}


@pytest.mark.requirement("S40")
def test_no_browser_stores_a_page_of_ours(ben: Person) -> None:
    browser = client_of(ben)
    for path in (
        "/",
        "/today/",
        "/me/",
        "/me/devices/",
        "/me/blocked/",
        "/sign-in/",
        "/join/",
        "/nothing/",
        "/me",
    ):
        assert browser.get(path)["Cache-Control"] == "no-store", path
        assert Client().get(path)["Cache-Control"] == "no-store", path


@contextmanager
def away(table: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_away")
        yield
        cursor.execute(f"ALTER TABLE {table}_away RENAME TO {table}")


# In one transaction PostgreSQL would refuse everything after the first question it could not answer.
@pytest.mark.django_db(transaction=True)
def test_whoever_is_signed_in_stays_so_when_the_database_was_away_for_a_moment(ben: Person) -> None:
    browser = client_of(ben)
    browser.raise_request_exception = False
    with away("people_session"):
        for path, status in (("/about/", 200), ("/me/", 500), ("/nothing/", 404)):
            answer = browser.get(path)
            assert (answer.status_code, "oc" in answer.cookies) == (status, False), path
    assert browser.get("/me/").status_code == 200
    Session.objects.all().delete()
    assert browser.get("/about/").cookies["oc"].value == ""


def test_a_page_is_given_even_when_its_use_cannot_be_noted(
    ben: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_session: Session) -> None:
        raise DatabaseError

    browser = client_of(ben)
    monkeypatch.setattr(Session, "renew", busy)
    assert browser.get("/me/").status_code == 200


def test_a_script_that_sends_words_is_told_that_its_writer_was_signed_out(ben: Person) -> None:
    browser = client_of(ben)
    Session.objects.all().delete()
    assert browser.post("/me/devices/all/end/", headers={"X-Stays": "yes"}).status_code == 401
    assert browser.post("/me/devices/all/end/")["Location"] == "/sign-in/"
