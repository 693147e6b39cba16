"""Addresses in people's words: links over a page of ours, or plain text."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.signing import Signer
from hypothesis import given
from hypothesis import strategies as some

from openchair.kit.links import LONGEST, Link, NotALink, linked

A = re.compile(r'<a href="([^"]*)" rel="noopener noreferrer nofollow ugc" dir="ltr">([^<]*)</a>')


def shown(words: str) -> str:
    """What a reader sees of it, its tags taken away."""
    return unescape(re.sub(r"</?a\b[^>]*>", "", linked(words)))


def led_to(words: str) -> list[str]:
    """The addresses that our pages on the way name."""
    pages = [urlsplit(unescape(href)) for href, _text in A.findall(linked(words))]
    assert all(page.path == "/away/" and not page.netloc for page in pages)
    return [Link.back(parse_qs(page.query)["to"][0]).address for page in pages]


@pytest.mark.requirement("S57")
@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("see https://example.org.", "https://example.org"),
        ("(http://example.org/a)", "http://example.org/a"),
        ("https://example.org/Chair_(room), yes", "https://example.org/Chair_(room)"),
        ("“https://example.org/?a=1&b=2”", "https://example.org/?a=1&b=2"),
        ("https://example.org/Chair_(room))", "https://example.org/Chair_(room)"),
        ("https://example.org/a[1]{2}))]}…", "https://example.org/a[1]%7B2%7D"),
        (f"https://example.org/{'(' * 400}{')' * 401}.", f"https://example.org/{'(' * 400}{')' * 400}"),
        (f"https://example.org/x{')' * 900}", "https://example.org/x"),
        ("HTTPS://Example.ORG/Way", "https://example.org/Way"),
        ("https://example.org:8443/x#part", "https://example.org:8443/x#part"),
        ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
        ("https://аpple.com", "https://xn--pple-43d.com"),
        ('https://example.org/"onmouseover=x', "https://example.org/"),
    ],
)
def test_a_web_address_leads_over_our_page(words: str, address: str) -> None:
    assert led_to(words) == [address]
    assert shown(words) == words


@pytest.mark.requirement("S57")
@pytest.mark.parametrize(
    "words",
    [
        "https://bank.example@evil.example/",
        "https://somebody:word@example.org/",
        "https://@example.org/",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<b>x</b>",
        "ftp://example.org/",
        "http://localhost:8000/leave/",
        "http://192.168.1.1/reboot",
        "http://2130706433/",
        "http://[::1]/",
        "https://[broken",
        "https://example.org:port/",
        "https://",
        "https://a..example.org/",
        f"https://example.org/{'x' * LONGEST}",
        f"https://example.org/{')' * LONGEST}",
    ],
)
def test_anything_else_stays_plain_text(words: str) -> None:
    assert "<a" not in linked(words)
    assert shown(words) == words


@pytest.mark.requirement("S57")
@pytest.mark.parametrize("ending", [")", "()", ".", ")]}"])
def test_a_page_of_brackets_behind_an_address_is_not_looked_at_sign_by_sign(ending: str) -> None:
    words = f"https://example.org/{ending * 100_000} and on"
    assert linked(words) == words


@given(some.text())
def test_words_come_out_as_they_were_written_and_nothing_is_markup(words: str) -> None:
    assert shown(f"{words} https://example.org/ {words}") == f"{words} https://example.org/ {words}"
    assert "<" not in A.sub("", linked(words + "https://example.org/" + words))


@given(some.text(min_size=1))
def test_only_what_we_signed_is_led_to(said: str) -> None:
    with pytest.raises(NotALink):
        Link.back(said)
    with pytest.raises(NotALink):
        Link.back(f"https://example.org:{said}")


def test_a_signature_for_something_else_leads_nowhere() -> None:
    with pytest.raises(NotALink):
        Link.back(Signer(salt="another").sign("https://example.org"))
    with pytest.raises(NotALink):
        Link.back(Signer(salt="openchair.away").sign("javascript:alert(1)"))
