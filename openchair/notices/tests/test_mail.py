"""A mail that says nothing is sent to who wanted it, and stops by one press of anybody who has it."""

import re
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from pytest_django.fixtures import Settings

from openchair.kit.clock import now
from openchair.notices import delivering, mailing, telling
from openchair.notices.models import MailAddress, Sending
from openchair.notices.tests.conftest import Walks
from openchair.notices.tests.mail_server import MailServer, serving
from tests.cast import Cast, client_of

PAGE = "/me/reminders/mail/"
HERS = "ben@mail.example"


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    """A mail server that this place was told of."""
    with serving() as found:
        here = {"name": "", "password": "", "secure": False, "plain": True}
        settings.OPENCHAIR_MAIL = SimpleNamespace(host="127.0.0.1", port=found.port, **here)
        settings.OPENCHAIR_MAIL_FROM = "notes@place.example"
        yield found


@pytest.fixture
def ben(cast: Cast, walks: Walks) -> Client:
    """Ben's browser."""
    return client_of(cast.ben)


def deliver() -> None:
    """Send what waits, whatever its time."""
    Sending.objects.update(due_at=now())
    delivering.deliver_due(now())


def links(server: MailServer) -> list[str]:
    """The addresses in the last mail, without the host."""
    _to, letter = server.caught[-1]
    return [urlsplit(one).path for one in re.findall(r"http\S+", letter.get_content())]


def confirmed(browser: Client, server: MailServer) -> str:
    """Give an address, confirm it, and say where its mail is stopped."""
    browser.post(PAGE, {"address": HERS})
    deliver()
    yes, stop = links(server)
    assert Client().post(yes).status_code == 200
    return stop


def test_an_address_is_asked_first_and_only_a_press_says_yes(ben: Client, server: MailServer) -> None:
    assert ben.post(PAGE, {"address": HERS}).status_code == 303
    deliver()
    [(to, letter)] = server.caught
    assert to == [HERS] and letter["Subject"] == "Is this your address?"
    yes = links(server)[0]
    assert "Is this your address?" in Client().get(yes).content.decode()
    assert MailAddress.objects.get().confirmed_at is None
    assert "Not confirmed yet" in ben.get(PAGE).content.decode()
    assert "Thank you" in Client().post(yes).content.decode()
    assert MailAddress.objects.get().confirmed_at


@pytest.mark.requirement("S86")
def test_the_mail_says_that_something_waits_and_nothing_else(
    cast: Cast, ben: Client, server: MailServer
) -> None:
    confirmed(ben, server)
    telling.tell(person=cast.ben, kind="walk")
    deliver()
    _to, letter = server.caught[-1]
    assert (letter["Subject"], letter["From"]) == ("A note for you", "notes@place.example")
    assert letter["Message-ID"].endswith("@place.example>")
    words = letter.as_string()
    assert "Something waits for you here" in words and links(server)[0] == "/today/"
    for word in ("walk", "Open Chair", "Harbour", "Ben", "group", "meeting", "recovery"):
        assert word not in words, word


def test_a_mail_program_stops_it_by_one_press_without_cookie_or_token(
    cast: Cast, ben: Client, server: MailServer
) -> None:
    """RFC 8058: POST without cookies; GET changes nothing, for scanners follow links."""
    confirmed(ben, server)
    telling.tell(person=cast.ben, kind="walk")
    deliver()
    _to, letter = server.caught[-1]
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = urlsplit(letter["List-Unsubscribe"].strip().strip("<>")).path
    program = Client(enforce_csrf_checks=True)
    assert program.get(address).status_code == 200 and MailAddress.objects.exists()
    for _twice in range(2):
        answer = program.post(address, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200 and "Location" not in answer
    assert not MailAddress.objects.exists()
    telling.tell(person=cast.ben, kind="walk")
    assert not Sending.objects.exists()


def test_links_that_are_old_or_not_ours_open_nothing(ben: Client, server: MailServer) -> None:
    ben.post(PAGE, {"address": HERS})
    deliver()
    yes, stop = links(server)
    for path in (yes.replace("/confirm/", "/confirm/x"), stop.replace("/stop/", "/stop/x"), "/mail/stop/x/"):
        assert Client().get(path).status_code == 404 == Client().post(path).status_code
    with time_machine.travel(now() + timedelta(days=3)):
        assert Client().post(yes).status_code == 404
        mailing.forget_unconfirmed(now())
    assert not MailAddress.objects.exists()


def test_another_address_ends_the_links_of_the_first(ben: Client, server: MailServer) -> None:
    ben.post(PAGE, {"address": HERS})
    deliver()
    first = links(server)[0]
    ben.post(PAGE, {"address": "other@mail.example"})
    assert Client().post(first).status_code == 404
    assert [one.address for one in MailAddress.objects.all()] == ["other@mail.example"]


@pytest.mark.parametrize(
    "typed", ["", "ben", "ben@", "a@b.example\nBcc: c@d.example", "x" * 250 + "@b.example"]
)
def test_what_is_no_address_is_said_beside_the_field(ben: Client, server: MailServer, typed: str) -> None:
    answer = ben.post(PAGE, {"address": typed})
    assert answer.status_code == 422 and 'class="error"' in answer.content.decode()
    assert not MailAddress.objects.exists()


def test_nobody_can_have_many_mails_sent_to_others(ben: Client, server: MailServer) -> None:
    answers = [ben.post(PAGE, {"address": f"n{number}@mail.example"}).status_code for number in range(7)]
    assert answers == [303] * 5 + [422] * 2


def test_a_server_that_takes_nothing_is_asked_again_later(
    cast: Cast, ben: Client, server: MailServer
) -> None:
    confirmed(ben, server)
    server.answer = "451 Later"
    telling.tell(person=cast.ben, kind="walk")
    deliver()
    assert Sending.objects.get().due_at > now() and len(server.caught) == 1
    server.answer = "250 Taken"
    deliver()
    assert not Sending.objects.exists() and len(server.caught) == 2


def test_without_a_mail_server_it_says_so_and_keeps_nothing(ben: Client) -> None:
    assert "This place sends no mail" in ben.get(PAGE).content.decode()
    ben.post(PAGE, {"address": HERS})
    assert not MailAddress.objects.exists()


def test_it_is_taken_back_by_oneself(ben: Client, server: MailServer) -> None:
    confirmed(ben, server)
    for _twice in range(2):
        assert ben.post(f"{PAGE}end/").status_code == 303
    assert not MailAddress.objects.exists()
