"""What waits for a device is sent to it, whatever other devices do; and not to places we do not ask."""

import json
import os
import signal
import time
from datetime import timedelta

import pytest
from django.db import connections
from django.test import override_settings

from openchair.kit.clock import now
from openchair.notices import delivering, far_away, push, telling
from openchair.notices.far_away import NoAnswer, Refused, is_public, looked_at
from openchair.notices.models import PushDevice, Sending
from openchair.notices.models.sending import LEASE
from openchair.notices.tests.conftest import Walks
from openchair.notices.tests.push_service import Browser, PushOffice
from openchair.people.models import Erasure, Person
from tests.at_once import all_at_once
from tests.cast import Cast

LATER = timedelta(minutes=10)


@pytest.fixture
def ben(cast: Cast, walks: Walks) -> Person:
    """Ben, who may be told."""
    return cast.ben


def waits_for(person: Person, *endpoints: str) -> list[Browser]:
    """Something waits for somebody with these browsers."""
    browsers = [Browser(endpoint) for endpoint in endpoints]
    for browser in browsers:
        browser.subscribe(person)
    telling.tell(person=person, kind="walk")
    Sending.objects.update(due_at=now())
    return browsers


def test_a_browser_gets_what_it_alone_can_open(ben: Person, service: PushOffice) -> None:
    [browser] = waits_for(ben, service.endpoint("ben"))
    assert delivering.deliver_due(now()) == 1
    [caught] = service.caught
    assert json.loads(browser.opened(caught.body)) == {"waits": True}
    assert {name: caught.headers[name] for name in ("TTL", "Topic", "Urgency", "Content-Encoding")} == {
        "TTL": str(push.TTL),
        "Topic": "waits",
        "Urgency": "normal",
        "Content-Encoding": "aes128gcm",
    }
    assert "Cookie" not in caught.headers and b"walk" not in caught.body
    assert not Sending.objects.exists() and PushDevice.objects.get().given_up == 0


@pytest.mark.parametrize("status", [404, 410, 400, 403, 301, 307])
def test_where_nobody_is_any_more_is_dropped(ben: Person, service: PushOffice, status: int) -> None:
    service.answers["gone"], service.headers["Location"] = status, service.endpoint("elsewhere")
    waits_for(ben, service.endpoint("gone"), service.endpoint("there"))
    delivering.deliver_due(now())
    assert [one.endpoint for one in PushDevice.objects.all()] == [service.endpoint("there")]
    assert not service.came_to("elsewhere") and not Sending.objects.exists()


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_is_busy_is_asked_again_less_and_less(
    ben: Person, service: PushOffice, status: int
) -> None:
    service.answers["busy"] = status
    waits_for(ben, service.endpoint("busy"))
    waits = []
    for _again in range(delivering.MOST_TRIES):
        delivering.deliver_due(now())
        waits += [one.due_at - now() for one in Sending.objects.all()]
        Sending.objects.update(due_at=now())
    assert waits == sorted(waits) and len(waits) == delivering.MOST_TRIES - 1
    assert len(service.caught) == delivering.MOST_TRIES
    assert not Sending.objects.exists() and PushDevice.objects.get().given_up == 1


def test_it_waits_as_long_as_the_service_says(ben: Person, service: PushOffice) -> None:
    service.answers["busy"], service.headers["Retry-After"] = 429, "7200"
    waits_for(ben, service.endpoint("busy"))
    delivering.deliver_due(now())
    assert Sending.objects.get().due_at > now() + timedelta(minutes=110)


def test_a_service_that_never_answers_is_given_up(ben: Person, service: PushOffice) -> None:
    service.answers["busy"] = 503
    waits_for(ben, service.endpoint("busy"))
    PushDevice.objects.update(given_up=delivering.GIVEN_UP - 1)
    Sending.objects.update(tries=delivering.MOST_TRIES - 1)
    delivering.deliver_due(now())
    assert not PushDevice.objects.exists()


def test_one_that_hangs_holds_up_no_other_and_comes_to_an_end(
    ben: Person, service: PushOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(far_away, "LONGEST", 1.5)
    service.slow.add("slow")
    waits_for(ben, service.endpoint("slow"), service.endpoint("quick"))
    began = time.monotonic()
    delivering.deliver_due(now())
    assert time.monotonic() - began < 8
    assert len(service.came_to("quick")) == 1 and len(service.came_to("slow")) == 1
    [left] = Sending.objects.select_related("device")
    assert left.device and left.device.endpoint == service.endpoint("slow") and left.due_at > now()


def test_a_key_that_was_changed_where_it_lies_stops_no_other(ben: Person, service: PushOffice) -> None:
    waits_for(ben, service.endpoint("broken"), service.endpoint("well"))
    broken = next(one for one in PushDevice.objects.all() if one.endpoint.endswith("broken"))
    broken.public_key = "no key"
    broken.save()
    delivering.deliver_due(now())
    assert len(service.caught) == 1 and PushDevice.objects.count() == 1


def test_what_is_no_longer_due_is_not_sent(ben: Person, service: PushOffice, walks: Walks) -> None:
    waits_for(ben, service.endpoint("ben"))
    walks.done = True
    delivering.deliver_due(now())
    assert not service.caught and not Sending.objects.exists()


def test_nothing_is_sent_to_somebody_who_asked_to_be_erased(ben: Person, service: PushOffice) -> None:
    waits_for(ben, service.endpoint("ben"))
    Erasure.objects.create(person=ben, due_at=now() + LATER)
    assert delivering.deliver_due(now()) == 0 and not service.caught


@pytest.mark.django_db(transaction=True)
def test_a_killed_sender_costs_one_more_at_most(ben: Person, service: PushOffice) -> None:
    service.slow.add("ben")
    waits_for(ben, service.endpoint("ben"))
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            delivering.deliver_due(now())
        finally:
            os._exit(1)
    assert service.came.wait(10)
    os.kill(child, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    service.slow.clear()
    # What it took is nobody's for two minutes, and then anybody's.
    assert delivering.deliver_due(now()) == 0
    assert delivering.deliver_due(now() + LEASE) == 1
    assert delivering.deliver_due(now() + LEASE * 2) == 0 and len(service.caught) == 2


@pytest.mark.django_db(transaction=True)
def test_twenty_senders_at_once_send_it_once(ben: Person, service: PushOffice) -> None:
    waits_for(ben, service.endpoint("ben"))
    assert sum(all_at_once(lambda _number: delivering.deliver_due(now()))) == 1
    assert len(service.caught) == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://push.example/x",
        "https://push.example:8443/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
        "https://10.1/x",
        "https://localhost/x",
        "https://ben@push.example/x",
        "https://push.example:port/x",
        "https:///x",
        "file:///etc/passwd",
        "https://push.example/\nx",
        "https://pu\u015fh.example/x",
        "gopher://push.example/",
        "",
    ],
)
def test_places_that_are_not_in_the_world_are_never_asked(address: str) -> None:
    with pytest.raises(Refused):
        looked_at(address)


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1"),
        *("::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1", "fe80::1%1", "name", ""),
    ],
)
def test_addresses_of_a_network_are_not_public(number: str) -> None:
    assert not is_public(number)


def test_addresses_of_the_world_are_public() -> None:
    assert is_public("9.9.9.9") and is_public("2620:fe::fe")


@pytest.mark.requirement("S56")
def test_a_name_that_means_this_machine_is_refused_and_dropped(
    ben: Person, service: PushOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is looked up once; one address inside among others is enough to refuse it."""
    found = [(2, 1, 6, "", ("9.9.9.9", 443)), (2, 1, 6, "", ("127.0.0.1", service.port))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_how, **_more: found)
    with override_settings(OPENCHAIR_PUSH_LOOPBACK=False), pytest.raises(Refused):
        far_away.post("https://push.example/x", headers={}, body=b"")
    waits_for(ben, "https://push.example/x")
    with override_settings(OPENCHAIR_PUSH_LOOPBACK=False):
        delivering.deliver_due(now())
    assert not PushDevice.objects.exists() and not service.caught


def test_the_line_goes_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means another machine a moment later is not looked up a second time."""
    looked_up, gone_to = [], []

    def look_up(host: str, port: int, **_more: object) -> list[object]:
        looked_up.append(host)
        return [(2, 1, 6, "", ("9.9.9.9" if len(looked_up) == 1 else "127.0.0.1", port))]

    def connect(address: tuple[str, int], _seconds: float) -> None:
        gone_to.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    monkeypatch.setattr("socket.create_connection", connect)
    with pytest.raises(NoAnswer):
        far_away.post("https://push.example/x", headers={}, body=b"")
    assert (looked_up, gone_to) == (["push.example"], [("9.9.9.9", 443)])


def test_a_closed_door_is_no_answer(service: PushOffice) -> None:
    with pytest.raises(NoAnswer):
        far_away.post("http://127.0.0.1:1/x", headers={}, body=b"")


def test_without_the_tests_own_setting_no_machine_of_ours_is_asked(service: PushOffice) -> None:
    with override_settings(OPENCHAIR_PUSH_LOOPBACK=False), pytest.raises(Refused):
        far_away.post(service.endpoint("x"), headers={}, body=b"")
    assert not service.caught
