"""The two papers for machines."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from openchair.kit.clock import now
from tests.cast import ready_place

pytestmark = pytest.mark.django_db


def security() -> dict[str, str]:
    """The fields of security.txt."""
    answer = Client().get("/.well-known/security.txt")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    return dict(line.split(": ", 1) for line in answer.content.decode().splitlines())


def test_whoever_finds_a_weakness_reads_whom_to_tell(settings: Settings) -> None:
    settings.OPENCHAIR_SECURITY_CONTACT = "mailto:steward@chair.example"
    told = security()
    assert set(told) == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert told["Contact"] == "mailto:steward@chair.example"
    assert told["Canonical"] == f"{settings.OPENCHAIR_ORIGIN}/.well-known/security.txt"
    assert "en" in told["Preferred-Languages"]
    ends = datetime.strptime(told["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=30) < ends - now() < timedelta(days=365)


def test_without_a_contact_a_page_of_the_place_says_how_to_reach_its_keepers(
    settings: Settings,
) -> None:
    ready_place()
    contact = security()["Contact"]
    assert contact == f"{settings.OPENCHAIR_ORIGIN}/about/#reach"
    assert 'id="reach"' in Client().get("/about/").content.decode()


def test_the_contact_stands_on_the_page_too(settings: Settings) -> None:
    ready_place()
    settings.OPENCHAIR_SECURITY_CONTACT = "mailto:steward@chair.example"
    assert 'href="mailto:steward@chair.example"' in Client().get("/about/").content.decode()


def test_no_index_takes_us_in_even_before_the_first_run() -> None:
    answer = Client().get("/robots.txt")
    assert answer.status_code == 200
    assert answer.content == b"User-agent: *\nDisallow: /\n"
