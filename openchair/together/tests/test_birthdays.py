"""The birthday night: who stands on its sheet, in which order, and how they are off it again."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.companions.tests.scene import membership
from openchair.groups.leaving import leave
from openchair.paths import noting
from openchair.paths.about import About
from openchair.paths.tests.scene import a_path, shown
from openchair.people.models import Person, Place
from openchair.together.birthdays import sheet_of
from openchair.together.choosing import Chosen
from openchair.together.models import Celebrating
from openchair.together.tests.scene import celebrates, happened, many, page_of, says
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
YEARS = About("Wine", sets=("usual",))


@pytest.fixture
def cast() -> Iterator[Cast]:
    with time_machine.travel("2026-11-10 12:00:00Z"):
        yield the_cast()


def lines(cast: Cast, reader: Person | None = None) -> list[tuple[int, str, str]]:
    """The sheet as Amara reads it, or another host."""
    found = sheet_of(cast.harbour, reader or cast.amara, Place.here())
    return [(one.on.day, one.name, one.what) for one in found]


def test_without_a_yes_nobody_stands_on_the_sheet(cast: Cast) -> None:
    a_path(cast.ben, days=365, about=YEARS)
    assert lines(cast) == []
    celebrates(cast.harbour, cast.ben, days=365, about=YEARS)
    assert lines(cast) == [(10, "Ben", "1 year")]


def test_the_order_is_that_of_days_in_the_month_and_then_of_names(cast: Cast) -> None:
    zed, ada, bea = (many(cast.harbour, 1, mark)[0] for mark in ("zed", "ada", "bea"))
    celebrates(cast.harbour, zed, days=365 * 2, about=YEARS)  # on the tenth, of 2024
    celebrates(cast.harbour, ada, days=365 - 10, about=YEARS)  # on the twentieth
    celebrates(cast.harbour, bea, days=365, about=YEARS)
    names = [name for _day, name, _what in lines(cast)]
    assert names == ["Member bea 00", "Member zed 00", "Member ada 00"]


def test_of_several_in_a_month_there_is_one_line(cast: Cast) -> None:
    celebrates(cast.harbour, cast.ben, days=5, about=About("Wine", sets=("early", "usual")))
    celebrates(cast.harbour, cast.chidi, days=30, about=About("Wine", own_days=(30, 40), own_months=(1,)))
    assert lines(cast) == [(11, "Chidi", "1 month"), (26, "Ben", "21 days")]


def test_next_month_s_do_not_stand_here_yet(cast: Cast) -> None:
    celebrates(cast.harbour, cast.ben, days=365 - 21, about=YEARS)
    assert lines(cast) == []
    with time_machine.travel("2026-12-02 12:00:00Z"):
        assert [day for day, _name, _what in lines(cast)] == [1]


@pytest.mark.parametrize("anew", [True, False])
def test_a_setback_takes_its_owner_off_until_they_say_yes_again(cast: Cast, anew: bool) -> None:
    path = celebrates(cast.harbour, cast.ben, days=362, about=YEARS)
    assert len(lines(cast)) == 1
    entry = happened(path, anew=anew)
    assert lines(cast) == [] and not Celebrating.objects.exists()
    noting.take_back(entry=entry, on=shown(path).reckoning.today)
    assert lines(cast) == []
    says(cast.harbour, cast.ben, Chosen(celebrating=path))
    assert len(lines(cast)) == 1


def test_an_edit_of_an_earlier_setback_takes_nobody_off(cast: Cast) -> None:
    path = a_path(cast.ben, days=365, about=YEARS)
    with time_machine.travel("2026-11-09 12:00:00Z"):
        entry = happened(path)
    says(cast.harbour, cast.ben, Chosen(celebrating=path))
    noting.edit(path=path, of=entry.event, changes={"lines": ("a walk", "", "")})
    assert len(lines(cast)) == 1


def test_a_no_a_rest_and_leaving_take_off_at_once(cast: Cast) -> None:
    paths = [celebrates(cast.harbour, one, days=365, about=YEARS) for one in (cast.ben, cast.chidi, cast.eli)]
    says(cast.harbour, cast.ben, Chosen())
    noting.pause(path=paths[1], on=shown(paths[1]).reckoning.today)
    other = recipes.member(cast.harbour, recipes.person("fay"), "Fay", host=True)
    assert lines(cast, other.person) == [(10, "Eli", "1 year")] and lines(cast) == []
    leave(membership=membership(cast.harbour, cast.eli))
    assert lines(cast, other.person) == []


def test_a_host_gives_the_sheet_to_a_member_and_takes_it_back(cast: Cast) -> None:
    celebrates(cast.harbour, cast.ben, days=365, about=YEARS)
    amara, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/together/sheet/"
    assert page_of(cast, cast.chidi, "sheet/") == ""
    assert "birthday night" not in page_of(cast, cast.chidi)
    bad = amara.post(f"{where}holders/", {"member": ""})
    assert bad.status_code == 422 and "Choose one of these people." in bad.content.decode()
    member = membership(cast.harbour, cast.chidi).public_id
    assert amara.post(f"{where}holders/", {"member": member}).status_code == 303
    assert "1 year" in page_of(cast, cast.chidi, "sheet/") and "birthday night" in page_of(cast, cast.chidi)
    assert "Give them the sheet" not in page_of(cast, cast.chidi, "sheet/")
    assert amara.post(f"{where}holders/{member}/ending/").status_code == 303
    assert page_of(cast, cast.chidi, "sheet/") == ""


def test_the_sheet_has_a_chip_for_each_and_asks_as_often_for_many(cast: Cast) -> None:
    def asked() -> int:
        browser, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/together/sheet/"
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(where).content.decode().count("keepsake-field") == Celebrating.objects.count()
        return len(caught)

    for somebody in many(cast.harbour, 2):
        celebrates(cast.harbour, somebody, days=365, about=YEARS)
    few = asked()
    for somebody in many(cast.harbour, 20, "o"):
        celebrates(cast.harbour, somebody, days=731, about=YEARS)
    assert asked() == few <= 20
