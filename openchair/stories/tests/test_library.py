"""A library by theme and by where it is told from, on pages that end and cost the same at any size."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openchair.kit.clock import now
from openchair.people import limits
from openchair.stories.models import Response, Story
from openchair.stories.shelves import LOOKED_AT, MOST
from openchair.stories.tests.scene import TITLE, responded, written
from openchair.stories.tests.test_writing import place, seen
from openchair.vault.fields import Sealed
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
BUDGET = 10


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def fill(cast: Cast, many: int, mark: str, **about: object) -> None:
    """So many stories of as many people."""
    for number in range(many):
        somebody = recipes.person(f"{mark}-{number}")
        recipes.member(cast.harbour, somebody, f"Member {mark} {number}")
        written(cast.harbour, somebody, f"Title {mark} {number}.", days_ago=number + 1, **about)


def queries(browser: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(where).status_code == 200
    return len(caught)


@contextmanager
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The columns of stories that are opened meanwhile, one name for each time."""
    names: list[str] = []
    plain = Sealed._open

    def counted(field: Sealed, row: Story, held: object) -> str:
        if isinstance(row, Story):
            names.append(str(field.name))
        return plain(field, row, held)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Sealed, "_open", counted)
        yield names


def older(page: str) -> str:
    """Where the link to older ones leads; empty on the last page."""
    return page.split('rel="next" href="')[1].split('"', maxsplit=1)[0] if 'rel="next"' in page else ""


def test_a_page_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    ben, ways = client_of(cast.ben), ("", "?theme=family", "?theme=joy&stage=later")
    fill(cast, 5, "first", themes=("family",), topics=("loss",))
    few = {way: queries(ben, place(cast, way)) for way in ways}
    one = f"/stories/{Story.objects.all()[0].public_id}/"
    read = queries(ben, one)
    fill(cast, 25, "second", themes=("family", "joy"), stage="later")
    assert few == {way: queries(ben, place(cast, way)) for way in ways}
    assert max(few.values()) <= BUDGET and queries(ben, one) == read <= BUDGET


def test_many_thanks_cost_their_writer_and_a_reader_as_much_as_one(cast: Cast) -> None:
    story, browsers = written(cast.harbour, cast.ben), [client_of(one) for one in (cast.ben, cast.chidi)]
    one, counts = f"/stories/{story.public_id}/", []
    for many in (range(4), range(4, 12)):
        for number in many:
            somebody = recipes.person(f"thanks-{number}")
            recipes.member(cast.harbour, somebody, f"Member {number}")
            for kind in Response.Kind:
                responded(story, somebody, kind)
        counts.append([queries(browser, one) for browser in browsers])
    assert counts[0] == counts[1] and max(counts[1]) <= BUDGET
    assert "Member 11" in seen(browsers[0], one) and "Member 11" not in seen(browsers[1], one)


def test_a_list_opens_what_it_shows_and_no_words(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(cast, MOST + 10, "m")
    with opened(monkeypatch) as names:
        client_of(cast.ben).get(place(cast))
    assert names == ["back"] * MOST
    with opened(monkeypatch) as names:
        client_of(cast.ben).get(place(cast, "?theme=joy"))
    assert names == ["back"] * (MOST + 10)


def test_stories_are_found_by_theme_and_by_where_they_are_told_from(cast: Cast) -> None:
    written(cast.harbour, cast.ben, "On the bridge", themes=("family", "money"), stage="months")
    written(cast.harbour, cast.chidi, "At the mill", themes=("family",), stage="beside")
    ben = client_of(cast.ben)
    for way, first, second in (
        ("", True, True),
        ("?theme=family", True, True),
        ("?theme=money", True, False),
        ("?stage=beside", False, True),
        ("?theme=money&stage=beside", False, False),
        ("?theme=weather&stage=x", True, True),
    ):
        page = seen(ben, place(cast, way))
        assert ("On the bridge" in page, "At the mill" in page) == (first, second), way
    assert "There is no such story here yet." in seen(ben, place(cast, "?theme=money&stage=beside"))
    assert "Nobody has written a story here yet." not in page


def test_pages_go_on_to_the_end(cast: Cast) -> None:
    fill(cast, 2 * MOST + 3, "m", themes=("work",))
    ben, where, found = client_of(cast.ben), place(cast, "?theme=work"), []
    for _page in range(3):
        page = ben.get(where).content.decode()
        found += [line.split(".")[0] for line in page.split("Title m ")[1:]]
        where = older(page).replace("&amp;", "&")
    assert found == [str(number) for number in range(2 * MOST + 3)] and where == ""
    assert "That is everything." in page and f'rel="prev" href="{place(cast)}?theme=work"' in page
    assert ben.get(place(cast, "?before=nothing")).status_code == 200


def test_a_rare_theme_is_looked_for_a_shelf_at_a_time(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    written(cast.harbour, cast.chidi, "Long ago", themes=("faith",), days_ago=LOOKED_AT + 9)
    for number in range(LOOKED_AT + 1):
        written(cast.harbour, cast.ben, f"Title {number}.", days_ago=number + 1)
    ben, where = client_of(cast.ben), place(cast, "?theme=faith")
    with opened(monkeypatch) as names:
        page = ben.get(where).content.decode()
    assert len(names) == LOOKED_AT and "None among these." in page and "Long ago" not in page
    assert "Long ago" in seen(ben, older(page).replace("&amp;", "&"))


def test_two_of_one_moment_are_both_shown_once(cast: Cast) -> None:
    fill(cast, MOST + 5, "m")
    Story.objects.update(placed_at=now())
    ben = client_of(cast.ben)
    first = ben.get(place(cast)).content.decode()
    both = first + ben.get(older(first)).content.decode()
    assert all(both.count(f"Title m {number}.") == 1 for number in range(MOST + 5))


def test_topics_that_somebody_leaves_out_are_out_of_their_library(cast: Cast) -> None:
    written(cast.harbour, cast.ben, topics=("loss",))
    chidi = client_of(cast.chidi)
    assert "Care note: Death or loss" in seen(chidi, place(cast))
    chidi.post("/me/shares/", {"topics": ["loss"]})
    assert TITLE not in seen(chidi, place(cast)) and TITLE in seen(client_of(cast.amara), place(cast))
    client_of(cast.ben).post("/me/shares/", {"topics": ["loss"]})
    assert TITLE in seen(client_of(cast.ben), place(cast))


def test_the_groups_page_leads_to_its_library(cast: Cast) -> None:
    group = f"/groups/{cast.harbour.public_id}/"
    assert "Read the stories of this group" in seen(client_of(cast.ben), group)
    assert "Nobody has written a story here yet." in seen(client_of(cast.ben), place(cast))
    assert "Stories" not in seen(client_of(cast.dana), group)
    assert client_of(cast.dana).get(place(cast)).status_code == 404
