"""What in a story could lead to its writer is marked; a newcomer's with a way out waits as a draft."""

import pytest

from openchair.groups.newcomers import FIRST_WEEKS
from openchair.kit.clock import now
from openchair.people.tests.steps import text_of
from openchair.stories.models import Story
from openchair.stories.tests.scene import begun, written
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
NUMBER = (("How to reach me", "Ring me on 0171 555 0143 at any hour."),)


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def where(cast: Cast, more: str) -> str:
    return f"/groups/{cast.harbour.public_id}/stories/{more}"


def been_here(cast: Cast) -> None:
    """Ben's first weeks are over."""
    cast.harbour.memberships.filter(person=cast.ben).update(joined_at=now() - FIRST_WEEKS)


def looked_over(cast: Cast) -> str:
    return text_of(client_of(cast.ben).get(where(cast, "draft/")).content)


def test_a_way_to_reach_somebody_is_pointed_at_and_after_the_first_weeks_nothing_is_stopped(
    cast: Cast,
) -> None:
    been_here(cast)
    begun(cast.harbour, cast.ben, words=NUMBER)
    page = looked_over(cast)
    assert "0171 555 0143" in page and "or put it into the library as it is" in page
    client_of(cast.ben).post(where(cast, "draft/placing/"))
    assert Story.objects.get().placed_at


def test_a_story_without_any_is_not_spoken_of(cast: Cast) -> None:
    begun(cast.harbour, cast.ben)
    assert "Before others read it" not in looked_over(cast)


def test_a_newcomers_stays_a_draft_with_the_reason_and_goes_without_the_number(cast: Cast) -> None:
    begun(cast.harbour, cast.ben, words=NUMBER)
    page = looked_over(cast)
    assert "stays a draft" in page and "Put it into the library" not in page
    answer = client_of(cast.ben).post(where(cast, "draft/placing/"), follow=True)
    assert "Take out what is marked" in text_of(answer.content) and not Story.objects.get().placed_at
    begun(cast.harbour, cast.ben)
    client_of(cast.ben).post(where(cast, "draft/placing/"))
    assert Story.objects.get().placed_at


@pytest.mark.parametrize(("audience", "placed"), [("hosts", True), ("me", True), ("group", False)])
def test_hosts_and_oneself_may_read_it_at_once(cast: Cast, audience: str, placed: bool) -> None:
    begun(cast.harbour, cast.ben, words=NUMBER, audience=audience)
    client_of(cast.ben).post(where(cast, "draft/placing/"))
    assert bool(Story.objects.get().placed_at) is placed


def test_a_newcomers_change_that_leads_out_of_here_is_refused_with_what_was_typed(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben)
    typed = {"title": "The winter", "audience": "group", "words-1": NUMBER[0][1], "heading-1": ""}
    answer = client_of(cast.ben).post(f"/stories/{story.public_id}/edit/", typed)
    page = text_of(answer.content)
    assert answer.status_code == 422 and "please leave this out: 0171 555 0143" in page
    assert "Ring me on" in page and story.says == Story.objects.get().says


def test_a_change_is_looked_over_once_and_never_stopped_after_the_first_weeks(cast: Cast) -> None:
    been_here(cast)
    story, ben = written(cast.harbour, cast.ben), client_of(cast.ben)
    where = f"/stories/{story.public_id}/edit/"
    typed = {"title": "The winter", "audience": "group", "words-1": NUMBER[0][1], "heading-1": ""}
    answer = ben.post(where, typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and "0171 555 0143</mark>" in page and "Ring me on" in page
    assert " autofocus" in page  # the page begins there
    assert story.says == Story.objects.get().says
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    assert ben.post(where, typed | {"seen": seen}).status_code == 303
    assert ben.post(where, typed | {"title": "Another"}).status_code == 303  # it stands there already
    more = {"words-1": f"{NUMBER[0][1]} Or write to me@example.org."}
    assert "me@example.org</mark>" in ben.post(where, typed | more).content.decode()
    assert ben.post(where, typed | more | {"audience": "me"}).status_code == 303
