"""A milestone is shared with a group by its owner's own act, and by nothing else."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from openchair.groups import leaving
from openchair.kit.clock import now
from openchair.notices.models import Notice
from openchair.paths import noting, sharing
from openchair.paths.about import About
from openchair.paths.chips import chip_id
from openchair.paths.milestones import Milestone
from openchair.paths.models import Celebration, Path
from openchair.paths.noting import When
from openchair.paths.tests.scene import a_path, shown, today
from openchair.people.blocking import block
from openchair.people.models import Person
from openchair.people.muting import mute
from openchair.people.tests.steps import text_of
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db
SIX_MONTHS = Milestone.of_key("months-6")


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def path(cast: Cast) -> Path:
    """Ben's, two hundred days old."""
    return a_path(cast.ben)


def chip(path: Path, milestone: Milestone = SIX_MONTHS) -> str:
    return reverse("path-chip", args=[path.public_id, chip_id(shown(path), milestone)])


def share(cast: Cast, path: Path, milestone: Milestone = SIX_MONTHS) -> Celebration:
    """Its owner shares it with Harbour, on the page of the chip."""
    told = {"group": cast.harbour.public_id}
    assert client_of(path.person).post(f"{chip(path, milestone)}sharing/", told).status_code == 303
    return Celebration.objects.get(path=path, chip=chip_id(shown(path), milestone))


def celebrated(cast: Cast, reader: Person) -> str:
    answer = client_of(reader).get(reverse("group-celebrations", args=[cast.harbour.public_id]))
    assert answer.status_code == 200
    return text_of(answer.content)


def begins(path: Path, days: int) -> None:
    """The start is put right: so many days ago."""
    it = shown(path)
    noting.redate(path=path, of=it.start, when=When(today(path.person) - timedelta(days=days)))


def test_nothing_is_shared_until_its_owner_does_it_on_the_page_of_the_chip(cast: Cast, path: Path) -> None:
    page = client_of(cast.ben).get(chip(path)).content.decode()
    assert "Harbour, where you are Ben" in page and " checked" not in page
    assert "Nothing is shared at the moment" in celebrated(cast, cast.chidi)
    share(cast, path)
    said = celebrated(cast, cast.chidi)
    assert "Ben 6 months" in said and not stands("Wine", said) and "Take it back" not in said
    assert not Notice.objects.exists()


def test_it_is_taken_back_by_one_tap_from_either_page(cast: Cast, path: Path) -> None:
    for where in (chip(path), reverse("group-celebrations", args=[cast.harbour.public_id])):
        taken = f"/celebrations/{share(cast, path).public_id}/withdrawal/"
        browser = client_of(cast.ben)
        assert f'action="{taken}"' in browser.get(where).content.decode()
        for other in (cast.amara, cast.dana):
            assert client_of(other).post(taken).status_code == 404
        assert browser.post(taken).status_code == 303
        assert "6 months" not in celebrated(cast, cast.chidi)


def test_a_group_is_chosen_and_one_s_own(cast: Cast, path: Path) -> None:
    other = recipes.group(cast.amara, name="Elsewhere")
    for told in ({}, {"group": other.public_id}, {"group": "x"}):
        answer = client_of(cast.ben).post(f"{chip(path)}sharing/", told)
        assert answer.status_code == 422 and "Choose one of your groups." in text_of(answer.content)
    assert client_of(cast.amara).post(f"{chip(path)}sharing/").status_code == 404
    assert not Celebration.objects.exists()


def test_who_is_in_no_group_is_offered_nothing(cast: Cast) -> None:
    page = text_of(client_of(cast.dana).get(chip(a_path(cast.dana))).content)
    assert "Share it with a group" not in page and "Only you see this" in page


def test_it_is_shared_once_with_each_group(cast: Cast, path: Path) -> None:
    share(cast, path)
    page = text_of(client_of(cast.ben).get(chip(path)).content)
    assert "Shared with Harbour" in page and "Share it with a group" not in page
    again = client_of(cast.ben).post(f"{chip(path)}sharing/", {"group": cast.harbour.public_id})
    assert again.status_code == 422 and Celebration.objects.count() == 1


def test_the_latest_stands_first_however_long_anybody_has_come(cast: Cast, path: Path) -> None:
    share(cast, path)
    with time_machine.travel(now() + timedelta(hours=1)):
        share(cast, a_path(cast.chidi, days=3), Milestone.of_key("days-2"))
        said = celebrated(cast, cast.amara)
    assert said.index("Chidi 2 days") < said.index("Ben 6 months")


def test_who_is_kept_apart_sees_nothing_of_the_other(cast: Cast, path: Path) -> None:
    share(cast, path)
    share(cast, a_path(cast.eli))
    block(person=cast.ben, other=cast.eli)
    assert not stands("Ben", celebrated(cast, cast.eli)) and not stands("Eli", celebrated(cast, cast.ben))
    assert not stands("Eli", celebrated(cast, cast.amara)) and "Ben 6 months" in celebrated(cast, cast.amara)


def test_outsiders_are_not_there_and_who_left_is_not_shown(cast: Cast, path: Path) -> None:
    share(cast, path)
    where = reverse("group-celebrations", args=[cast.harbour.public_id])
    assert client_of(cast.dana).get(where).status_code == 404
    mine = cast.harbour.memberships.get(person=cast.ben)
    leaving.leave(membership=mine)
    assert client_of(cast.ben).get(where).status_code == 404 and not stands(
        "Ben", celebrated(cast, cast.chidi)
    )
    leaving.come_back(membership=mine)
    assert "Ben 6 months" in celebrated(cast, cast.chidi)


def test_a_setback_and_its_undo_say_nothing_and_change_nothing(cast: Cast, path: Path) -> None:
    share(cast, path)
    before = celebrated(cast, cast.chidi)
    for again in (None, When(today(cast.ben))):
        noted = noting.set_back(path=path, when=When(today(cast.ben)), again=again)
        assert celebrated(cast, cast.chidi) == before
        noting.take_back(entry=noted, on=today(cast.ben))
        assert celebrated(cast, cast.chidi) == before
    assert not Notice.objects.exists()


def test_a_start_put_right_takes_back_what_never_came_and_no_more(cast: Cast, path: Path) -> None:
    share(cast, path)
    share(cast, path, Milestone.of_key("days-30"))
    begins(path, 190)
    assert "6 months" in celebrated(cast, cast.chidi)
    begins(path, 40)
    said = celebrated(cast, cast.chidi)
    assert "Ben 30 days" in said and "6 months" not in said
    begins(path, 200)
    assert "6 months" not in celebrated(cast, cast.chidi) and not Notice.objects.exists()


def test_a_day_no_longer_marked_was_reached_all_the_same(cast: Cast, path: Path) -> None:
    share(cast, path)
    it = shown(path)
    noting.edit(path=path, of=it.start, changes={"about": About("Wine", sets=())})
    assert "6 months" in celebrated(cast, cast.chidi)


def test_it_is_over_after_a_month_and_gone_with_its_path(cast: Cast, path: Path) -> None:
    share(cast, path)
    with time_machine.travel(now() + timedelta(days=32)):
        assert "6 months" not in celebrated(cast, cast.chidi)
        sharing.forget(now())
    assert not Celebration.objects.exists()
    share(cast, path)
    noting.purge(path=path)
    assert not Celebration.objects.exists()


def test_twice_as_many_are_the_same_number_of_queries(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    where = reverse("group-celebrations", args=[cast.harbour.public_id])
    browser = client_of(cast.amara)
    more(cast, "one", "two")
    with CaptureQueriesContext(connection) as asked:
        browser.get(where)
    number = len(asked)
    more(cast, "three", "four")
    with django_assert_num_queries(number):
        assert "Three" in text_of(browser.get(where).content)


def more(cast: Cast, *names: str) -> None:
    """Each of them shares something."""
    for name in names:
        one = recipes.person(name)
        recipes.member(cast.harbour, one, name.title())
        share(cast, a_path(one))


def test_whoever_muted_somebody_reads_nothing_of_what_they_share(cast: Cast, path: Path) -> None:
    share(cast, path)
    assert "6 months" in celebrated(cast, cast.chidi)
    mute(person=cast.chidi, other=cast.ben, met_as="Ben")
    assert "6 months" not in celebrated(cast, cast.chidi)
    assert "6 months" in celebrated(cast, cast.ben) and "6 months" in celebrated(cast, cast.amara)
