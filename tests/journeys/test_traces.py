"""With what and from where somebody came is in no file of the place, also not in its log."""

import http.client
from urllib.parse import urlencode

import pytest

from tests.cast import WORDS
from tests.journeys.conftest import NewPage
from tests.journeys.place import Place

pytestmark = [pytest.mark.journey, pytest.mark.requirement("S03")]

TRACES = {
    "User-Agent": "Quixotic/9.1 (Rocinante; LaMancha)",
    "X-Forwarded-For": "203.0.113.77",
    "X-Real-IP": "203.0.113.78",
    "Forwarded": "for=203.0.113.79",
    "Referer": "https://cervantes.example/windmills",
    "Accept-Language": "oc-FR",
    "From": "sancho@panza.example",
    "Sec-CH-UA-Model": "Dapple",
}
SAID = ("Quixotic", "203.0.113", "cervantes", "oc-FR", "sancho", "Dapple")


def ask(place: Place, method: str, path: str, fields: dict[str, str] | None = None) -> int:
    """The status of an answer to a browser that tells everything about itself."""
    asking = http.client.HTTPConnection("127.0.0.1", place.port, timeout=10)
    cookie = {"Cookie": f"oc={place.told['sessions']['amara']}", "Host": f"localhost:{place.port}"}
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
    try:
        asking.request(method, path, urlencode(fields or {}) or None, TRACES | cookie | kind)
        return asking.getresponse().status
    finally:
        asking.close()


def test_no_file_tells_with_what_or_from_where_somebody_came(place: Place, page_of: NewPage) -> None:
    asked = [ask(place, "GET", path) for path in ("/", "/me/", "/today/", "/help/", "/sign-in/", "/nowhere/")]
    asked += [ask(place, "POST", "/sign-in/", {"handle": "ben", "words": WORDS, "mode": "own"})]
    assert asked == [200, 200, 200, 200, 303, 404, 403]
    ben = page_of("ben")
    ben.set_extra_http_headers({"X-Forwarded-For": "203.0.113.77", "User-Agent": "Quixotic/9.1"})
    for path in ("/me/", "/today/", f"/groups/{place.told['group']}/"):
        ben.goto(path)
    place.stop()
    assert place.log.exists() and place.holds("people_session"), "files are looked into"
    assert {words: place.holds(words) for words in SAID} == {words: [] for words in SAID}
    assert place.holds("127.0.0.1") == []
