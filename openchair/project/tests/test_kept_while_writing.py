"""What somebody writes is kept for them before they say that it is done, and shown to nobody."""

import pytest

from openchair.gatherings.models import Draft
from openchair.gatherings.tests.scene import opened
from openchair.kit.pages import WHILE_WRITING
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares.models import Share
from openchair.stories.models import Story
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
WORDS = "I have not told anybody that"
SHARE = {"words": WORDS, "audience": "group", "named": "alias"}


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def where(cast: Cast, what: str) -> str:
    """The composer of that."""
    if what == "turn":
        return f"/open-for-days/{opened(cast.harbour, cast.amara).public_id}/turns/new/"
    return f"/groups/{cast.harbour.public_id}/{what}/new/"


def typed(what: str, words: str = WORDS) -> dict[str, str]:
    """What stands in the form, of which nothing else has been chosen."""
    if what == "stories":
        return {"audience": "group", "named": "alias", "title": "", "heading-1": "", "words-1": words}
    return SHARE | {"words": words}


def kept(cast: Cast, there: str, form: dict[str, str]) -> int:
    """The page keeps it by itself, for Ben; the status it gets."""
    return client_of(cast.ben).post(there, form | {"press": WHILE_WRITING}).status_code


@pytest.mark.parametrize("what", ["shares", "turn", "stories"])
def test_it_is_there_again_and_no_line_speaks_of_it(cast: Cast, what: str) -> None:
    there = where(cast, what)
    for _time in range(2):
        assert kept(cast, there, typed(what)) == 204
    again = client_of(cast.ben).get(there)
    assert WORDS in again.content.decode() and "Your draft is kept" not in again.content.decode()
    assert Share.objects.count() + Draft.objects.count() + Story.objects.count() == 1
    assert not Share.objects.filter(posted_at__isnull=False).exists()
    for somebody in (cast.amara, cast.chidi):
        assert WORDS not in client_of(somebody).get(there).content.decode()
    assert client_of(cast.dana).post(there, typed(what) | {"press": WHILE_WRITING}).status_code == 404


@pytest.mark.parametrize("what", ["shares", "turn", "stories"])
def test_an_empty_page_takes_nothing_from_another_in_which_more_is_written(cast: Cast, what: str) -> None:
    there = where(cast, what)
    assert kept(cast, there, typed(what, "")) == 200
    assert Share.objects.count() + Draft.objects.count() + Story.objects.count() == 0
    kept(cast, there, typed(what))
    assert kept(cast, there, typed(what, "")) == 200
    assert WORDS in client_of(cast.ben).get(there).content.decode()


@pytest.mark.parametrize("what", ["shares", "turn", "stories"])
def test_a_form_of_a_page_that_keeps_itself_is_not_taken_for_sent(cast: Cast, what: str) -> None:
    there, form = where(cast, what), typed(what) | {"submit_id": "one"}
    for _time in range(2):
        assert kept(cast, there, form) == 204
    assert WORDS in client_of(cast.ben).get(there).content.decode()
    more = dict.fromkeys(("words", "words-1"), "more than before")
    whole = form | more | {"kind": "challenge", "title": "The quay"}
    assert client_of(cast.ben).post(there, whole).status_code == 303
    assert "more than before" in client_of(cast.ben).get(there).content.decode()


@pytest.mark.parametrize(
    ("what", "page", "button"),
    [
        ("shares", "draft/", "draft/posting/"),
        ("turn", "draft/", "draft/posting/"),
        ("stories", "draft/", "draft/placing/"),
    ],
)
def test_what_was_written_on_elsewhere_is_looked_over_once_more(
    cast: Cast, what: str, page: str, button: str
) -> None:
    ben, there = client_of(cast.ben), where(cast, what)
    whole = typed(what) | {"kind": "challenge", "title": "The quay"}
    ben.post(there, whole)
    looked_over = there.replace("new/", page)
    read = ben.get(looked_over).content.decode().split('name="read" value="')[1].split('"')[0]
    kept(cast, there, whole | {"words": "quite another thing", "words-1": "quite another thing"})
    answer = ben.post(there.replace("new/", button), {"read": read}, follow=True)
    assert answer.redirect_chain[-1][0] == looked_over
    said = text_of(answer.content)
    assert "You wrote on in another window." in said and "quite another thing" in said
    again = answer.content.decode().split('name="read" value="')[1].split('"')[0]
    ben.post(there.replace("new/", button), {"read": again})
    assert Share.objects.filter(posted_at__isnull=False).count() + Story.objects.count() == 1


@pytest.mark.parametrize("what", ["shares", "turn", "stories"])
def test_what_cannot_be_kept_is_not_said_to_be_and_stands_as_it_was(cast: Cast, what: str) -> None:
    there = where(cast, what)
    kept(cast, there, typed(what))
    assert kept(cast, there, typed(what, "a" * 100_000)) == 422
    assert WORDS in client_of(cast.ben).get(there).content.decode()


@pytest.mark.parametrize("what", ["shares", "turn", "stories"])
def test_without_script_a_button_keeps_it_for_later(cast: Cast, what: str) -> None:
    ben, there = client_of(cast.ben), where(cast, what)
    assert 'name="press" value="later"' in ben.get(there).content.decode()
    answer = ben.post(there, typed(what) | {"press": "later"}, follow=True)
    assert "Your draft is kept. Only you see it." in text_of(answer.content)
    assert WORDS in ben.get(there).content.decode()


def test_what_is_not_yet_called_anything_is_not_shared(cast: Cast) -> None:
    ben, there = client_of(cast.ben), where(cast, "shares")
    kept(cast, there, SHARE)
    draft = there.replace("new/", "draft/")
    assert ben.get(draft)["Location"] == there == ben.post(f"{draft}posting/")["Location"]
    assert ben.post(there, SHARE).status_code == 422
    assert ben.post(there, SHARE | {"kind": "challenge"})["Location"] == draft
    assert ben.post(f"{draft}posting/").status_code == 303 and Share.objects.get().posted_at


@pytest.mark.parametrize("what", ["shares", "turn"])
def test_nothing_written_leaves_no_draft(cast: Cast, what: str) -> None:
    answer = client_of(cast.ben).post(where(cast, what), typed(what, "") | {"press": "later"}, follow=True)
    assert "Nothing was written." in text_of(answer.content)
    assert not Share.objects.exists() and not Draft.objects.exists()
