"""A host puts a story out of sight: its writer is told why, and nothing is lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.groups.hosting import make_host
from openchair.groups.models import Norms
from openchair.notices.showing import told_to
from openchair.people import limits
from openchair.people.blocking import block
from openchair.stories import holding
from openchair.stories.models import Hold, Story
from openchair.stories.tests.scene import SAID, TITLE, written
from openchair.stories.tests.test_writing import place, seen
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
LINE = "It names somebody who is here."
TYPED = {"audience": "group", "title": TITLE, "heading-1": "", "words-1": "the ferry, and no name"}


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def out(story: Story, more: str = "") -> str:
    return f"/stories/{story.public_id}/out/{more}"


def out_of_sight(cast: Cast, story: Story) -> None:
    answer = client_of(cast.amara).post(out(story), {"line": LINE})
    assert answer.status_code == 303


def test_a_host_puts_a_story_out_of_sight_and_its_writer_reads_why(cast: Cast) -> None:
    story, amara = written(cast.harbour, cast.ben), client_of(cast.amara)
    assert f'href="{out(story)}"' in amara.get(f"/stories/{story.public_id}/about/").content.decode()
    assert SAID in seen(amara, out(story))
    for _time in range(2):
        amara.post(out(story), {"line": LINE})
    for name in ("chidi", "amara", "ben"):
        assert TITLE not in seen(client_of(getattr(cast, name)), place(cast))
        assert client_of(getattr(cast, name)).get(f"/stories/{story.public_id}/").status_code == 404
    assert [one.line for one in told_to(cast.ben)] == ["A host looked at a story of yours in Harbour."]
    page = seen(client_of(cast.ben), place(cast, "held/"))
    assert TITLE in page and SAID in page and LINE in page and "Take it back" in page
    assert TITLE in seen(amara, place(cast, "to-look-at/")) and "Amara" not in page


def test_it_is_let_out_again_by_a_host_alone_and_stands_where_it_stood(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben, days_ago=3)
    placed = Story.objects.get().placed_at
    answer = client_of(cast.amara).post(out(story), {"line": LINE}, follow=True)
    assert f'action="{out(story, "end/")}"' in answer.content.decode(), "the undo"
    for who in (cast.ben, cast.chidi, cast.dana):
        assert client_of(who).post(out(story, "end/")).status_code == 404
    client_of(cast.amara).post(out(story, "end/"))
    assert TITLE in seen(client_of(cast.chidi), place(cast)) and not Hold.objects.exists()
    assert Story.objects.get().placed_at == placed


def test_what_its_writer_changes_waits_for_a_host(cast: Cast) -> None:
    story, ben = written(cast.harbour, cast.ben), client_of(cast.ben)
    out_of_sight(cast, story)
    answer = ben.post(f"/stories/{story.public_id}/edit/", TYPED, follow=True)
    assert "A host looks at it" in answer.content.decode()
    assert TITLE not in seen(client_of(cast.chidi), place(cast))
    assert "1 waiting" in seen(client_of(cast.amara), place(cast))
    page = seen(client_of(cast.amara), place(cast, "to-look-at/"))
    assert "and no name" in page and "It was changed since." in page
    client_of(cast.amara).post(out(story), {"line": "Still not."})
    assert Hold.objects.get().line == "Still not." and Hold.objects.waiting().count() == 0


def test_what_was_changed_after_a_host_read_it_is_let_out_by_nobody(cast: Cast) -> None:
    story, amara = written(cast.harbour, cast.ben), client_of(cast.amara)
    out_of_sight(cast, story)
    opened = amara.get(place(cast, "to-look-at/")).content.decode()
    client_of(cast.ben).post(f"/stories/{story.public_id}/edit/", TYPED)
    for read in ("", read_in(opened)):
        answer = amara.post(out(story, "end/"), {"read": read}, follow=True)
        assert "changed it meanwhile" in answer.content.decode() and Hold.objects.exists()
    amara.post(out(story, "end/"), {"read": read_in(amara.get(place(cast, "to-look-at/")).content.decode())})
    assert not Hold.objects.exists() and TITLE in seen(client_of(cast.chidi), place(cast))


def read_in(page: str) -> str:
    """What the form beside the story says that was read."""
    return page.partition('name="read" value="')[2].partition('"')[0]


def test_a_second_host_hears_that_another_line_is_read(cast: Cast) -> None:
    make_host(membership=member_of(cast.harbour, cast.eli))
    story = written(cast.harbour, cast.ben)
    out_of_sight(cast, story)
    answer = client_of(cast.eli).post(out(story), {"line": "Mine."}, follow=True)
    assert "Another host put it out of sight before you." in answer.content.decode()
    assert Hold.objects.get().line == LINE


def test_its_writer_takes_it_back_and_puts_it_back_out_of_sight(cast: Cast) -> None:
    story, ben = written(cast.harbour, cast.ben), client_of(cast.ben)
    out_of_sight(cast, story)
    ben.post(f"/stories/{story.public_id}/withdrawal/")
    assert TITLE not in seen(client_of(cast.amara), place(cast, "to-look-at/"))
    assert ben.post(f"/stories/{story.public_id}/return/")["Location"] == place(cast, "held/")
    assert TITLE not in seen(client_of(cast.chidi), place(cast))


def test_what_its_writer_keeps_for_themselves_is_no_hosts_to_read(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben)
    out_of_sight(cast, story)
    client_of(cast.ben).post(f"/stories/{story.public_id}/edit/", TYPED | {"audience": "me"})
    assert TITLE not in seen(client_of(cast.amara), place(cast, "to-look-at/"))
    assert TITLE in seen(client_of(cast.ben), place(cast, "held/"))


def test_one_without_a_name_is_put_out_of_sight_without_one(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    out_of_sight(cast, written(cast.harbour, cast.ben, named=Story.Named.NOBODY))
    page = seen(client_of(cast.amara), place(cast, "to-look-at/"))
    assert TITLE in page and not stands("Ben", page)


def test_only_a_host_puts_others_stories_out_of_sight_and_says_why(cast: Cast) -> None:
    story, own = written(cast.harbour, cast.ben), written(cast.harbour, cast.amara)
    for who in (cast.chidi, cast.dana, cast.ben):
        assert client_of(who).post(out(story), {"line": LINE}).status_code == 404
    for_hosts = written(cast.harbour, cast.ben, audience=Story.Audience.HOSTS)
    for nobody_else_reads in (own, for_hosts):
        assert client_of(cast.amara).post(out(nobody_else_reads), {"line": LINE}).status_code == 404
    answer = client_of(cast.amara).post(out(story), {"line": ""})
    assert answer.status_code == 422 and SAID in answer.content.decode() and not Hold.objects.exists()
    assert client_of(cast.chidi).get(place(cast, "to-look-at/")).status_code == 404


def test_a_host_who_is_apart_from_its_writer_does_not_look_at_it(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben)
    out_of_sight(cast, story)
    block(person=cast.ben, other=cast.amara)
    assert TITLE not in seen(client_of(cast.amara), place(cast, "to-look-at/"))
    assert client_of(cast.amara).post(out(story, "end/")).status_code == 404


def test_twice_as_many_cost_no_more_queries(cast: Cast) -> None:
    counts = []
    for _round in range(2):
        for one in range(2):
            story = written(cast.harbour, cast.ben, f"Story {one}")
            holding.take_out(story=story, by=member_of(cast.harbour, cast.amara), line=LINE)
        with CaptureQueriesContext(connection) as queries:
            page = seen(client_of(cast.amara), place(cast, "to-look-at/"))
        assert page.count(LINE) == Hold.objects.count()
        counts.append(len(queries))
    assert counts[0] == counts[1]
