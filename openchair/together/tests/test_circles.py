"""People around where one is: by their own wish, by the alphabet, and never moved by a setback."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.companions.tests.scene import companions, membership
from openchair.groups.leaving import leave
from openchair.groups.models import Group
from openchair.paths.about import About, Kind
from openchair.paths.models import Path
from openchair.paths.tests.scene import a_path
from openchair.people import muting
from openchair.people.models import Person
from openchair.together.choosing import Chosen
from openchair.together.circles import around
from openchair.together.models import Around
from openchair.together.stages import Stage
from openchair.together.tests.scene import happened, is_around, many, page_of, says
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def near(cast: Cast, person: Person) -> list[str] | None:
    """The names that this person reads."""
    found = around(membership(cast.harbour, person))
    return None if found is None else [one.name for one in found]


def test_whoever_said_nothing_sees_nobody_and_is_seen_by_nobody(cast: Cast) -> None:
    a_path(cast.ben, days=20)
    is_around(cast.harbour, cast.chidi, 20)
    assert near(cast, cast.ben) is None and near(cast, cast.chidi) == []
    is_around(cast.harbour, cast.ben, 21)
    assert near(cast, cast.ben) == ["Chidi"] and near(cast, cast.chidi) == ["Ben"]


def test_others_are_at_about_the_same_stage_and_stand_by_the_alphabet(cast: Cast) -> None:
    people = many(cast.harbour, 6)
    for somebody, days in zip(people, (29, 8, 40, 15, 2, 400), strict=True):
        is_around(cast.harbour, somebody, days)
    is_around(cast.harbour, cast.ben, 20)
    assert near(cast, cast.ben) == ["Member m 00", "Member m 01", "Member m 03"]


def test_a_stage_that_somebody_says_themselves_needs_no_path(cast: Cast) -> None:
    is_around(cast.harbour, cast.ben, Stage.YEARS)
    is_around(cast.harbour, cast.chidi, 900)
    assert near(cast, cast.ben) == ["Chidi"]
    is_around(cast.harbour, cast.ben, Stage.WEEK)
    assert near(cast, cast.ben) == [] == near(cast, cast.chidi)


def test_in_a_group_for_families_their_own_steps_bring_people_together(cast: Cast) -> None:
    lighthouse = recipes.group(cast.dana, alias="Dee", name="Lighthouse", audience=Group.Audience.FAMILIES)
    recipes.member(lighthouse, cast.ben, "Benjamin")
    for somebody, days in ((cast.dana, 40), (cast.ben, 61)):
        path = a_path(somebody, days=days, about=About("My own evenings", Kind.FAMILY))
        says(lighthouse, somebody, Chosen(around=path))
    found = around(membership(lighthouse, cast.dana))
    assert found is not None and [one.name for one in found] == ["Benjamin"]
    assert near(cast, cast.ben) is None  # a yes is for one group


@pytest.mark.parametrize("anew", [True, False])
def test_a_setback_moves_nobody_and_nobody_can_tell(cast: Cast, anew: bool) -> None:
    is_around(cast.harbour, cast.ben, 30)
    is_around(cast.harbour, cast.chidi, 35)
    before = page_of(cast, cast.chidi, "around/")
    happened(Path.objects.get(person=cast.ben), days_ago=9, anew=anew)
    assert page_of(cast, cast.chidi, "around/") == before and "Ben" in before


def test_a_block_hides_both_ways_and_a_mute_the_one_who_is_muted(cast: Cast) -> None:
    for somebody in (cast.amara, cast.eli, cast.ben, cast.chidi):
        is_around(cast.harbour, somebody, 50)
    assert near(cast, cast.amara) == ["Ben", "Chidi"] and near(cast, cast.eli) == ["Ben", "Chidi"]
    muting.mute(person=cast.amara, other=cast.ben, met_as="Ben")
    assert near(cast, cast.amara) == ["Chidi"] and near(cast, cast.ben) == ["Amara", "Chidi", "Eli"]


def test_taking_it_back_and_leaving_the_group_hold_at_once(cast: Cast) -> None:
    for somebody in (cast.eli, cast.ben, cast.chidi):
        is_around(cast.harbour, somebody, 50)
    says(cast.harbour, cast.ben, Chosen())
    leave(membership=membership(cast.harbour, cast.eli))
    assert near(cast, cast.chidi) == [] and near(cast, cast.ben) is None
    assert Around.objects.filter(person=cast.ben).count() == 0


def test_a_path_that_is_deleted_takes_its_yes_along(cast: Cast) -> None:
    is_around(cast.harbour, cast.ben, 50)
    Path.objects.of(cast.ben).delete()
    assert near(cast, cast.ben) is None


def test_the_page_has_names_and_no_days_and_a_way_to_ask(cast: Cast) -> None:
    for somebody in (cast.ben, cast.chidi, cast.eli):
        is_around(cast.harbour, somebody, 123)
    companions(cast.harbour, cast.ben, cast.eli)
    said = page_of(cast, cast.ben, "around/")
    assert "Chidi" in said and said.count("Ask to be companions") == 1 and "walks beside you" in said
    assert "123" not in said and "first year" not in said and "ninety" not in said


def test_looking_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert around(membership(cast.harbour, cast.ben)) is not None
        return len(caught)

    for somebody in (cast.ben, *many(cast.harbour, 2)):
        is_around(cast.harbour, somebody, 50)
    few = asked()
    for somebody in many(cast.harbour, 20, "o"):
        is_around(cast.harbour, somebody, 51)
    assert asked() == few
