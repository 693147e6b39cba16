"""The gallery shows every piece, to anybody."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

PIECES = Path(__file__).parents[1] / "templates/ui"


@pytest.mark.django_db
def test_the_gallery_opens_for_anybody(client: Client) -> None:
    answer = client.get(reverse("gallery"))

    assert answer.status_code == 200
    assert "Every piece, in every state" in answer.text


def test_every_piece_stands_in_the_gallery() -> None:
    gallery = "".join(path.read_text() for path in (PIECES / "gallery").glob("*.html"))
    shown = gallery + (PIECES / "page.html").read_text()
    sources = "".join(path.read_text() for path in PIECES.glob("*.html"))
    made = set(re.findall(r"{% macro (\w+)\(", sources))
    parts = {"trouble", "about", "named", "shell", "pick", "option", "minutes", "error_title"}
    parts |= {"around", "step", "day", "live"}

    assert {name for name in made - parts if not re.search(rf"\b{name}(\(| as )", shown)} == set()


def test_every_icon_of_the_sprite_stands_in_the_gallery() -> None:
    sprite = (PIECES.parents[1] / "static/ui/icons.svg").read_text()
    shown = (PIECES / "gallery/icons.html").read_text()

    drawn = set(re.findall(r'symbol id="(\w+)"', sprite))
    assert drawn - set(re.findall(r"\w+", shown)) == set()
