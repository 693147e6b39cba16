"""What a browser writes down about a visit says nothing: titles, addresses, icons, names of files (S15)."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from openchair.people.models import Place
from openchair.project.who_may import addresses
from tests.cast import client_of
from tests.world import WORDS, World, the_world

pytestmark = pytest.mark.django_db(transaction=True)

TELLING = re.compile(
    r"recovery|addict|sober|sobriety|alcohol|drink|drug|gambl|overdose|craving|setback|relapse|crisis|suicid"
    r"|support|circle|anonym|harm|therap",
    re.IGNORECASE,
)
KIND = re.compile(
    r"[a-z]+(?:-[a-z]+)*/?|notes\.(?:txt|csv|json)|\.well-known/|robots\.txt|security\.txt|sw\.js"
)
ID = re.compile(
    r"<(?:slug|str|uuid):(?:\w+_id|token|letter|subject)>|<str:feed>\.ics|<start:start>|<day:day>"
    r"|<slug:(?:reading|icon|kind|sheet|part|step)>(?:\.webmanifest)?"
)
# What may stand behind a question mark: where to come back to, a choice out of a few, a date, a random id.
ASKED = {
    *("next", "country", "zone", "page", "language", "look", "path", "for", "span", "month", "week"),
    *("order", "before", "after", "newest", "in", "begin"),
}
KEPT_AS = {"notes.txt", "notes.csv", "notes.json", "notes.ics"}


@pytest.fixture
def world() -> World:
    made = the_world()
    Place.objects.update(name="Lantern recovery place")
    return made


def titles(world: World) -> Iterator[tuple[str, str]]:
    browser = client_of(world.amara)
    for path in world.addresses():
        answer = browser.get(path)
        if answer.status_code == 200 and b"<title>" in answer.content:
            yield path, answer.content.decode().split("<title>")[1].split("</title>")[0]


@pytest.mark.requirement("S15")
def test_titles_name_the_kind_of_page_and_nothing_else(world: World) -> None:
    found = dict(titles(world))
    assert len(found) > 40
    told = {path: said for path, said in found.items() if tells(said, world)}
    assert told == {}


@pytest.mark.requirement("S15")
def test_every_title_is_notes_where_that_was_chosen(world: World) -> None:
    Place.objects.update(titles=Place.Titles.NOTES)
    found = dict(titles(world))
    assert len(found) > 40
    assert {path: said for path, said in found.items() if said != "Notes"} == {}


@pytest.mark.requirement("S15")
def test_addresses_hold_kinds_and_random_ids() -> None:
    found = [one.path for one in addresses()]
    assert len(found) > 100
    assert [one for one in found if TELLING.search(one)] == []
    parts = {part for one in found for part in re.findall(r"[^/]+/?", one)}
    assert [
        part for part in sorted(parts) if not (KIND.fullmatch(part) or ID.fullmatch(part.rstrip("/")))
    ] == []


@pytest.mark.requirement("S15")
def test_links_and_forms_lead_to_addresses_that_hold_no_words(world: World) -> None:
    browser, led = client_of(world.amara), set[str]()
    for path in world.addresses():
        page = browser.get(path).content.decode(errors="ignore")
        led |= {one for one in re.findall(r'(?:href|action)="(/[^"]*)"', page) if "/static/" not in one}
    assert len(led) > 60
    assert [one for one in led if tells(one, world)] == []
    keys = {key for one in led if "?" in one for key in re.findall(r"[?;&](\w+)=", one)}
    assert keys - {"amp"} <= ASKED


@pytest.mark.requirement("S15")
def test_files_to_keep_have_names_that_say_nothing(world: World) -> None:
    browser, named = client_of(world.amara), set[str]()
    for path in world.addresses():
        answer = browser.get(path)
        named |= set(re.findall(r'data-name="([^"]*)"', answer.content.decode(errors="ignore")))
        named |= set(re.findall(r'filename="?([^";]+)', answer.headers.get("Content-Disposition", "")))
    assert named <= KEPT_AS


@pytest.mark.requirement("S15")
def test_icons_and_the_home_screens_name_say_nothing(world: World) -> None:
    page = client_of(world.amara).get("/me/").content.decode()
    linked = re.findall(r'<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]*)"', page)
    named = re.findall(
        r'<meta name="(?:application-name|apple-mobile-web-app-title)" content="([^"]*)"', page
    )
    assert len(linked) == 3 and named == ["Notes", "Notes"]
    manifest = Client().get(linked[-1]).content.decode()
    assert [one for one in (*linked, manifest) if tells(one, world)] == []


def test_a_telling_word_is_found(world: World) -> None:
    assert tells("Harbour", world) and tells("My recovery", world) and tells("Lantern recovery place", world)
    assert not tells("Group", world)


def tells(said: str, world: World) -> bool:
    """Does this name somebody, a group, the place, or what brings people here?"""
    names = [*WORDS, Place.here().name, world.amara.handle]
    return bool(TELLING.search(said)) or any(name.lower() in said.lower() for name in names if len(name) > 3)
