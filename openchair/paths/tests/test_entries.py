"""What was noted is dated otherwise, taken back and brought back, and the count stays whole."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from openchair.kit.clock import now
from openchair.paths import noting
from openchair.paths.about import About
from openchair.paths.models import Entry, Path
from openchair.paths.noting import When
from openchair.paths.tests.scene import a_path, shown, today
from openchair.people.models import Place
from openchair.people.settling import settle
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def path(cast: Cast) -> Path:
    """Ben's, of two hundred days."""
    return a_path(cast.ben)


def ago(path: Path, days: int) -> date:
    """The day so many days before the owner's today."""
    return today(path.person) - timedelta(days=days)


def pressed(entry: Entry, name: str, **told: str) -> tuple[int, str]:
    """What comes of pressing it: the status, and the page read aloud."""
    address = reverse(name, args=[entry.path.public_id, entry.public_id])
    answer = client_of(entry.person).post(address, told)
    return answer.status_code, text_of(answer.content)


def counted(path: Path) -> tuple[int, int]:
    """The days of this time, and of all."""
    return shown(path).reckoning.number(), shown(path).reckoning.kept


def page_of(path: Path) -> str:
    """The list of what was noted."""
    answer = client_of(path.person).get(reverse("path-entries", args=[path.public_id]))
    assert answer.status_code == 200
    return answer.content.decode()


def last_of(path: Path) -> Entry:
    """What was noted last."""
    return path.entries.select_related("path__person", "person").latest("number")


def anew(path: Path, days: int) -> Entry:
    """So many days ago it happened, and a new run began at that hour."""
    on = ago(path, days)
    noting.set_back(path=path, when=When(on), again=When(on, moment=now() - timedelta(days=days)))
    return path.entries.select_related("path__person", "person").get(number=2)


@pytest.mark.parametrize("days", [9, 13])
def test_a_new_run_begins_on_the_day_to_which_its_setback_is_moved(path: Path, days: int) -> None:
    entry = anew(path, 11)
    assert counted(path) == (11, 200)
    assert pressed(entry, "path-entry", on=ago(path, days).isoformat())[0] == 303
    assert counted(path) == (days, 200)
    run = shown(path).reckoning.current
    assert run is not None and run.began.moment is None
    assert pressed(last_of(path), "path-entry-undo")[0] == 303
    assert counted(path) == (11, 200) and shown(path).reckoning.current is not None


def test_a_new_run_that_began_later_stays_unless_its_setback_comes_after_it(path: Path) -> None:
    entry = anew(path, 20)
    restart = path.entries.select_related("path__person", "person").get(number=3)
    assert pressed(restart, "path-entry", on=ago(path, 15).isoformat())[0] == 303
    for days, number in ((18, 15), (12, 12), (19, 15)):
        pressed(entry, "path-entry", on=ago(path, days).isoformat())
        assert counted(path)[0] == number


@pytest.mark.parametrize("told", [{"precision": "day"}, {"precision": "year"}])
def test_a_new_run_does_not_begin_before_its_setback(path: Path, told: dict[str, str]) -> None:
    anew(path, 11)
    restart = path.entries.select_related("path__person", "person").get(number=3)
    status, page = pressed(restart, "path-entry", on=ago(path, 12).isoformat(), **told)
    assert status == 422
    assert "Choose that day or a later one." in page
    assert counted(path) == (11, 200)


def test_what_would_lie_before_the_beginning_is_said_beside_the_button(path: Path) -> None:
    began = shown(path).start
    earlier = noting.describe(path=path, start=began, about=About("Wine"), when=When(ago(path, 300)))
    setback = noting.set_back(path=path, when=When(ago(path, 250)), again=None)
    status, page = pressed(earlier, "path-entry-undo")
    assert status == 422 and "would come before the path begins" in page
    assert shown(path).start.on == ago(path, 300)
    assert pressed(setback, "path-entry-undo")[0] == 303
    assert pressed(earlier, "path-entry-undo")[0] == 303
    status, page = pressed(setback, "path-entry-return")
    assert status == 422 and "would come before the path begins" in page
    assert counted(path) == (200, 200)
    assert pressed(earlier, "path-entry-return")[0] == 303
    assert pressed(setback, "path-entry-return")[0] == 303
    assert counted(path) == (300, 299)


def test_what_belongs_to_something_taken_back_waits_with_it_out_of_sight(path: Path) -> None:
    entry = anew(path, 11)
    pressed(entry, "path-entry", on=ago(path, 11).isoformat(), helped="A walk")
    told = ("A walk", "Counting again", "Something was put right")
    assert all(one in page_of(path) for one in told)
    pressed(entry, "path-entry-undo")
    assert not any(one in page_of(path) for one in told)
    belonging = [one.public_id for one in path.entries.filter(number__gt=2)]
    assert len(belonging) == 2 and not any(one in page_of(path) for one in belonging)
    pressed(entry, "path-entry-return")
    assert all(one in page_of(path) for one in (*told, *belonging))


@time_machine.travel("2027-01-02T01:30:00Z", tick=False)  # half past two in Rome
def test_an_hour_of_the_night_belongs_to_the_day_before_and_stays_when_it_is_kept(cast: Cast) -> None:
    settle(person=cast.ben, place=Place.here(), zone="Europe/Rome", rollover=4)
    told = {"label": "Tea", "kind": "abstain", "on": "2027-01-01", "precision": "day", "hour": "2"}
    client_of(cast.ben).post(reverse("path-new"), told)
    path = Path.objects.get(person=cast.ben)
    moment = datetime(2027, 1, 2, 1, tzinfo=UTC)
    assert (shown(path).start.on, shown(path).start.moment) == (date(2027, 1, 1), moment)
    assert shown(path).reckoning.hours(now()) == 0
    for label in ("Mint tea", "Sage tea"):
        client_of(cast.ben).post(reverse("path-edit", args=[path.public_id]), {**told, "label": label})
        assert (shown(path).about.label, shown(path).start.moment) == (label, moment)
    client_of(cast.ben).post(reverse("path-edit", args=[path.public_id]), {**told, "hour": "5"})
    assert shown(path).start.moment == datetime(2027, 1, 1, 4, tzinfo=UTC)
