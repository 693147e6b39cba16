"""What changes about a sign-in is told in every other session, and can be undone there (S36, T4)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people import codes
from openchair.people.models import AccountNotice, Passkey, Person, Session
from openchair.people.tasks import tidy
from openchair.people.tests import steps
from openchair.people.tests.device import Device, come_in, enrol
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, with_words

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S36")]
NEW = {"how": "own", "own": "another lamp in another harbour", "mode": "own"}
DAY = timedelta(hours=24)


@pytest.fixture
def ben() -> Person:
    ready_place()
    person = with_words(recipes.person("ben"))
    codes.give(person, codes.make())
    return person


def told(browser: Client) -> str:
    return steps.text_of(browser.get("/me/blocked/").content)


def sign_in(words: str = WORDS) -> Client:
    browser = Client()
    form = {"handle": "ben", "words": words, "mode": "own"}
    assert browser.post("/sign-in/", form).status_code == 303
    return browser


def test_a_new_sign_in_is_told_in_the_others_until_each_has_read_it(ben: Person) -> None:
    phone, laptop = client_of(ben), client_of(ben)
    there = sign_in()
    line = "somebody signed in on another device"
    assert line in told(phone) and line in told(laptop) and line not in told(there)
    assert phone.post("/me/news/read/", {"next": "/me/blocked/"})["Location"] == "/me/blocked/"
    assert line not in told(phone) and line in told(laptop)
    assert "Today, about" in told(laptop)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("codes", "a new set of spare keys was made"),
        ("passkey", "a passkey was added; it works after a day"),
        ("gone", "a passkey was removed"),
    ],
)
def test_each_change_is_told_elsewhere_and_not_here(ben: Person, kind: str, line: str) -> None:
    here, there = client_of(ben), client_of(ben)
    if kind == "codes":
        here.post("/me/keys/make/")
        ending = steps.keys_on(here, "/me/keys/new/")[1]
        here.post("/me/keys/new/", {"ending": ending})
    else:
        enrol(here, Device())
    if kind == "gone":
        here.post(f"/me/passkeys/{Passkey.objects.get().pk}/end/")
    assert line in told(there) and line not in told(here)


def test_what_ends_all_sessions_is_told_in_those_that_begin(ben: Person) -> None:
    device, mine = Device(), client_of(ben)
    Session.objects.update(new_until=None)
    enrol(mine, device)
    kept = codes.make()
    codes.give(ben, kept)
    thief = Client()
    thief.post("/recover/", {"code": kept[0]})
    assert thief.post("/recover/words/", NEW)["Location"] == "/today/"
    assert mine.get("/me/").status_code == 303
    line = "a spare key was used to choose new words"
    assert line not in told(thief)
    back = Client()
    come_in(device, back)
    assert line in told(back)
    with time_machine.travel(now() + timedelta(days=8)):
        tidy()
    assert not AccountNotice.objects.filter(session=None).exists()


def test_new_words_are_told_to_whoever_comes_next(ben: Person) -> None:
    client_of(ben).post("/me/words/", NEW)
    assert "new words were chosen" in told(sign_in(NEW["own"]))


def test_many_sign_ins_are_one_line(ben: Person) -> None:
    phone = client_of(ben)
    for _time in range(3):
        sign_in()
    assert told(phone).count("somebody signed in") == 1


def test_this_was_not_me_ends_the_others_takes_back_what_waits_and_leads_to_new_words(ben: Person) -> None:
    mine = client_of(ben)
    thief = sign_in()
    enrol(thief, Device())
    assert 'href="/me/not-me/"' in mine.get("/me/blocked/").content.decode()
    assert "Every other device is signed out" in steps.text_of(mine.get("/me/not-me/").content)
    codes.give(ben, made := codes.make())
    assert mine.post("/me/not-me/")["Location"] == "/me/words/"
    assert Client().post("/recover/", {"code": made[0]}).status_code == 422 and codes.left(ben) == 0
    assert thief.get("/me/").status_code == 303 and not Passkey.objects.exists()
    assert mine.get("/me/words/").status_code == 200 and "somebody signed in" not in told(mine)


def test_a_passkey_of_a_new_session_waits_a_day_and_any_session_takes_it_back(ben: Person) -> None:
    mine, thief, device = client_of(ben), sign_in(), Device()
    enrol(thief, device)
    assert come_in(device).status_code == 422
    there = f"/me/passkeys/{Passkey.objects.get().pk}/cancellation/"
    Session.objects.update(confirmed_at=None)  # nothing is asked of who takes it back
    assert mine.post(there).status_code == 303
    with time_machine.travel(now() + DAY + timedelta(minutes=1)):
        assert come_in(device).status_code == 422
    assert not Passkey.objects.exists()


def test_whoever_signs_in_anew_is_told_though_another_session_lies_in_a_drawer(ben: Person) -> None:
    client_of(ben)  # still signed in, and looked at by nobody
    thief = sign_in()
    enrol(thief, Device())
    assert "a passkey was added; it works after a day" in told(sign_in())
    with time_machine.travel(now() + timedelta(days=8)):
        assert "a passkey was added" not in told(sign_in())


def test_what_nobody_takes_back_works_after_a_day(ben: Person) -> None:
    browser, device = sign_in(), Device()
    enrol(browser, device)
    assert "works after a day" in steps.text_of(browser.get("/me/passkeys/").content)
    with time_machine.travel(now() + DAY - timedelta(minutes=1)):
        assert come_in(device).status_code == 422
    with time_machine.travel(now() + DAY + timedelta(minutes=1)):
        assert come_in(device).status_code == 303
        tidy()
        assert Passkey.objects.get().works_from is None
        browser.post(f"/me/passkeys/{Passkey.objects.get().pk}/cancellation/")
        assert Passkey.objects.count() == 1  # it waits no more: it is removed, and that is confirmed


def test_whoever_joins_today_waits_for_nothing_and_an_intruder_on_that_day_does(client: Client) -> None:
    ready_place()
    person, _keys = steps.join(client, steps.OWN)
    mine, theirs, thief = Device(), Device(), Client()
    enrol(client, mine)
    assert come_in(mine).status_code == 303
    thief.post("/sign-in/", {"handle": person.handle, "words": steps.MINE, "mode": "own"})
    enrol(thief, theirs)
    assert come_in(theirs).status_code == 422


def test_a_session_of_yesterday_adds_one_that_works_at_once(ben: Person) -> None:
    browser, device = sign_in(), Device()
    with time_machine.travel(now() + DAY + timedelta(minutes=1)):
        browser.post("/me/confirm/", {"words": WORDS})
        enrol(browser, device)
        assert come_in(device).status_code == 303


def test_others_are_told_nothing_of_bens_sign_in(ben: Person) -> None:
    dana = client_of(recipes.person("dana"))
    sign_in()
    client_of(ben)
    assert "About your sign-in" not in dana.get("/me/").content.decode()
    dana.post("/me/news/read/")
    phone = client_of(ben)
    sign_in()
    dana.post("/me/news/read/")
    assert "somebody signed in" in told(phone)
