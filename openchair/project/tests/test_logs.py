"""What goes wrong is said by its class; what somebody sent is not said at all."""

import logging
from pathlib import Path

import pytest

from tests.journeys.place import Place

SENT = "words-that-somebody-sent"


@pytest.mark.requirement("S65")
def test_nothing_that_was_sent_reaches_the_log(tmp_path: Path) -> None:
    place = Place(tmp_path / "place")
    place.prepare()
    place.start()
    try:
        assert place.asked("/help/", host=f"{SENT}.example") == 400
        assert place.asked(f"/groups/{SENT}/") in {303, 404}
        assert place.asked("/sign-in/", fields=dict.fromkeys(map(str, range(500)), SENT)) in {400, 403}
    finally:
        place.stop()
    assert place.log.exists()
    assert SENT not in place.log.read_text()
    assert "Traceback" not in place.log.read_text()


def test_a_fault_of_ours_is_told_by_its_class(caplog: pytest.LogCaptureFixture) -> None:
    bare = next(one for one in logging.getLogger("django").handlers if one.filters)
    record = logging.LogRecord(
        "django.request", logging.ERROR, "x", 1, "%s", (SENT,), (ValueError, ValueError(SENT), None)
    )
    assert bare.filter(record)
    assert bare.format(record) == "ERROR django.request ValueError"
