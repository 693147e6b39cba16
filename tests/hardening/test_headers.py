"""What every answer carries: at every address, for everybody, whatever comes of it."""

import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http.response import HttpResponseBase
from django.test import Client
from pytest_django.fixtures import Settings

from openchair.kit import headers
from tests.cast import ready_place
from tests.hardening.world import the_world

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types frames worker"
)
EXACTLY = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-DNS-Prefetch-Control": "off",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
NEVER = {"Server", "X-Powered-By", "Via", "Access-Control-Allow-Origin"}

pytestmark = pytest.mark.django_db(transaction=True)


def wrong_with(answer: HttpResponseBase, *, kept: bool = False) -> list[str]:
    """What an answer lacks; `kept` is for files that a browser may keep.

    A calendar asks again each time whether its file changed, and so may keep it that long.
    """
    kept = kept or (answer.get("Content-Type", "").startswith("text/calendar") and "ETag" in answer.headers)
    wrong = [f"{name}: {answer.get(name)}" for name, value in EXACTLY.items() if answer.get(name) != value]
    wrong += [name for name in NEVER if name in answer.headers]
    denied = answer.get("Permissions-Policy", "")
    wrong += [feature for feature in ("camera", "microphone", "geolocation") if f"{feature}=()" not in denied]
    if not kept and answer.get("Cache-Control") != "no-store":
        wrong.append(f"Cache-Control: {answer.get('Cache-Control')}")
    return wrong


@pytest.mark.requirement("S19")
@pytest.mark.requirement("S40")
def test_every_address_answers_everybody_with_all_of_them() -> None:
    world, statuses = the_world(), set()
    addresses, readers = world.addresses(), world.readers
    for method in ("get", "put", "post"):  # what is sent comes last: it changes the world
        for name, address in addresses.items():
            for reader, client in readers.items():
                answer = getattr(client, method)(address)
                assert answer.status_code < 500, f"{method} {name} for {reader}"
                assert wrong_with(answer) == [], f"{method} {name} for {reader}, {answer.status_code}"
                statuses.add(answer.status_code)
    assert {200, 303, 404, 405, 422} <= statuses


@pytest.mark.requirement("S19")
def test_files_refusals_and_faults_carry_them_too(client: Client) -> None:
    ready_place()
    sheet = client.get(staticfiles_storage.url("ui/css/base.css"))
    assert sheet.status_code == 200
    assert "immutable" in sheet["Cache-Control"]
    assert wrong_with(sheet, kept=True) == []
    sheet.close()
    for answer, status in (
        (client.get("/nowhere/"), 404),
        (client.get("/help"), 301),
        (client.get("/help/", headers={"host": "evil.example"}), 400),
        (client.post("/leave/", headers={"sec-fetch-site": "cross-site"}), 403),
        (Client(enforce_csrf_checks=True).post("/sign-in/"), 403),
        (client.get("/robots.txt"), 200),
    ):
        assert (answer.status_code, wrong_with(answer)) == (status, [])


@pytest.mark.requirement("S19")
def test_behind_https_browsers_are_told_to_come_no_other_way(client: Client, settings: Settings) -> None:
    assert "Strict-Transport-Security" not in client.get("/help/").headers
    settings.SECURE = True
    answer = client.get("/help/")
    assert answer["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert answer["Content-Security-Policy"] == f"{POLICY}; upgrade-insecure-requests"


def test_streams_are_given_the_same() -> None:
    told = {name.decode(): value.decode() for name, value in headers.for_streams()}
    assert told == {name.lower(): value for name, value in headers.everywhere().items()}
    assert all(re.fullmatch(r"[a-z-]+", name) for name in told)
