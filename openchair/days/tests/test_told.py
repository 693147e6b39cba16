"""A milestone is told on its day to whoever asked; a setback takes it back on every channel at once."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from openchair.days import happening
from openchair.kit.clock import now
from openchair.notices import delivering, feeds, reminding
from openchair.notices.models import MailAddress, Notice, Reminder, Sending
from openchair.notices.tests import mail_server, push_service
from openchair.notices.tests.mail_server import MailServer
from openchair.notices.tests.push_service import Browser, PushOffice
from openchair.paths import noting
from openchair.paths.about import About
from openchair.paths.models import Entry, Path
from openchair.paths.tests.scene import a_path, shown, today
from openchair.people.models import Person, Place
from openchair.people.settling import settle
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)  # in Rome; 90 days on Ben's path
Offices = tuple[PushOffice, MailServer]


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Person:
    """Ben, who lives in Rome."""
    settle(person=cast.ben, place=Place.here(), zone="Europe/Rome", rollover=0)
    return cast.ben


@pytest.fixture
def path(ben: Person) -> Path:
    """Ben's path, on which each of the days 90 to 96 is worth marking to him; told at nine, by every way."""
    with time_machine.travel(NINE - timedelta(hours=2), tick=False):
        path = a_path(ben, days=90, about=About("Wine", own_days=tuple(range(90, 97))))
        when = reminding.When(wall=time(9))
        reminding.remind(person=ben, kind="milestone", subject=path.public_id, when=when)
    return path


@pytest.fixture
def offices(ben: Person, settings: Settings) -> Iterator[Offices]:
    """A push service and a mail server, and a browser and an address of Ben's at them."""
    here = {"name": "", "password": "", "secure": False, "plain": True}
    settings.OPENCHAIR_PUSH_LOOPBACK, settings.OPENCHAIR_MAIL_FROM = True, "notes@place.example"
    with push_service.serving() as push, mail_server.serving() as mail:
        settings.OPENCHAIR_MAIL = SimpleNamespace(host="127.0.0.1", port=mail.port, **here)
        Browser(push.endpoint("ben")).subscribe(ben)
        MailAddress.objects.create(person=ben, address="ben@mail.example", confirmed_at=now())
        yield push, mail


def tick(moment: datetime) -> int:
    """How many were told when the clock stood there."""
    with time_machine.travel(moment, tick=False):
        reminding.remind_due(now())
    return Notice.objects.filter(told_at=moment).count()


def it_happens(path: Path, at: datetime) -> Entry:
    """A setback, after which the run goes on."""
    with time_machine.travel(at, tick=False):
        return happening.note(picture=shown(path), on=today(path.person), anew=False)


def waiting() -> tuple[int, int]:
    """Notices, and signs on their way."""
    return Notice.objects.count(), Sending.objects.count()


def test_it_is_told_on_its_day_and_on_no_other(ben: Person) -> None:
    with time_machine.travel(NINE - timedelta(days=2, hours=2), tick=False):
        path = a_path(ben, days=88)
        when = reminding.When(wall=time(9))
        reminding.remind(person=ben, kind="milestone", subject=path.public_id, when=when)
    assert [tick(NINE + timedelta(days=day)) for day in (-2, -1, 0, 1, 2)] == [0, 0, 1, 0, 0]


@pytest.mark.requirement("S86")
def test_it_is_off_until_it_is_asked_for_on_the_page_of_the_path(cast: Cast, ben: Person) -> None:
    path, browser = a_path(ben), client_of(ben)
    where = reverse("reminder", args=["milestone", path.public_id])
    assert where in browser.get(reverse("path", args=[path.public_id])).text and not Reminder.objects.exists()
    page = browser.get(where).text
    assert "Milestones: Wine" in page and 'name="days"' not in page
    assert browser.post(where, {"wall": ""}).status_code == 422
    assert browser.post(where, {"wall": "09:00"}).status_code == 303
    assert "On its day, at 09:00" in text_of(browser.get(reverse("reminders")).content)
    for other in (cast.amara, cast.dana):
        assert client_of(other).get(where).status_code == 404 == client_of(other).post(where).status_code
    assert Reminder.objects.get().person == ben


def test_a_calendar_does_not_know_of_it(path: Path) -> None:
    token = feeds.make(person=path.person, tells_names=True)
    assert b"VEVENT" not in Client().get(f"/calendar/{token}.ics").content


def test_today_says_it_once_and_by_itself(path: Path) -> None:
    tick(NINE)
    with time_machine.travel(NINE + timedelta(minutes=5)):
        page = text_of(client_of(path.person).get("/today/").content)
    assert page.count("90 days today. There is a chip for you.") == 1 and not stands("Seen", page)


def test_a_setback_takes_it_back_in_its_own_transaction(path: Path, offices: Offices) -> None:
    tick(NINE)
    assert waiting() == (1, 2)
    with transaction.atomic():
        it_happens(path, NINE + timedelta(minutes=1))
        assert waiting() == (0, 0)
        transaction.set_rollback(True)
    assert waiting() == (1, 2) and Entry.objects.count() == 1
    it_happens(path, NINE + timedelta(minutes=1))
    assert waiting() == (0, 0) and Entry.objects.count() == 2


def test_two_taps_take_it_back_and_today_says_nothing_of_it(path: Path, offices: Offices) -> None:
    tick(NINE)
    with time_machine.travel(NINE + timedelta(minutes=1), tick=False):
        browser = client_of(path.person)
        browser.post("/moments/", {"path": path.public_id, "choice": "anew"})
        assert "There is a chip" not in text_of(browser.get("/today/").content)
    assert waiting() == (0, 0)


@pytest.mark.parametrize(("happens", "sent"), [(False, 1), (True, 0)])
def test_what_a_tick_had_taken_in_hand_is_not_sent(
    path: Path, offices: Offices, monkeypatch: pytest.MonkeyPatch, *, happens: bool, sent: int
) -> None:
    take = delivering._take

    def take_and_then_it_happens(moment: datetime) -> list[Sending]:
        taken = take(moment)
        if happens and taken:
            it_happens(path, moment)
        return taken

    monkeypatch.setattr(delivering, "_take", take_and_then_it_happens)
    tick(NINE)
    with time_machine.travel(NINE + timedelta(minutes=3), tick=False):
        assert delivering.deliver_due(now()) == 2
    push, mail = offices
    assert (len(push.caught), len(mail.caught), Sending.objects.count()) == (sent, sent, 0)


def test_what_was_killed_in_hand_is_not_sent_by_the_next(path: Path, offices: Offices) -> None:
    tick(NINE)
    with time_machine.travel(NINE + timedelta(minutes=3), tick=False), transaction.atomic():
        assert len(Sending.objects.take(now(), 8)) == 2
    it_happens(path, NINE + timedelta(minutes=4))
    with time_machine.travel(NINE + timedelta(minutes=10), tick=False):
        assert delivering.deliver_due(now()) == 0
    assert not offices[0].caught and not offices[1].caught


def test_a_sign_for_something_else_still_goes(path: Path, offices: Offices) -> None:
    when = reminding.When(wall=time(9))
    with time_machine.travel(NINE - timedelta(hours=2), tick=False):
        reminding.remind(person=path.person, kind="check-in", when=when)
    with time_machine.travel(NINE, tick=False):
        reminding.remind_due(now())
    it_happens(path, NINE + timedelta(minutes=1))
    assert [one.kind for one in Notice.objects.all()] == ["check-in"]
    with time_machine.travel(NINE + timedelta(minutes=3), tick=False):
        delivering.deliver_due(now())
    assert len(offices[0].caught) == 1


def test_nothing_congratulates_for_three_days(path: Path, offices: Offices) -> None:
    tick(NINE)
    it_happens(path, NINE + timedelta(hours=1))
    assert [tick(NINE + timedelta(days=day)) for day in (1, 2, 3)] == [0, 0, 0] and waiting() == (0, 0)
    assert tick(NINE + timedelta(days=4)) == 1 and waiting() == (1, 2)


def test_after_undo_milestones_are_told_again(path: Path) -> None:
    noted = it_happens(path, NINE - timedelta(hours=1))
    assert tick(NINE) == 0
    with time_machine.travel(NINE + timedelta(hours=1), tick=False):
        noting.take_back(entry=noted, on=today(path.person))
    assert tick(NINE + timedelta(days=1)) == 1


def test_what_was_told_before_a_setback_was_brought_back_is_not_sent(path: Path, offices: Offices) -> None:
    noted = it_happens(path, NINE - timedelta(hours=1))
    noting.take_back(entry=noted, on=today(path.person))
    tick(NINE)
    noting.bring_back(entry=noted)
    with time_machine.travel(NINE + timedelta(minutes=3), tick=False):
        assert delivering.deliver_due(now()) == 2
    assert not offices[0].caught and not offices[1].caught


def test_a_path_that_is_deleted_takes_its_reminder_along(path: Path) -> None:
    tick(NINE)
    noting.purge(path=path)
    assert not (Reminder.objects.exists() or Notice.objects.exists())
