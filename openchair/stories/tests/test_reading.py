"""One story alone: headings in order, nothing between the paragraphs, aloud, and thanked for."""

import re

import pytest

from openchair.people import limits
from openchair.stories.aloud import minutes_of, said
from openchair.stories.models import Response, Story
from openchair.stories.tests.scene import SAID, TITLE, responded, written
from openchair.stories.tests.test_writing import seen
from openchair.stories.told import Section
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db
FOUR = tuple(
    (heading, f"{heading} was long.\n\nThen it was over.") for heading in ("Spring", "May", "", "Autumn")
)


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def page_of(cast: Cast, story: Story, more: str = "") -> str:
    """What Chidi's browser is given."""
    return client_of(cast.chidi).get(f"/stories/{story.public_id}/{more}").content.decode()


def article_of(page: str) -> str:
    return page.split("<article")[1].split("</article>", maxsplit=1)[0]


def test_headings_come_in_order_and_no_control_stands_between_paragraphs(cast: Cast) -> None:
    article = article_of(page_of(cast, written(cast.harbour, cast.ben, words=FOUR)))
    assert re.findall(r"<(h\d)", article) == ["h1", "h2", "h2", "h2"]
    words = article.split('<div class="story"')[1]
    assert set(re.findall(r"<(\w+)", words)) == {"section", "h2", "p"} and words.count("<p ") == 8


def test_a_table_of_sections_stands_where_there_are_more_than_three(cast: Cast) -> None:
    article = article_of(page_of(cast, written(cast.harbour, cast.ben, words=FOUR)))
    assert 'aria-label="Sections of this story"' in article and 'href="#part-4"' in article
    assert "Part 3" in article and 'id="part-4"' in article
    assert "Sections of this story" not in page_of(cast, written(cast.harbour, cast.ben, words=FOUR[:3]))


@pytest.mark.parametrize(("language", "marked"), [("", "en"), ("ar", "ar"), ("de", "de")])
def test_the_language_of_the_words_is_marked(cast: Cast, language: str, marked: str) -> None:
    page = page_of(cast, written(cast.harbour, cast.ben, language=language))
    assert f'<div class="story" lang="{marked}"' in page
    assert f'<h1 id="story-title" lang="{marked}" dir="auto">{TITLE}</h1>' in page


def test_a_care_note_keeps_all_words_shut(cast: Cast) -> None:
    page = page_of(cast, written(cast.harbour, cast.ben, words=FOUR, topics=("loss",), other="a fire"))
    before = page.split("Spring")[0]
    assert "Death or loss, a fire" in before and before.count("<details") == before.count("</details") + 1
    assert "<details open" not in page and 'class="more care" open' not in page
    aloud = article_of(page_of(cast, Story.objects.get(), "aloud/"))
    assert "<details" not in aloud and aloud.index("a fire") < aloud.index("Spring")


def test_the_text_to_read_aloud_is_the_same_words_alone(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben, words=FOUR)
    page = page_of(cast, story, "aloud/")
    assert 'class="aloud' in page and "Everybody in the group sees this." in page
    for control in ("<button", "<form", "<a ", "<nav"):
        assert control not in article_of(page)
    assert client_of(cast.dana).get(f"/stories/{story.public_id}/aloud/").status_code == 404


def test_how_long_it_takes_is_said_in_words() -> None:
    assert said(minutes_of([Section("", "one two")])) == "about a minute aloud"
    assert said(minutes_of([Section("", "word " * 780)])) == "about 6 minutes aloud"
    assert minutes_of([Section("題", "話" * 1300)]) == 5


def test_only_the_writer_sees_who_thanks_them(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.ben), client_of(cast.chidi)
    where = f"/stories/{story.public_id}/"
    for _time in range(2):
        assert chidi.post(f"{where}responses/", {"response": "thanks"})["Location"] == f"{where}#answers"
    assert Response.objects.count() == 1 and "Thank you for this Chidi" in seen(client_of(cast.ben), where)
    assert 'value="thanks:off" aria-pressed="true"' in page_of(cast, story)
    assert "Chidi" not in seen(client_of(cast.amara), where)
    chidi.post(f"{where}responses/", {"response": "thanks:off"})
    chidi.post(f"{where}responses/", {"response": "pity"})
    assert client_of(cast.ben).post(f"{where}responses/", {"response": "thanks"}).status_code == 404
    assert not Response.objects.exists() and "Nobody yet." in seen(client_of(cast.ben), where)


def test_thanks_of_somebody_one_does_not_meet_are_not_shown(cast: Cast) -> None:
    story = written(cast.harbour, cast.amara)
    for somebody in (cast.eli, cast.chidi):
        responded(story, somebody)
    page = seen(client_of(cast.amara), f"/stories/{story.public_id}/")
    assert SAID in page and "Thank you for this Chidi" in page and not stands("Eli", page)
