"""Who may: every address of the place has a door and a line, and somebody thought about whose it is."""

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, path, resolve

from openchair.groups.policy import POLICY, door
from openchair.people.requests import Request, open_to_all, signed_in
from openchair.project import who_may, who_may_page
from openchair.project.who_may import PHRASES, Address, Declared, acts, addresses, declared, faults
from tests.architecture.rules.acts import asked_by

# Asked by the query itself (`visible_to`), which tests/matrix proves to say the same.
BY_QUERY = {"meeting.read"}


def guarded(request: HttpRequest) -> HttpResponse:
    """A view behind a door."""
    return HttpResponse(f"for {request.path}")


def at(pattern: URLPattern) -> Address:
    """An address as the place would have it."""
    return Address(pattern.name or "", f"/{pattern.pattern}", pattern)


OPEN = at(path("a/", open_to_all(guarded), name="a"))
OF_A_THING = at(path("a/<slug:b>/", open_to_all(guarded), name="a"))


@pytest.mark.requirement("S09")
def test_every_address_says_who_may() -> None:
    assert who_may.every_address_says_who_may(None) == []
    assert len(list(addresses())) == len(declared())


def test_django_looks_at_it_before_anything_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who_may, "declared", dict)
    said = [one.msg for one in run_checks()]
    assert any("who may? Give it a line" in line for line in said)


@pytest.mark.requirement("S09")
@pytest.mark.parametrize(
    ("address", "line", "said"),
    [
        (OPEN, None, "/a/ (a): who may?"),
        (at(path("a/", guarded, name="a")), Declared("A", ("GET",)), "stands behind no door"),
        (OPEN, Declared("A", ()), "it is asked by GET, by POST or by both"),
        (OPEN, Declared("A", ("PUT",)), "it is asked by GET, by POST or by both"),
        (OPEN, Declared("A", ("GET",), ("group.paint",)), "'group.paint' is no act"),
        (
            at(path("a/<slug:b>/", open_to_all(guarded), name="a")),
            Declared("A", ("GET",)),
            "asks nothing about it",
        ),
    ],
)
def test_what_an_address_lacks_is_said(address: Address, line: Declared | None, said: str) -> None:
    [fault] = faults(address, {"a": line} if line else {})
    assert said in fault


def test_a_line_without_an_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who_may, "declared", lambda: declared() | {"cellar": Declared("A", ("GET",))})
    [fault] = who_may.every_address_says_who_may(None)
    assert "cellar: there is no such address" in fault.msg


def test_what_is_asked_otherwise_or_has_no_line_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    serve = who_may.only_as_declared(guarded)
    refuse = serve.process_view  # type: ignore[attr-defined]
    request = RequestFactory().put("/today/")
    request.resolver_match = resolve("/today/")
    assert refuse(request, guarded, (), {}).status_code == 405
    monkeypatch.setattr(who_may, "declared", dict)
    with pytest.raises(ImproperlyConfigured, match="today: who may"):
        refuse(request, guarded, (), {})


@pytest.mark.requirement("S09")
@pytest.mark.parametrize("address", [pytest.param(one, id=one.name) for one in addresses()])
def test_each_address_asks_for_what_its_line_says(address: Address) -> None:
    said = set(declared()[address.name].asks) - PHRASES.keys() - BY_QUERY
    assert asked_by(address.pattern.callback) == said


def test_an_act_that_a_view_asks_for_is_found() -> None:
    @signed_in
    def view(request: Request, group_id: str) -> HttpResponse:
        return HttpResponse(str(door(request.person, "group.edit", group_id)))

    assert asked_by(view) == {"group.edit"}


def test_every_act_of_the_tables_is_asked_for_somewhere() -> None:
    assert acts().keys() == {act for line in declared().values() for act in line.asks} - PHRASES.keys()


def test_the_page_to_read_aloud_is_what_the_tables_say() -> None:
    assert who_may_page.PAGE.read_text(encoding="utf-8") == who_may_page.text(), (
        "run python -m openchair who-may"
    )


def test_rules_are_read_aloud_without_doubt() -> None:
    assert acts()["room.greet"].startswith("is inside and (is chair or is cohost")
    assert POLICY.aloud()["group.edit"] == "is host"


def test_every_address_has_a_name() -> None:
    assert [one.path for one in addresses() if not one.name] == []
