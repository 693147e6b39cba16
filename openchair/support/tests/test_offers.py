"""What higher floors offer on the help page."""

import logging
from collections.abc import Iterator

import pytest
from django.db import DatabaseError
from django.http import HttpRequest
from django.test import RequestFactory

from openchair.support import offers
from openchair.support.offers import Offer

MEETING = Offer("Evening open meeting", "on now, until 21:00 (London)", "/meetings/abc/")


def one_meeting(request: HttpRequest) -> list[Offer]:
    return [MEETING]


def many_meetings(request: HttpRequest) -> Iterator[Offer]:
    yield from [MEETING] * 50


def broken(request: HttpRequest) -> Iterator[Offer]:
    yield MEETING
    raise DatabaseError("secret words of somebody")


@pytest.fixture(autouse=True)
def nothing_else_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "_sources", [])


def test_an_offer_is_shown_until_it_is_forgotten(rf: RequestFactory) -> None:
    offers.register(one_meeting)
    offers.register(one_meeting)
    assert offers.offers(rf.get("/help/")) == [MEETING]
    offers.forget(one_meeting)
    assert offers.offers(rf.get("/help/")) == []


def test_there_are_never_more_than_three(rf: RequestFactory) -> None:
    offers.register(many_meetings)
    assert len(offers.offers(rf.get("/help/"))) == offers.AT_MOST


def test_a_broken_source_gives_nothing_and_its_words_are_not_logged(
    rf: RequestFactory, caplog: pytest.LogCaptureFixture
) -> None:
    offers.register(broken)
    offers.register(one_meeting)
    logging.getLogger("openchair").addHandler(caplog.handler)
    assert offers.offers(rf.get("/help/")) == [MEETING]
    assert "DatabaseError" in caplog.text
    assert "secret" not in caplog.text
