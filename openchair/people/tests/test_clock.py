"""The machine's clock goes back: nobody is signed out, nothing lives for ever, a proof is asked anew."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people.models import Passkey, Person, Session, StewardLink, Stewardship
from openchair.people.models.session import day_of, week_of
from openchair.people.tasks import tidy
from openchair.people.tests.device import Device, come_in, enrol
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S93")]
OWN, SHARED = Session.Mode.OWN, Session.Mode.SHARED
BACK = {"a little": timedelta(minutes=4), "an hour": timedelta(hours=1), "a year": timedelta(days=400)}


@pytest.fixture
def ben() -> Person:
    ready_place()
    return recipes.person("ben")


@pytest.mark.parametrize("back", BACK.values(), ids=BACK)
@pytest.mark.parametrize("mode", [OWN, SHARED])
def test_a_session_of_the_future_works_and_ends_in_its_time(ben: Person, mode: str, back: timedelta) -> None:
    idle = Session.IDLE[Session.Mode(mode)]
    with time_machine.travel(now() + back):
        used, unused = client_of(ben, mode), client_of(ben, mode)
    assert used.get("/me/").status_code == 200
    assert Session.objects.count() == 2
    tidy()
    with time_machine.travel(now() + idle + timedelta(minutes=6)):
        assert used.get("/me/").status_code == unused.get("/me/").status_code == 303


def test_what_is_tidied_counts_from_now_as_well(ben: Person) -> None:
    with time_machine.travel(now() + timedelta(days=4000)):
        client_of(ben), client_of(ben, SHARED)
    tidy()
    with time_machine.travel(now() + Session.ABSOLUTE[OWN] + timedelta(hours=1)):
        tidy()
    assert not Session.objects.exists()


def test_a_confirmation_of_the_future_confirms_nothing_and_five_minutes_are_let_be(ben: Person) -> None:
    for ahead, status in ((timedelta(minutes=4), 200), (timedelta(minutes=6), 303)):
        with time_machine.travel(now() + ahead):
            browser = client_of(ben)
        assert browser.get("/me/words/").status_code == status


def test_staff_powers_of_the_future_are_none(ben: Person) -> None:
    Stewardship.objects.create(person=ben)
    for ahead, status in ((timedelta(minutes=4), 200), (timedelta(hours=1), 303)):
        with time_machine.travel(now() + ahead):
            browser = client_of(ben)
        assert browser.get("/place/").status_code == status


def test_a_link_or_a_draft_of_the_future_opens_nothing(client: Client) -> None:
    ready_place()
    for ahead, works in ((timedelta(minutes=4), True), (timedelta(hours=1), False)):
        with time_machine.travel(now() + ahead):
            token = StewardLink.make()
            client.post("/join/", {"next": ""})
        assert (StewardLink.find(token) is not None) == works
        assert (client.get("/join/name/").status_code == 200) == works


def test_a_wait_is_never_longer_than_a_day(ben: Person) -> None:
    device = Device()
    with time_machine.travel(now() + timedelta(days=400)):
        enrol(client_of(ben), device)
    tidy()
    assert come_in(device).status_code == 422
    with time_machine.travel(now() + timedelta(hours=25)):
        assert come_in(device).status_code == 303
        tidy()
    assert Passkey.objects.get().works_from is None


@pytest.mark.requirement("S37")
def test_of_a_device_the_week_and_the_day_are_kept_and_of_a_shared_computer_minutes(ben: Person) -> None:
    with time_machine.travel("2026-03-11T15:47:31Z", tick=False):  # a Wednesday
        (own, _token), (shared, _other) = Session.begin(ben, OWN), Session.begin(ben, SHARED)
        assert (own.began_at, own.used_at) == (week_of(now()), day_of(now()))
        assert own.began_at.isoformat() == "2026-03-09T00:00:00+00:00"
        assert (shared.began_at, shared.used_at) == (now(), now())
    with time_machine.travel("2026-03-12T16:00:00Z"):
        tidy()
        own.refresh_from_db()
        assert (own.new_until, own.confirmed_at, own.turned_at, own.powers_at) == (None, None, None, None)
