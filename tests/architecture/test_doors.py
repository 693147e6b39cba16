"""Who may: every address of the place has a door, and somebody thought about whose it is."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from openchair.people.requests import Request, open_to_all

DOORS = {"signed in", "open to all", "stewards"}
# Drawn below the floor where people and their doors are; shows samples alone, to everyone.
BELOW_THE_DOORS = {"gallery/"}


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address, with what answers it."""
    for one in resolver.url_patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, here)
        else:
            yield here, one


def doorless(found: Iterator[tuple[str, URLPattern]]) -> list[str]:
    """The addresses whose view stands behind no door."""
    return [address for address, pattern in found if getattr(pattern.callback, "door", None) not in DOORS]


def test_every_address_has_a_door() -> None:
    found = list(patterns(get_resolver()))
    assert found
    assert set(doorless(iter(found))) == BELOW_THE_DOORS


def test_every_address_has_a_name() -> None:
    assert [address for address, pattern in patterns(get_resolver()) if not pattern.name] == []


def test_an_address_without_a_door_is_found() -> None:
    def unguarded(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @open_to_all
    def guarded(request: Request) -> HttpResponse:
        return HttpResponse()

    found = [("a/", path("a/", unguarded)), ("b/", path("b/", guarded))]
    assert doorless(iter(found)) == ["a/"]
