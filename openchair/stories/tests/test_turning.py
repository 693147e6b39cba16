"""Hiding, muting, blocking, telling the hosts: silent, and wherever the story could be met."""

import pytest

from openchair.groups.models import Norms
from openchair.people import limits
from openchair.people.blocking import block
from openchair.people.models import Block, Mute
from openchair.stories import writing
from openchair.stories.models import Hiding, Story
from openchair.stories.tests.scene import TITLE, written
from openchair.stories.tests.test_writing import place, seen
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    Norms.objects.create(group=made.harbour, unnamed="nobody")
    return made


def meets(cast: Cast, name: str, story: Story) -> set[bool]:
    """Is there a trace of it on each surface?"""
    browser, one = client_of(getattr(cast, name)), f"/stories/{story.public_id}/"
    ways = (place(cast), place(cast, "?theme=work"), one, f"{one}aloud/")
    return {TITLE in seen(browser, way) for way in ways}


@pytest.mark.parametrize(("writer", "reader"), [("amara", "eli"), ("eli", "amara")])
def test_a_block_keeps_stories_apart_both_ways_and_says_nothing(cast: Cast, writer: str, reader: str) -> None:
    story = written(cast.harbour, getattr(cast, writer), themes=("work",))
    assert meets(cast, "chidi", story) == {True} and meets(cast, reader, story) == {False}
    page = seen(client_of(getattr(cast, reader)), place(cast))
    assert "Nobody has written a story here yet." in page
    assert client_of(getattr(cast, reader)).get(f"/stories/{story.public_id}/about/").status_code == 404


def test_two_taps_block_who_wrote_it(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.ben, themes=("work",)), client_of(cast.chidi)
    about = f"/stories/{story.public_id}/about/"
    assert f'href="{about}"' in chidi.get(f"/stories/{story.public_id}/").content.decode()
    assert "Block Ben" in seen(chidi, about)
    chidi.post(f"/stories/{story.public_id}/block/")
    assert Block.objects.get(person=cast.chidi).met_as == "Ben" and meets(cast, "chidi", story) == {False}


def test_muting_is_one_way_and_can_be_undone(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.ben, themes=("work",)), client_of(cast.chidi)
    chidi.post(f"/stories/{story.public_id}/mute/")
    assert meets(cast, "chidi", story) == {False}
    theirs = written(cast.harbour, cast.chidi, themes=("work",))
    assert meets(cast, "ben", theirs) == {True} and "Ben" in seen(chidi, "/me/shares/")
    writing.take_back(story=theirs)
    chidi.post(f"/me/shares/muted/{Mute.objects.get().pk}/end/")
    assert meets(cast, "chidi", story) == {True}


def test_one_story_is_hidden_and_shown_again(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.ben, themes=("work",)), client_of(cast.chidi)
    where = f"/stories/{story.public_id}/"
    chidi.post(f"{where}hiding/")
    assert meets(cast, "chidi", story) == {False} and meets(cast, "amara", story) == {True}
    assert client_of(cast.amara).post(f"{where}hiding/end/").status_code == 404
    assert client_of(cast.ben).post(f"{where}hiding/").status_code == 404
    chidi.post(f"{where}hiding/end/")
    assert meets(cast, "chidi", story) == {True} and not Hiding.objects.exists()


def test_no_block_or_mute_tells_whose_a_story_without_a_name_is(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben, themes=("work",), named=Story.Named.NOBODY)
    chidi, where = client_of(cast.chidi), f"/stories/{story.public_id}/"
    page = seen(chidi, f"{where}about/")
    assert "gave no name" in page and not stands("Mute", page)
    for way in ("mute", "block"):
        assert chidi.post(f"{where}{way}/").status_code == 404
    before = seen(chidi, place(cast)), seen(chidi, where)
    Mute.objects.create(person=cast.chidi, other=cast.ben)
    block(person=cast.chidi, other=cast.ben)
    assert (seen(chidi, place(cast)), seen(chidi, where)) == before and TITLE in before[0]
    assert "A member" in before[1] and "hosts see your name" not in before[1]


def test_who_is_apart_already_never_meets_a_story_without_a_name(cast: Cast) -> None:
    story = written(cast.harbour, cast.amara, themes=("work",), named=Story.Named.HOSTS)
    assert meets(cast, "chidi", story) == {True} and meets(cast, "eli", story) == {False}
    Block.objects.all().delete()
    assert meets(cast, "eli", story) == {False}
    assert "You, without a name" in seen(client_of(cast.amara), place(cast))
