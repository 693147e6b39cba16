"""Ways to begin an answer: chosen, made one's own, and never sent as they stand."""

import pytest

from openchair.groups.models import Group
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares.answering import composer_for
from openchair.shares.beginnings import beginnings_for, is_as_it_stood
from openchair.shares.models import Reply, Share
from openchair.shares.tests.scene import shared
from openchair.shares.told import Need
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = Group.Crosstalk.WELCOME
    made.harbour.save()
    return made


def ways(need: str) -> list[tuple[str, str]]:
    return beginnings_for(composer_for(Group(crosstalk="welcome"), need), need)


def page(share: Share, cast: Cast, more: str = "", name: str = "chidi") -> str:
    return client_of(getattr(cast, name)).get(f"/shares/{share.public_id}/{more}").content.decode()


@pytest.mark.parametrize("need", ["", *Need.values])
def test_there_are_a_handful_for_each_need_that_asks_for_words(need: str) -> None:
    found = [words for _key, words in ways(need)]
    assert len(found) == len(set(found)) == (0 if need == Need.LISTEN else 5)
    assert all("…" in words and is_as_it_stood(words) for words in found)


def test_one_stands_in_the_field_only_when_it_was_chosen(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, need="courage")
    key, words = ways("courage")[2]
    assert f">\n{words}</textarea>" not in page(share, cast) and words in page(share, cast)
    assert f">\n{words}</textarea>" in page(share, cast, f"?begin={key}")
    assert ">\n</textarea>" in page(share, cast, "?begin=") and ">\n</textarea>" in page(
        share, cast, "?begin=99"
    )
    assert words not in page(share, cast, name="ben")


@pytest.mark.parametrize("more", ["", "  ", "!", " …\n\n"])
def test_a_beginning_that_nobody_went_on_with_is_refused_and_kept(cast: Cast, more: str) -> None:
    share, words = shared(cast.harbour, cast.ben, need="someone"), ways("someone")[0][1]
    answer = client_of(cast.chidi).post(f"/shares/{share.public_id}/replies/", {"words": words + more})
    said = text_of(answer.content)
    assert answer.status_code == 422 and "go on from it in words of your own" in said and words in said
    assert not Reply.objects.exists()


def test_one_that_was_made_ones_own_is_sent(cast: Cast) -> None:
    share, words = shared(cast.harbour, cast.ben, need="someone"), ways("someone")[0][1]
    own = words.replace("…", "eleven tonight. Write when you like.")
    answer = client_of(cast.chidi).post(f"/shares/{share.public_id}/replies/", {"words": own})
    assert answer.status_code == 303 and own in page(share, cast, name="ben")


def test_whoever_wants_to_be_listened_to_gets_no_ways_to_begin(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, need="listen")
    assert "Ways to begin" not in page(share, cast, "?begin=1")
    assert "Ways to begin" in page(shared(cast.harbour, cast.ben, need="ideas"), cast)
