"""A place as it is really served: on a disk that fills up, behind a proxy, and what its log says."""

import http.client
import os
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from openchair.kit.headers import everywhere
from tests.journeys.place import Place

CANARY = "canary-7f3a-words"
PROXIED = {"Host": "chair.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}


@dataclass
class Visit:
    """Somebody without script: their cookies, and the headers of each of their requests."""

    place: Place
    cookies: dict[str, str]
    said: dict[str, str] = field(default_factory=lambda: {"Host": "localhost"})

    def ask(self, address: str, told: dict[str, str] | None = None) -> tuple[http.client.HTTPResponse, str]:
        """The answer and its words."""
        line = http.client.HTTPConnection("127.0.0.1", self.place.port, timeout=20)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {**self.said, "Cookie": cookie}
        if told is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        line.request("GET" if told is None else "POST", address, urlencode(told) if told else None, headers)
        answer = line.getresponse()
        words = answer.read().decode()
        line.close()
        for one in answer.headers.get_all("Set-Cookie", []):
            name, _sign, value = one.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer, words

    def send(self, page: str, told: dict[str, str], to: str = "") -> tuple[http.client.HTTPResponse, str]:
        """Open a page and send its form, with the token in it."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask(page)[1])
        assert token
        return self.ask(to or page, {**told, "csrfmiddlewaretoken": token[1]})


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB, in memory."""
    folder = tmp_path / "place" / "data"
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be made only where mounting is allowed (root)")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.requirement("S64")
def test_on_a_full_disk_reading_and_help_go_on_and_words_are_kept(small_disk: Path, tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    place.prepare()
    place.start()
    try:
        amara = Visit(place, {"oc": place.told["sessions"]["amara"]})
        page = f"/groups/{place.told['group']}/alias/"
        assert amara.send(page, {"alias": "Amara B"})[0].status == 303
        for left in (1_000_000, 0):  # less than a twentieth, then nothing
            _fill(small_disk, left)
            answer, words = amara.send(page, {"alias": f"Kept {CANARY}"})
            assert answer.status == 503 and f"Kept {CANARY}</textarea>" in words
            for address in ("/help/", "/today/", page):
                assert amara.ask(address)[0].status == 200
        assert "Amara B" in amara.ask(page)[1]
        (small_disk / "filling").unlink()
        assert amara.send(page, {"alias": "Amara C"})[0].status == 303
        assert "Amara C" in amara.ask(page)[1]
    finally:
        place.stop()
    assert CANARY not in place.log.read_text() and "Traceback" not in place.log.read_text()


class BehindProxy(Place):
    """As it stands behind a proxy that speaks https with the world."""

    def _answers(self) -> bool:
        try:
            return Visit(self, {}, PROXIED).ask("/help/")[0].status == 200
        except OSError:
            return False


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[BehindProxy]:
    """https://chair.example, served."""
    place = BehindProxy(tmp_path / "place", {"OPENCHAIR_TESTS": "0"})
    place.environ |= {"OPENCHAIR_ORIGIN": "https://chair.example", "OPENCHAIR_TRUSTED_PROXIES": "127.0.0.1"}
    place.prepare()
    place.start()
    yield place
    place.stop()


@pytest.mark.requirement("S19")
def test_behind_a_proxy_everything_is_told_to_come_by_https_and_nothing_is_logged(
    secure: BehindProxy,
) -> None:
    ben = Visit(secure, {"__Host-oc": secure.told["sessions"]["ben"]}, PROXIED)
    for address in ("/help/", "/today/", "/nowhere/", "/live/rooms/nothing/", "/robots.txt", "/a%00b/"):
        answer, _words = ben.ask(address)
        headers = {name.lower(): value for name, value in answer.getheaders()}
        assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains"
        assert headers["content-security-policy"].endswith("; upgrade-insecure-requests")
        assert {name.lower() for name in everywhere()} <= set(headers)
        assert "server" not in headers
    plain, _words = Visit(secure, {}, {"Host": "chair.example"}).ask("/help/")
    assert (plain.status, plain.headers["Location"]) == (301, "https://chair.example/help/")
    assert Visit(secure, {}, {**PROXIED, "Host": "localhost"}).ask("/help/")[0].status == 400


@pytest.mark.requirement("S39")
def test_behind_a_proxy_cookies_belong_to_this_host_alone(secure: BehindProxy) -> None:
    visit = Visit(secure, {}, {**PROXIED, "Origin": "https://chair.example"})
    told = {"handle": "ben", "words": "copper garden river twelve lamp maple", "mode": "own"}
    answer, _words = visit.send("/sign-in/", told)
    assert answer.status == 303
    given = answer.headers.get_all("Set-Cookie", [])
    assert {one.partition("=")[0] for one in given} >= {"__Host-oc", "__Host-csrf"}
    for one in given:
        assert one.startswith("__Host-")
        forgotten = "Max-Age=0" in one  # as the mark of leaving, which script may set
        for part in ("Secure", "Path=/", "SameSite=Lax", *(() if forgotten else ("HttpOnly",))):
            assert re.search(rf"; {part}(;|$)", one), one
        assert "domain=" not in one.lower()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A place on this machine."""
    here = Place(tmp_path / "place")
    here.prepare()
    here.start()
    yield here
    here.stop()


@pytest.mark.requirement("S65")
def test_what_people_type_is_in_no_log_even_when_everything_breaks(place: Place) -> None:
    amara = Visit(place, {"oc": place.told["sessions"]["amara"], "language": CANARY})
    amara.said |= {"User-Agent": CANARY, "X-Forwarded-For": CANARY, "Referer": f"http://localhost/{CANARY}"}
    home = f"/groups/{place.told['group']}"
    told = dict.fromkeys(
        ("name", "alias", "purpose", "note", "handle", "words", "key", "next", CANARY), CANARY
    )
    for page in (f"{home}/edit/", f"{home}/alias/", f"{home}/meetings/new/", "/sign-in/", "/recover/"):
        assert amara.send("/me/blocked/", told, to=page)[0].status < 500
    _break(place)
    for address in (f"{home}/?{CANARY}", f"/meetings/{CANARY}/", f"/{CANARY}", "/today/"):
        assert CANARY not in amara.ask(address)[1]
    assert amara.ask(f"{home}/")[0].status == 500
    log = place.log.read_text()
    assert "OperationalError" in log
    for unwanted in (CANARY, "Traceback", place.told["group"], "/groups/", "127.0.0.1", "groups_group"):
        assert unwanted not in log


def _fill(folder: Path, left: int) -> None:
    """Fill the disk until about so many bytes are left."""
    with (folder / "filling").open("ab") as file:
        disk = os.statvfs(folder)
        missing = disk.f_bavail * disk.f_frsize - left
        if missing > 0:
            os.posix_fallocate(file.fileno(), file.tell(), missing)


def _break(place: Place) -> None:
    """Take a table away under the running place."""
    with closing(sqlite3.connect(place.folder / "data" / "openchair.sqlite3")) as file:
        file.execute("ALTER TABLE groups_group RENAME TO gone")
