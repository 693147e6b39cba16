"""The short way to the connection carries the same bytes as the long one, and is taken where we know it."""

from typing import Literal

import pytest

from openchair.live.tests.stage import BEN, ELI, Heard, Stage

ROOM = "rooms/KEY/en/member"


@pytest.mark.parametrize(("http", "short"), [("httptools", True), ("h11", False)])
def test_both_ways_deliver_the_same(http: Literal["httptools", "h11"], short: bool) -> None:
    with Stage(http=http) as stage:
        ben, eli = stage.listener(BEN), stage.listener(ELI)
        ben.next(), eli.next()
        assert [reader._flow is not None for reader in stage.hub.readers()] == [short, short]
        stage.hub.publish(ROOM, "<p>ž 1</p>", instead={ELI: "<p>own</p>"})
        stage.hub.publish(ROOM, "<p>2</p>")
        stage.hub.close("rooms/KEY")
        last = [Heard("message", "<p>2</p>"), Heard("bye", "reload")]
        assert ben.all() == [Heard("message", "<p>ž 1</p>"), *last]
        assert eli.all() == [Heard("message", "<p>own</p>"), *last]


@pytest.mark.parametrize("http", ["httptools", "h11"])
def test_after_the_last_event_a_connection_can_be_used_again(http: Literal["httptools", "h11"]) -> None:
    with Stage(http=http) as stage:
        ben = stage.listener(BEN)
        ben.next()
        stage.hub.dismiss("", BEN)
        assert ben.all() == [Heard("bye", "reload")]
        assert ben.again() == 200
