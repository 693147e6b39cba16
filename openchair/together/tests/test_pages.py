"""The pages: what they say, what they ask of the database, and that nobody is put in an order by days."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.companions.tests.scene import membership
from openchair.kit.clock import now
from openchair.paths.models import Path
from openchair.paths.tests.scene import a_path
from openchair.people import limits
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from openchair.together import choosing, counting
from openchair.together.choosing import Chosen
from openchair.together.models import Around, Celebrating, Counted, SheetHolder
from openchair.together.stages import Stage
from openchair.together.tests.scene import come, counts, many, page_of, says
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
PAGES = ("", "mine/", "around/", "sheet/")


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def together(person: Person) -> str:
    return text_of(client_of(person).get("/together/").content)


def sent(cast: Cast, person: Person, **told: str) -> tuple[int, str]:
    answer = client_of(person).post(f"/groups/{cast.harbour.public_id}/together/mine/", told)
    return answer.status_code, text_of(answer.content)


def test_while_they_are_few_a_kind_sentence_stands_without_a_number(cast: Cast) -> None:
    come(cast.ben, cast.chidi)
    counting.count_people(now())
    for said in (together(cast.ben), page_of(cast, cast.ben)):
        assert "From ten people on" in said and "More than" not in said


def test_everybody_reads_the_same_number_and_a_block_changes_nothing(cast: Cast) -> None:
    people = many(cast.harbour, 12)
    come(*people, cast.eli)
    for somebody in people:
        counts(cast.harbour, somebody, days=100)
    counting.count_people(now())
    counting.count_days(now())
    for reader in (cast.amara, cast.ben, cast.eli):
        said = page_of(cast, reader)
        assert "More than 10 people were here today." in said and "kept more than 1,000 days." in said
        assert "More than 10 people checked in today." in together(reader)


def test_nobody_who_comes_moves_a_number_until_the_next_count(cast: Cast) -> None:
    people = many(cast.harbour, 30)
    come(*people[:11])
    counting.count_people(now())
    before = page_of(cast, cast.ben)
    come(*people[11:])
    assert page_of(cast, cast.ben) == before and "More than 10 people" in before
    counting.count_people(now())
    assert "More than 20 people" in page_of(cast, cast.ben)


def test_today_and_the_group_lead_here(cast: Cast) -> None:
    said = client_of(cast.ben).get("/today/").content.decode()
    group = client_of(cast.ben).get(f"/groups/{cast.harbour.public_id}/").content.decode()
    assert 'href="/together/"' in said and f"/groups/{cast.harbour.public_id}/together/" in group
    assert "Harbour" in together(cast.ben) and "In a group there is more" in together(cast.dana)


def test_each_yes_stands_by_itself_and_a_no_leaves_nothing(cast: Cast) -> None:
    path = a_path(cast.ben, days=20).public_id
    assert sent(cast, cast.ben, counted=path, celebrating="", around="stage-month")[0] == 303
    member = membership(cast.harbour, cast.ben)
    assert choosing.chosen_by(member) == Chosen(Path.objects.get(), None, Stage.MONTH)
    assert 'value="stage-month" checked' in raw(cast) and raw(cast).count(" checked") == 3
    assert sent(cast, cast.ben, counted="", celebrating=path, around=path)[0] == 303
    assert choosing.chosen_by(member) == Chosen(None, Path.objects.get(), Path.objects.get())
    assert sent(cast, cast.ben)[0] == 303
    assert not any(model.objects.exists() for model in (Around, Celebrating, Counted))


def raw(cast: Cast) -> str:
    return client_of(cast.ben).get(f"/groups/{cast.harbour.public_id}/together/mine/").content.decode()


def test_the_path_of_somebody_else_and_what_is_no_stage_are_refused(cast: Cast) -> None:
    theirs = a_path(cast.chidi, days=20).public_id
    for told in ({"counted": theirs}, {"celebrating": "stage-week"}, {"around": "stage-none"}):
        status, page = sent(cast, cast.ben, **told)
        assert status == 422 and "Please choose one of these." in page
    assert not Counted.objects.exists()


def test_whoever_goes_through_all_stages_is_asked_to_wait(cast: Cast) -> None:
    stages = [f"stage-{one.value}" for one in Stage]
    assert [sent(cast, cast.ben, around=one)[0] for one in stages[:4]] == [303] * 4
    status, page = sent(cast, cast.ben, around=stages[4])
    assert status == 422 and "Please wait until tomorrow." in page
    assert sent(cast, cast.ben, around=stages[3])[0] == 303  # the same again is no change
    assert sent(cast, cast.ben, around="")[0] == 303  # a no always holds


def test_without_a_path_there_is_a_way_to_one_and_stages_to_say(cast: Cast) -> None:
    said = page_of(cast, cast.ben, "mine/")
    assert "Begin a path" in said and "Do your days count" not in said and "The first week" in said


@pytest.mark.parametrize("more", PAGES)
def test_nobody_is_ever_in_the_order_of_their_days(cast: Cast, more: str) -> None:
    people = many(cast.harbour, 12)
    days = [31, 33, 45, 60, 89, 50, 88, 40, 70, 36, 77, 52]
    for somebody, number in zip(people, days, strict=True):
        path = a_path(somebody, days=number)
        says(cast.harbour, somebody, Chosen(path, path, path))
    says(cast.harbour, cast.amara, Chosen(around=Stage.SEASON))
    said = page_of(cast, cast.amara, more)
    names = [f"Member m {one:02}" for one in range(12)]
    there = sorted((said.index(name), name) for name in names if name in said)
    read = [days[names.index(name)] for _at, name in there]
    assert len(read) < 3 or read not in (sorted(read), sorted(read, reverse=True))
    assert len(read) == 12 or more != "around/"


@pytest.mark.parametrize("more", PAGES)
def test_a_page_asks_as_often_for_few_as_for_many(cast: Cast, more: str) -> None:
    def asked() -> int:
        browser, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/together/{more}"
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(where).status_code == 200
        return len(caught)

    def fill(number: int, mark: str) -> None:
        for somebody in many(cast.harbour, number, mark):
            path = a_path(somebody, days=40)
            says(cast.harbour, somebody, Chosen(path, path, path))

    says(cast.harbour, cast.amara, Chosen(around=Stage.SEASON))
    fill(3, "few")
    few = asked()
    fill(20, "more")
    assert asked() == few <= 20


def test_the_page_of_the_place_asks_as_often_for_many_groups(cast: Cast) -> None:
    def asked() -> int:
        browser = client_of(cast.ben)
        with CaptureQueriesContext(connection) as caught:
            browser.get("/together/")
        return len(caught)

    few = asked()
    for number in range(9):
        recipes.group(cast.ben, alias="Ben", name=f"Group {number}")
    assert asked() == few <= 8


def test_what_was_said_in_a_group_that_is_left_for_good_is_forgotten(cast: Cast) -> None:
    path = a_path(cast.ben, days=20)
    says(cast.harbour, cast.ben, Chosen(path, path, path))
    SheetHolder.objects.create(group=cast.harbour, person=cast.ben)
    choosing.forget()
    models = (Around, Celebrating, Counted, SheetHolder)
    assert all(model.objects.exists() for model in models)
    membership(cast.harbour, cast.ben).delete()
    choosing.forget()
    assert not any(model.objects.exists() for model in models)
