"""Joining as somebody does it, for the tests that need a part of it."""

import re

from django.test import Client

from openchair.people.models import Person

MINE = "a lamp in the harbour at night"
OFFERED = {"how": "offered", "mode": "own"}
OWN = {"how": "own", "own": MINE, "mode": "own"}


def read_the_rules(client: Client, after: str = "") -> None:
    assert client.post("/join/", {"next": after}).status_code == 303


def choose_words(client: Client, form: dict[str, str] | None = None) -> None:
    read_the_rules(client)
    assert client.post("/join/name/", form or OFFERED).status_code == 303


def keys_on(client: Client, path: str = "/join/keys/") -> tuple[list[str], str]:
    """The eight keys of the page, and the end of the one that is asked for."""
    page = client.get(path).content.decode()
    keys = re.findall(r"<li>([0-9A-Z-]{29})</li>", page)
    asked = re.search(r"last 5 letters and numbers of key (\d)", page)
    assert asked
    return keys, keys[int(asked[1]) - 1][-5:]


def join(client: Client, form: dict[str, str] | None = None) -> tuple[Person, list[str]]:
    """Somebody who joined and is signed in, and their spare keys."""
    choose_words(client, form)
    keys, ending = keys_on(client)
    assert client.post("/join/keys/", {"ending": ending}).status_code == 303
    return Person.objects.latest("joined_at"), keys


def text_of(page: bytes) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"(?s)<[^>]*>", " ", page.decode()))
