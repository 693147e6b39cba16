"""Which days are marked: ready-made sets, one's own, and sets that a group gives a name."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from openchair.kit.clock import now
from openchair.paths import marking
from openchair.paths.about import About
from openchair.paths.milestones import Milestone
from openchair.paths.models import Entry, GroupSet, Path
from openchair.paths.tests.scene import a_path, shown
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
ROUND = {"name": "Our round chips", "days": "50, 200", "months": "5", "years": "1, 2"}


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def path(cast: Cast) -> Path:
    """Ben's, two hundred days old."""
    return a_path(cast.ben, about=About("Wine", sets=("usual",)))


def page_of(path: Path) -> str:
    return reverse("path-milestones", args=[path.public_id])


def kept(path: Path, **told: object) -> Client:
    """Ben marks these."""
    browser = client_of(path.person)
    assert browser.post(page_of(path), told).status_code == 303
    return browser


def reached(path: Path) -> list[str]:
    return [one.milestone.key for one in shown(path).reached]


def in_group(cast: Cast, name: str, *ids: str) -> str:
    return reverse(name, args=[cast.harbour.public_id, *ids])


def a_set(cast: Cast) -> GroupSet:
    """One that Amara gave a name."""
    assert client_of(cast.amara).post(in_group(cast, "group-milestones-new"), ROUND).status_code == 303
    return GroupSet.objects.get()


def read(person: Person, where: str) -> str:
    answer = client_of(person).get(where)
    assert answer.status_code == 200
    return text_of(answer.content)


def test_a_new_path_marks_what_fits_its_kind(cast: Cast) -> None:
    told = {"label": "Beer", "kind": "reduce", "on": "2026-03-01"}
    client_of(cast.ben).post("/paths/new/", told)
    assert shown(Path.objects.get()).about.sets == ("weeks",)


def test_days_months_and_years_are_added_and_taken_away(path: Path) -> None:
    browser = kept(path, sets=["usual"], days="45, 120", months="4, 12", years="2")
    assert {"days-45", "days-120", "months-4"} <= set(reached(path))
    page = browser.get(page_of(path)).content.decode()
    assert 'value="45, 120"' in page and 'value="4"' in page and 'value="1, 2"' in page
    kept(path, sets=["usual"], days="45", without=["days-30", "months-6"])
    assert reached(path) == ["hours-24", "days-45", "days-60", "days-90"]
    kept(path)
    assert reached(path) == []
    kept(path, sets=["usual"])
    assert reached(path) == ["hours-24", "days-30", "days-60", "days-90", "months-6"]


def test_it_is_noted_in_the_ledger_and_can_be_taken_back(path: Path) -> None:
    kept(path, sets=["hundreds"])
    kept(path, sets=["hundreds"])
    noted = Entry.objects.filter(path=path).order_by("-number")
    assert noted.count() == 2
    undo = reverse("path-entry-undo", args=[path.public_id, noted[0].public_id])
    client_of(path.person).post(undo)
    assert shown(path).about.sets == ("usual",)


def test_changing_a_path_leaves_its_marks_alone(path: Path) -> None:
    kept(path, sets=["usual"], days="45", without=["days-30"])
    on = shown(path).start.on.isoformat()
    told = {"label": "Beer", "kind": "reduce", "on": on}
    client_of(path.person).post(reverse("path-edit", args=[path.public_id]), told)
    about = shown(path).about
    assert (about.label, about.sets, about.own_days) == ("Beer", ("usual",), (45,))
    assert about.without == ("days-30",)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"days": "45, soon"}, "Write numbers from 1 to 36500"),
        ({"months": "0"}, "Write numbers from 1 to 1200"),
        ({"years": "101"}, "Write numbers from 1 to 100,"),
        ({"days": " ".join(map(str, range(1, 26)))}, "Up to two dozen"),
        ({"sets": ["lucky"]}, "Choose only from these."),
        ({"without": ["days-31"]}, "Choose only from these."),
    ],
)
def test_what_cannot_be_marked_is_said_beside_its_field(
    path: Path, told: dict[str, object], words: str
) -> None:
    answer = client_of(path.person).post(page_of(path), {"sets": ["usual"], "days": "7", **told})
    assert answer.status_code == 422 and words in text_of(answer.content)
    assert Entry.objects.filter(path=path).count() == 1


def test_it_is_one_s_own_page(cast: Cast, path: Path) -> None:
    for other in (cast.amara, cast.dana):
        browser = client_of(other)
        assert browser.get(page_of(path)).status_code == 404 == browser.post(page_of(path)).status_code


def test_hosts_name_a_set_and_members_read_it(cast: Cast) -> None:
    a_set(cast)
    said = read(cast.ben, in_group(cast, "group-milestones"))
    assert "Our round chips" in said and "50 days, 200 days, 5 months, 1 year, 2 years" in said
    assert "Name a new set" not in said
    assert "Name a new set" in read(cast.amara, in_group(cast, "group-milestones"))
    assert client_of(cast.dana).get(in_group(cast, "group-milestones")).status_code == 404
    assert client_of(cast.ben).post(in_group(cast, "group-milestones-new"), ROUND).status_code == 404


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"name": ""}, "Give it a name"),
        ({"days": "", "months": "", "years": ""}, "Write at least one number"),
    ],
)
def test_a_set_has_a_name_and_marks_something(cast: Cast, told: dict[str, str], words: str) -> None:
    answer = client_of(cast.amara).post(in_group(cast, "group-milestones-new"), {**ROUND, **told})
    assert answer.status_code == 422 and words in text_of(answer.content)
    assert not GroupSet.objects.exists()


def test_a_member_takes_it_over_and_nobody_is_told(cast: Cast, path: Path) -> None:
    made = a_set(cast)
    kept(path, sets=["usual"], without=["months-6"], days="45")
    browser = client_of(cast.ben)
    assert "Our round chips" in text_of(browser.get(page_of(path)).content)
    adopt = reverse("path-milestones-adoption", args=[path.public_id, made.public_id])
    before = read(cast.amara, in_group(cast, "group-milestones"))
    answer = browser.post(adopt)
    about = shown(path).about
    assert about.own_days == (45, 50, 200) and about.own_months == (5, 12, 24)
    assert read(cast.amara, in_group(cast, "group-milestones")) == before
    assert "undo/" in browser.get(answer["Location"]).content.decode()


def test_what_hosts_change_later_changes_no_path(cast: Cast, path: Path) -> None:
    made = a_set(cast)
    client_of(cast.ben).post(reverse("path-milestones-adoption", args=[path.public_id, made.public_id]))
    edit = in_group(cast, "group-milestones-edit", made.public_id)
    page = client_of(cast.amara).get(edit).content.decode()
    assert 'value="50, 200"' in page and 'value="1, 2"' in page
    client_of(cast.amara).post(edit, {"name": "Others", "days": "77"})
    said = read(cast.ben, in_group(cast, "group-milestones"))
    assert "Others" in said and "77 days" in said
    assert 50 in shown(path).about.own_days and 77 not in shown(path).about.own_days


def test_a_set_put_away_is_brought_back_for_thirty_days(cast: Cast, path: Path) -> None:
    made, amara = a_set(cast), client_of(cast.amara)
    adopt = reverse("path-milestones-adoption", args=[path.public_id, made.public_id])
    amara.post(in_group(cast, "group-milestones-removal", made.public_id))
    assert "Our round chips" not in read(cast.ben, in_group(cast, "group-milestones"))
    assert client_of(cast.ben).post(adopt).status_code == 404
    amara.post(in_group(cast, "group-milestones-return", made.public_id))
    assert "Our round chips" in read(cast.ben, in_group(cast, "group-milestones"))
    amara.post(in_group(cast, "group-milestones-removal", made.public_id))
    with time_machine.travel(now() + timedelta(days=31)):
        marking.forget_put_away(now())
    assert not GroupSet.objects.exists()


def test_sets_of_other_groups_are_not_there(cast: Cast) -> None:
    made, outside = a_set(cast), a_path(cast.dana)
    adopt = reverse("path-milestones-adoption", args=[outside.public_id, made.public_id])
    assert client_of(cast.dana).post(adopt).status_code == 404
    assert "Our round chips" not in read(cast.dana, page_of(outside))
    assert marking.marks_in(made)[0] == Milestone.of_key("days-50")
