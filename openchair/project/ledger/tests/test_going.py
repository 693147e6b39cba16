"""Somebody goes, on the pages: erased at once or later, or taken back."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client

from openchair.groups.models import Membership, Succession
from openchair.kit.clock import now
from openchair.people import codes
from openchair.people.models import Erasure, Person, Session
from openchair.people.tests.steps import text_of
from openchair.project.ledger import erasing, saying
from openchair.project.ledger.tests.test_erasing import due_now, leading_to
from tests.cast import WORDS, Cast, client_of, the_cast, with_words
from tests.reading import stands

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def go(person: Person, wait: str) -> tuple[Client, str]:
    """Somebody presses the button; their browser, and the address of the receipt."""
    client = client_of(person)
    answer = client.post("/me/going/", {"wait": wait})
    assert answer.status_code == 303
    return client, answer["Location"]


def sign_in(client: Client, person: Person) -> str:
    """Sign in with the words of the cast; where it leads."""
    sent = {"handle": person.handle, "words": WORDS, "mode": "own"}
    return client.post("/sign-in/", sent).headers.get("Location", "")


def age_of_confirmation(minutes: int) -> None:
    Session.objects.update(confirmed_at=now() - timedelta(minutes=minutes))


@pytest.mark.requirement("S41")
@pytest.mark.parametrize("path", ["/me/going/", "/me/going/closing/", "/me/copy/", "/me/handed-over/"])
def test_each_asks_once_more_who_it_is(cast: Cast, path: str) -> None:
    client = client_of(cast.ben)
    assert client.get(path).status_code == 200
    age_of_confirmation(6)
    assert client.get(path)["Location"] == f"/me/confirm/?next={quote(path, safe='')}"


@pytest.mark.requirement("S41")
def test_two_pages_and_a_receipt(cast: Cast) -> None:
    client = client_of(cast.ben)
    page = text_of(client.get("/me/going/").content)
    assert "Erase everything" in page and "Help now" in page
    asked = client.post("/me/going/", {"wait": "now"})
    receipt = text_of(client.get(asked["Location"]).content)
    assert "Your account is erased" in receipt and "Help now" in receipt
    assert not Person.objects.filter(pk=cast.ben.pk).exists()


def test_one_day_is_chosen_already_and_nothing_is_refused_kindly(cast: Cast) -> None:
    client = client_of(cast.ben)
    checked = re.findall(r'value="(\w+)" checked', client.get("/me/going/").content.decode())
    assert checked == ["day"]
    assert client.post("/me/going/", {"wait": "year"}).status_code == 422
    assert not Erasure.objects.exists()


def test_a_stale_confirmation_erases_nobody(cast: Cast) -> None:
    client = client_of(cast.ben)
    age_of_confirmation(6)
    for path in ("/me/going/", "/me/going/closing/"):
        assert client.post(path, {"wait": "now"})["Location"].startswith("/me/confirm/")
    assert Person.objects.filter(pk=cast.ben.pk).exists() and not Erasure.objects.exists()


def test_the_browser_forgets_and_is_signed_out(cast: Cast) -> None:
    client = client_of(cast.ben)
    client.cookies["theme"] = "dark"
    answer = client.post("/me/going/", {"wait": "day"})
    assert answer["Clear-Site-Data"] == '"cache", "storage"' and answer.cookies["oc"].value == ""
    assert [one.key for one in answer.cookies.values() if one.value and one.key != "csrf"] == []
    assert answer.cookies["theme"]["max-age"] == 0
    assert client.get("/me/").headers["Location"].startswith("/sign-in/")


def test_the_receipt_needs_no_account_and_tells_the_last_day_of_a_backup(cast: Cast) -> None:
    _client, address = go(cast.ben, "now")
    page = text_of(Client().get(address).content)
    assert saying.day(saying.today() + timedelta(days=37)) in page
    assert cast.ben.handle not in page and not stands("Ben", page)


def test_a_receipt_says_what_is_so_when_it_is_read(cast: Cast) -> None:
    _client, address = go(cast.ben, "week")
    assert "Your account is hidden now" in text_of(Client().get(address).content)
    due_now(cast.ben)
    erasing.carry_out_due()
    assert "Your account is erased" in text_of(Client().get(address).content)
    assert Client().get("/gone/?of=nonsense").status_code == 404


def test_signing_in_while_one_waits_leads_to_one_button_and_to_nothing_else(cast: Cast) -> None:
    with_words(cast.ben)
    go(cast.ben, "day")
    client = Client()
    assert sign_in(client, cast.ben) == "/stay/"
    assert "oc" not in client.cookies and not Session.objects.filter(person=cast.ben).exists()
    assert client.get("/me/").headers["Location"].startswith("/sign-in/")
    assert "Would you like to stay?" in text_of(client.get("/stay/").content)
    assert client.post("/stay/")["Location"] == "/today/"
    assert "nothing was erased" in text_of(client.get("/today/").content).lower()
    assert Membership.objects.current().filter(person=cast.ben).exists()


def test_after_the_time_there_is_nothing_to_take_back(cast: Cast) -> None:
    with_words(cast.ben)
    go(cast.ben, "day")
    client = Client()
    sign_in(client, cast.ben)
    due_now(cast.ben)
    assert client.post("/stay/").status_code == 422
    assert not Session.objects.filter(person=cast.ben).exists()
    erasing.carry_out_due()
    assert list(leading_to(cast.ben.pk)) == [] and sign_in(Client(), cast.ben) == ""


def test_whoever_signs_in_next_in_the_same_browser_does_not_stay_for_somebody_else(cast: Cast) -> None:
    for person in (cast.ben, cast.dana):
        with_words(person)
    go(cast.ben, "day")
    browser = Client()
    assert sign_in(browser, cast.ben) == "/stay/" and browser.get("/stay/").status_code == 200
    assert sign_in(browser, cast.dana) == "/today/"
    assert browser.post("/stay/")["Location"] == "/sign-in/" and Erasure.objects.exists()
    assert not Session.objects.filter(person=cast.ben).exists()


def test_nobody_stays_without_signing_in(cast: Cast) -> None:
    go(cast.ben, "day")
    assert Client().post("/stay/")["Location"] == "/sign-in/"
    assert Erasure.objects.exists()


def test_the_last_host_can_choose_first_and_is_not_held_back(cast: Cast) -> None:
    client = client_of(cast.amara)
    assert f"/groups/{cast.harbour.public_id}/hosts/" in client.get("/me/going/").content.decode()
    go(cast.amara, "now")
    eldest = Succession.objects.get().membership
    assert eldest.person == cast.ben and Membership.objects.hosts().get(group=cast.harbour) == eldest


def test_who_looks_after_the_group_is_asked_once(cast: Cast) -> None:
    go(cast.amara, "now")
    client, page = client_of(cast.ben), f"/groups/{cast.harbour.public_id}/"
    assert "You do not have to." in text_of(client.get(page).content)
    assert client.post(f"{page}hosts/yes/")["Location"] == page
    assert "You do not have to." not in text_of(client.get(page).content)
    assert Membership.objects.hosts().get(group=cast.harbour).person == cast.ben


def test_a_spare_key_leads_to_the_same_button(cast: Cast) -> None:
    made = codes.make()
    codes.give(cast.ben, made)
    go(cast.ben, "day")
    client = Client()
    assert client.post("/recover/", {"code": made[0]})["Location"] == "/recover/words/"
    chosen = {"how": "own", "own": "a lamp in the harbour at night", "mode": "shared"}
    assert client.post("/recover/words/", chosen)["Location"] == "/stay/"
    assert not Session.objects.filter(person=cast.ben).exists()
    assert client.post("/stay/")["Location"] == "/today/"
    assert Session.objects.get(person=cast.ben).mode == Session.Mode.SHARED


def test_who_was_signed_in_as_somebody_else_is_signed_out_first(cast: Cast) -> None:
    with_words(cast.ben)
    go(cast.ben, "day")
    client = client_of(cast.dana)
    assert sign_in(client, cast.ben) == "/stay/"
    assert not Session.objects.filter(person=cast.dana).exists()
    assert client.get("/me/").headers["Location"].startswith("/sign-in/")
