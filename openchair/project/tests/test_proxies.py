"""Behind a proxy, the limits see who asks; nobody else can say that they are somebody else."""

from ipaddress import ip_network
from typing import cast

import pytest
from asgiref.typing import HTTPScope
from django.test import RequestFactory

from openchair.people import limits
from openchair.people.limits import Limit
from openchair.project.proxies import seen_through

OURS = (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"), ip_network("::1"))
GUESSING = Limit("test", times=2, seconds=60)


def came(peer: str | None, *headers: tuple[str, str]) -> HTTPScope:
    """A request as it is seen behind the proxies, sent by this peer."""
    scope = {
        "type": "http",
        "scheme": "http",
        "client": (peer, 50_000) if peer else None,
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
    }
    return seen_through(cast(HTTPScope, scope), OURS)


def who(scope: HTTPScope) -> str:
    """The address it came from."""
    return scope["client"][0] if scope["client"] else ""


@pytest.mark.parametrize(
    ("peer", "said", "seen"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "203.0.113.9, 192.0.2.7", "192.0.2.7"),  # the left one could be anything
        ("127.0.0.1", "203.0.113.9, 192.0.2.7, 10.1.2.3", "192.0.2.7"),  # two proxies of ours
        ("127.0.0.1", "203.0.113.9, nonsense, 10.1.2.3", "10.1.2.3"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7:8080", "127.0.0.1"),
    ],
)
def test_a_proxy_of_ours_says_who_asks(peer: str, said: str, seen: str) -> None:
    assert who(came(peer, ("x-forwarded-for", said))) == seen


def test_several_headers_are_read_as_one() -> None:
    scope = came("127.0.0.1", ("x-forwarded-for", "203.0.113.9"), ("x-forwarded-for", "192.0.2.7"))
    assert who(scope) == "192.0.2.7"


def test_a_proxy_of_ours_says_that_it_was_https() -> None:
    assert came("127.0.0.1", ("x-forwarded-proto", "https"))["scheme"] == "https"
    assert came("127.0.0.1", ("x-forwarded-proto", "https, http"))["scheme"] == "http"
    assert came("127.0.0.1", ("x-forwarded-proto", "gopher"))["scheme"] == "http"


@pytest.mark.parametrize("peer", ["192.0.2.66", "11.0.0.1", "2001:db8::1", None])
def test_nobody_else_can_pass_for_another(peer: str | None) -> None:
    scope = came(peer, ("x-forwarded-for", "198.51.100.1"), ("x-forwarded-proto", "https"))
    assert who(scope) == (peer or "")
    assert scope["scheme"] == "http"


def test_what_is_said_in_a_proxys_name_goes_no_further() -> None:
    said = ("x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded", "x-real-ip")
    for peer in ("127.0.0.1", "192.0.2.66"):
        scope = came(peer, ("accept", "text/html"), *((name, "https") for name in said))
        assert scope["headers"] == [(b"accept", b"text/html")]


def test_the_limits_count_each_network_behind_the_proxy_by_itself() -> None:
    def tries(address: str) -> list[bool]:
        seen = who(came("127.0.0.1", ("x-forwarded-for", address)))
        asking = RequestFactory(REMOTE_ADDR=seen).post("/sign-in/")
        return [limits.take_from_network(GUESSING, asking) for _ in range(3)]

    assert tries("192.0.2.7") == [True, True, False]
    assert tries("198.51.100.7") == [True, True, False]


def test_whoever_invents_addresses_is_still_one_network() -> None:
    took = []
    for number in range(3):
        seen = who(came("192.0.2.7", ("x-forwarded-for", f"198.51.{number}.1")))
        took.append(limits.take_from_network(GUESSING, RequestFactory(REMOTE_ADDR=seen).post("/sign-in/")))
    assert took == [True, True, False]
