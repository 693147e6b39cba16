"""On the way out: the host is named, nothing happens by itself, and nobody can send others away from here."""

import pytest
from django.core.signing import Signer
from django.test import Client

from openchair.kit.links import Link
from tests.cast import ready_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_place() -> None:
    ready_place()


def way_to(address: str) -> str:
    """The page before that address."""
    answer = Client().get(Link.read(address).away)
    assert answer.status_code == 200
    assert "Refresh" not in answer.headers and "http-equiv" not in answer.content.decode()
    return answer.content.decode()


@pytest.mark.requirement("S57")
def test_the_host_is_named_and_the_link_tells_it_nothing_of_us() -> None:
    said = way_to("https://example.org/a?b=1&c=<2>")
    assert "<strong>example.org</strong>" in said
    assert (
        'href="https://example.org/a?b=1&amp;c=%3C2%3E" rel="noopener noreferrer nofollow ugc"'
        ' referrerpolicy="no-referrer"' in said
    )
    assert "can look like others" not in said


@pytest.mark.requirement("S57")
def test_a_name_that_imitates_another_is_shown_as_what_it_is() -> None:
    said = way_to("https://аpple.com/")
    assert "<strong>xn--pple-43d.com</strong>" in said
    assert "can look like others" in said and "<bdi>аpple.com</bdi>" in said
    assert "<strong>xn--pple-43d.com</strong>" in way_to("https://xn--pple-43d.com/")


def test_plain_http_is_said() -> None:
    assert "not protected on the way" in way_to("http://example.org/")
    assert "not protected on the way" not in way_to("https://example.org/")


@pytest.mark.parametrize(
    "to",
    ["", "https://evil.example/", "https://evil.example/:x", Signer().sign("https://evil.example/")],
    ids=["nothing", "an address", "a made-up seal", "a seal for something else"],
)
def test_nobody_can_send_others_away_from_here(to: str) -> None:
    assert Client().get("/away/", {"to": to}).status_code == 404
