"""Writing a story: section by section without script, kept, looked over, placed, changed, taken back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from openchair.groups import leaving
from openchair.groups.models import Norms
from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.stories import forgetting
from openchair.stories.models import Story
from openchair.stories.tests.scene import SAID, TITLE, begun, written
from openchair.stories.told import MOST_SIGNS, Section
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
TYPED = {"audience": "group", "named": "alias", "title": TITLE, "heading-1": "", "words-1": SAID}
NOTHING = {"audience": "group", "named": "alias", "words-1": ""}
TWO = TYPED | {"heading-2": "What changed", "words-2": "I rang my sister"}


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def place(cast: Cast, more: str = "") -> str:
    return f"/groups/{cast.harbour.public_id}/stories/{more}"


def seen(browser: Client, where: str) -> str:
    """What a page says; empty when there is none."""
    answer = browser.get(where)
    return text_of(answer.content) if answer.status_code == 200 else ""


def press(cast: Cast, button: str, typed: dict[str, str]) -> Story:
    """Ben presses a button of the form; the draft as it is kept then."""
    answer = client_of(cast.ben).post(place(cast, "new/"), typed | {"press": button})
    assert answer.status_code == 303
    return Story.objects.get()


def sections(story: Story) -> list[tuple[str, str]]:
    told = story.says
    assert told is not None
    return [(one.heading, one.words) for one in told.sections]


def test_ben_writes_looks_it_over_and_places_it_without_script(cast: Cast) -> None:
    ben, chidi = client_of(cast.ben), client_of(cast.chidi)
    answer = ben.post(place(cast, "new/"), TWO | {"themes": ["family", "joy"], "stage": "years"})
    assert answer["Location"] == place(cast, "draft/")
    page = seen(ben, place(cast, "draft/"))
    assert SAID in page and "Everybody in the group sees this. In Harbour there are" in page
    assert TITLE not in seen(chidi, place(cast))
    ben.post(place(cast, "draft/placing/"))
    page = seen(chidi, place(cast))
    assert TITLE in page and "First years Family Joy" in page and SAID not in page
    page = seen(chidi, f"/stories/{Story.objects.get().public_id}/")
    assert SAID in page and "I rang my sister" in page and "Everybody in the group sees this." in page


def test_every_button_keeps_what_was_typed(cast: Cast) -> None:
    first, second = ("", SAID), ("What changed", "I rang my sister")
    assert sections(press(cast, "add", TWO)) == [first, second, ("", "")]
    assert sections(press(cast, "up:2", TWO)) == [second, first]
    assert sections(press(cast, "up:1", TWO)) == [first, second]
    assert sections(press(cast, "begin:now", TWO)) == [first, second, ("What my days are like now", "")]
    assert sections(press(cast, "begin:before", NOTHING)) == [("What it was like", "")]
    assert sections(press(cast, "stay", TWO)) == [first, second]
    for nonsense in ("up:9", "up:x", "remove:", "begin:never", "fly"):
        assert sections(press(cast, nonsense, TWO)) == [first, second]


def test_a_removed_section_can_be_put_back_until_the_story_is_placed(cast: Cast) -> None:
    story, ben = press(cast, "remove:1", TWO), client_of(cast.ben)
    assert sections(story) == [("What changed", "I rang my sister")]
    page = ben.get(place(cast, "new/")).content.decode()
    assert "Put the removed section back" in page and f'name="aside-words" value="{SAID}"' in page
    kept = NOTHING | {"title": TITLE, "words-1": "I rang my sister", "aside-words": SAID}
    story = press(cast, "back", kept)
    assert sections(story) == [("", "I rang my sister"), ("", SAID)]
    assert story.says is not None and story.says.aside is None
    press(cast, "remove:2", kept | {"words-2": SAID, "aside-words": ""})
    ben.post(place(cast, "draft/placing/"))
    told = Story.objects.get().says
    assert told is not None and told.aside is None
    assert told.sections == (Section("", "I rang my sister"),)


def test_there_are_twenty_sections_at_most(cast: Cast) -> None:
    twenty = TYPED | {f"words-{number}": f"words {number}" for number in range(1, 21)}
    assert len(sections(press(cast, "add", twenty))) == 20
    page = seen(client_of(cast.ben), place(cast, "new/"))
    assert "A story has up to 20 sections." in page and "Add a section" not in page


def test_a_draft_needs_nothing_and_is_looked_over_with_a_title_and_words(cast: Cast) -> None:
    ben = client_of(cast.ben)
    answer = ben.post(place(cast, "new/"), NOTHING | {"press": "later"})
    assert answer["Location"] == place(cast) and Story.objects.get().is_draft
    for where in ("draft/", "draft/placing/"):
        ask = ben.get if where == "draft/" else ben.post
        assert ask(place(cast, where))["Location"] == place(cast, "new/")
    answer = ben.post(place(cast, "new/"), NOTHING | {"words-1": "a beginning"})
    assert answer.status_code == 422 and "Give it a title first." in text_of(answer.content)
    assert "a beginning" in answer.content.decode()
    answer = ben.post(place(cast, "new/"), NOTHING | {"title": TITLE, "words-1": " "})
    assert answer.status_code == 422 and "Write a word or two first." in text_of(answer.content)


def test_what_is_too_long_comes_back_beside_its_field_with_every_word(cast: Cast) -> None:
    ben, half = client_of(cast.ben), "x" * (MOST_SIGNS // 2)
    fits = TYPED | {"words-1": half, "words-2": half}
    assert ben.post(place(cast, "new/"), fits)["Location"] == place(cast, "draft/")
    for button in ({}, {"press": "add"}):
        answer = ben.post(place(cast, "new/"), fits | {"words-3": "one more", **button})
        page = answer.content.decode()
        assert answer.status_code == 422 and page.count(half) == 2 and "one more" in page
        assert 'id="id_words-3-error"' in page and "longer than 40000 letters" in page
    answer = ben.post(place(cast, "new/"), TYPED | {"title": "y" * 121, "audience": "world"})
    assert answer.status_code == 422 and "y" * 121 in answer.content.decode()
    assert "Please choose one of these." in text_of(answer.content)


def test_a_draft_is_ones_own_and_can_be_thrown_away(cast: Cast) -> None:
    begun(cast.harbour, cast.ben, "A beginning")
    assert "A beginning" in client_of(cast.ben).get(place(cast, "new/")).content.decode()
    assert "A beginning" not in client_of(cast.amara).get(place(cast, "new/")).content.decode()
    assert "A beginning" not in seen(client_of(cast.ben), place(cast))
    client_of(cast.ben).post(place(cast, "draft/removal/"))
    assert not Story.objects.exists()


def test_placing_twice_places_once(cast: Cast) -> None:
    begun(cast.harbour, cast.ben)
    ben = client_of(cast.ben)
    answers = [ben.post(place(cast, "draft/placing/"), {"submit_id": "abcdefgh"}) for _time in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"] == f"/stories/{Story.objects.get().public_id}/"
    assert ben.post(place(cast, "draft/placing/"))["Location"] == place(cast)


def test_a_change_is_seen_once_it_is_kept(cast: Cast) -> None:
    story, ben, chidi = written(cast.harbour, cast.ben), client_of(cast.ben), client_of(cast.chidi)
    where = f"/stories/{story.public_id}/"
    answer = ben.post(f"{where}edit/", TWO | {"press": "up:2"})
    page = answer.content.decode()
    assert answer.status_code == 200 and page.index("I rang my sister") < page.index(SAID)
    assert "I rang my sister" not in seen(chidi, where)
    assert ben.post(f"{where}edit/", TWO | {"words-1": "", "words-2": ""}).status_code == 422
    assert ben.post(f"{where}edit/", TWO | {"audience": "hosts"})["Location"] == where
    assert seen(chidi, where) == "" and "I rang my sister" in seen(client_of(cast.amara), where)
    assert "changed" in seen(ben, where)
    answer = chidi.post(f"{where}edit/", TWO)
    assert answer.status_code == 404 and "I rang my sister" in answer.content.decode()


def test_one_tap_takes_it_back_and_thirty_days_undo_it(cast: Cast) -> None:
    story, ben, chidi = written(cast.harbour, cast.ben), client_of(cast.ben), client_of(cast.chidi)
    where = f"/stories/{story.public_id}/"
    ben.post(f"{where}withdrawal/")
    assert TITLE not in seen(chidi, place(cast)) and seen(chidi, where) == seen(ben, where) == ""
    assert TITLE in seen(ben, place(cast, "taken-back/")) and chidi.post(f"{where}return/").status_code == 404
    ben.post(f"{where}return/")
    assert SAID in seen(chidi, where)
    ben.post(f"{where}withdrawal/")
    forgetting.forget(now() + timedelta(days=29))
    assert Story.objects.exists()
    forgetting.forget(now() + timedelta(days=31))
    assert not Story.objects.exists()


def test_a_draft_is_kept_for_ninety_days(cast: Cast) -> None:
    begun(cast.harbour, cast.ben)
    forgetting.forget(now() + timedelta(days=89))
    assert Story.objects.exists()
    forgetting.forget(now() + timedelta(days=91))
    assert not Story.objects.exists()


def test_who_leaves_takes_their_stories_along_and_brings_them_back(cast: Cast) -> None:
    written(cast.harbour, cast.ben)
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert TITLE not in seen(client_of(cast.chidi), place(cast))
    leaving.come_back(membership=member_of(cast.harbour, cast.ben))
    assert TITLE in seen(client_of(cast.chidi), place(cast))


def test_without_a_name_only_as_the_hosts_allow(cast: Cast) -> None:
    norms = Norms.objects.create(group=cast.harbour, unnamed="no")
    ben = client_of(cast.ben)
    assert "Show it" not in seen(ben, place(cast, "new/"))
    Norms.objects.update(unnamed="hosts")
    assert "hosts still see whose" in seen(ben, place(cast, "new/"))
    assert ben.post(place(cast, "new/"), TYPED | {"named": "nobody"}).status_code == 422
    ben.post(place(cast, "new/"), TYPED | {"named": "hosts"})
    Norms.objects.filter(pk=norms.pk).update(unnamed="no")
    assert ben.post(place(cast, "draft/placing/"))["Location"] == place(cast, "new/")
    assert Story.objects.get().is_draft


def test_a_group_that_is_gone_leaves_the_words_on_the_page(cast: Cast) -> None:
    answer = client_of(cast.dana).post(place(cast, "new/"), TWO)
    assert answer.status_code == 404 and SAID in answer.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"audience": "circle"}, {"named": "x"}, {"placed_at": None, "changed_at": now()}]
)
def test_the_database_refuses_nonsense(cast: Cast, wrong: dict[str, object]) -> None:
    story = written(cast.harbour, cast.ben)
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(**wrong)
    begun(cast.harbour, cast.ben)
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(placed_at=None)
    assert Section("", "one\n\ntwo\nthree").paragraphs == ["one", "two\nthree"]
