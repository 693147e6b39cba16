"""Ben finds something again, and nothing that is not for him."""

from datetime import date

import pytest
from django.test import Client

from openchair.checkins import worksheets
from openchair.checkins.checking_in import check_in
from openchair.checkins.told import Told
from openchair.gatherings.tests.scene import begun as begun_turn
from openchair.gatherings.tests.scene import opened, passed
from openchair.groups import leaving
from openchair.paths.noting import edit
from openchair.paths.noting import take_back as not_so
from openchair.paths.tests.scene import a_path_with_a_setback
from openchair.people import limits
from openchair.people.blocking import block
from openchair.search import scanning, shelves
from openchair.search.views import LOOKING
from openchair.shares import holding, writing
from openchair.shares.marking import leave_out
from openchair.shares.models import Share
from openchair.shares.tests.scene import SAID, begun, replied, shared
from openchair.stories import turning
from openchair.stories.holding import take_out as put_out
from openchair.stories.tests.scene import begun as begun_story
from openchair.stories.tests.scene import written
from openchair.stories.writing import take_back
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def found(client: Client, words: str, where: str = "mine", **more: str) -> str:
    """The page that answers."""
    return client.post("/search/", {"words": words, "where": where, **more}).content.decode()


def in_harbour(cast: Cast, who: str, words: str) -> str:
    return found(client_of(getattr(cast, who)), words, cast.harbour.public_id)


def test_one_s_own_words_are_found_wherever_they_were_written(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, "the lighthouse by the ferry")
    replied(shared(cast.harbour, cast.chidi), cast.ben, "I know that lighthouse")
    check_in(person=cast.ben, day=date(2026, 3, 14), told=Told(3, note="Walked to the lighthouse."))
    sheet = worksheets.keep(
        person=cast.ben, sheet="step", answers={"which": "Lighthouse"}, day=date(2026, 3, 2)
    )
    begun(cast.harbour, cast.ben, "lighthouse, a beginning")
    page = found(client_of(cast.ben), "LIGHTHOUSE")
    assert "5 places found" in page and "That is everything." in page
    for way in (f"/shares/{share.public_id}/", "/check-ins/2026-03-14/", f"/worksheets/{sheet.public_id}/"):
        assert f'href="{way}"' in page
    assert "/draft/" in page and "<strong>lighthouse</strong> by the ferry" in page
    assert "Nothing found" in found(client_of(cast.chidi), "lighthouse")


def test_stories_are_found_by_any_of_their_words(cast: Cast) -> None:
    words = (("On the quay", "a lighthouse at night"),)
    story = written(cast.harbour, cast.ben, words=words)
    assert f'href="/stories/{story.public_id}/"' in in_harbour(cast, "chidi", "LIGHTHOUSE night")
    assert f'href="/stories/{story.public_id}/"' in in_harbour(cast, "chidi", "learned to swim")
    page = found(client_of(cast.ben), "lighthouse")
    assert "1 place found" in page and "a <strong>lighthouse</strong> at night" in page
    turned_from = written(cast.harbour, cast.ben, "Another", words=words)
    turning.hide(person=cast.chidi, story=turned_from)
    taken_back = written(cast.harbour, cast.ben, "One more", words=words)
    take_back(story=taken_back)
    assert "1 place found" in in_harbour(cast, "chidi", "lighthouse")
    begun_story(cast.harbour, cast.ben, "A beginning", words=words)
    page = found(client_of(cast.ben), "lighthouse")
    assert "3 places found" in page and f"/groups/{cast.harbour.public_id}/stories/draft/" in page


def test_a_story_that_a_host_put_out_of_sight_is_found_by_its_writer_where_it_waits(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben)
    put_out(story=story, by=member_of(cast.harbour, cast.amara), line="It names somebody.")
    page = found(client_of(cast.ben), "swim")
    assert f'href="/groups/{cast.harbour.public_id}/stories/held/"' in page
    assert "Nothing found" in in_harbour(cast, "chidi", "swim")


def test_a_story_behind_a_care_note_shows_no_words_and_left_out_topics_are_left_out(cast: Cast) -> None:
    written(cast.harbour, cast.ben, topics=("loss",))
    page = in_harbour(cast, "chidi", "ferry")
    assert "behind a care note" in page and "walked home" not in page
    leave_out(person=cast.chidi, topics=["loss"])
    assert "behind a care note" not in in_harbour(cast, "chidi", "ferry")


def test_members_find_what_was_shared_in_their_group_and_outsiders_cannot_ask(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    page = in_harbour(cast, "chidi", "ferry")
    assert f"/shares/{share.public_id}/" in page and "<strong>ferry</strong>" in page
    refused = client_of(cast.dana).post("/search/", {"words": "ferry", "where": cast.harbour.public_id})
    assert refused.status_code == 422 and "Please choose one of these." in refused.content.decode()


@pytest.mark.requirement("S10")
def test_what_one_does_not_see_one_does_not_find(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    shared(cast.harbour, cast.ben, "for hosts, the ferry", audience=Share.Audience.HOSTS)
    block(person=cast.chidi, other=cast.ben)
    assert "Nothing found" in in_harbour(cast, "chidi", "ferry")
    assert "2 places found" in in_harbour(cast, "amara", "ferry")


def test_behind_a_care_note_the_words_stay_shut_and_left_out_topics_are_left_out(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, topics=("loss",))
    page = in_harbour(cast, "chidi", "ferry")
    assert "behind a care note" in page and "walked home" not in page
    leave_out(person=cast.chidi, topics=["loss"])
    assert "behind a care note" not in in_harbour(cast, "chidi", "ferry")


def test_what_waits_for_a_host_is_found_by_its_writer_where_it_waits(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    reply = replied(shared(cast.harbour, cast.amara, "the quay"), cast.chidi, "the ferry again")
    for words in (share, reply):
        holding.hold(what=words)
    for who in ("ben", "chidi"):
        browser = client_of(getattr(cast, who))
        assert f'href="/groups/{cast.harbour.public_id}/shares/held/"' in found(browser, "ferry")
        assert "Nothing found" in in_harbour(cast, who, "ferry")


def test_what_was_taken_back_is_not_found(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    assert "1 place found" in found(client_of(cast.ben), "ferry")
    writing.take_back(share=share)
    assert "Nothing found" in found(client_of(cast.ben), "ferry")
    assert "Nothing found" in in_harbour(cast, "chidi", "ferry")


def test_what_is_typed_stays_and_a_letter_is_too_little(cast: Cast) -> None:
    ben = client_of(cast.ben)
    for words, said in (("a", "two letters"), ("", "type a word"), ("x" * 101, "fewer words")):
        answer = ben.post("/search/", {"words": words, "where": "mine"})
        assert answer.status_code == 422 and said in answer.content.decode()
        assert f'value="{words}"' in answer.content.decode()


def test_it_goes_on_from_where_the_time_was_up(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "BUDGET", 0)
    monkeypatch.setattr(shelves, "BATCH", 2)
    written = [f"ferry number {number}" for number in range(3)]
    for number, words in enumerate(written):
        shared(cast.harbour, cast.ben, words, hours_ago=number)
    check_in(person=cast.ben, day=date(2026, 3, 14), told=Told(3, note="No ferry today."))
    ben, after, pages = client_of(cast.ben), "", []
    for _page in range(4):
        pages.append(found(ben, "ferry", after=after))
        after = pages[-1].rpartition('name="after" value="')[2].partition('"')[0]
    assert all("1 place found" in one for one in pages) and "Look further back" not in pages[-1]
    assert "No <strong>ferry</strong>" in pages[-1] and sum("number 1" in one for one in pages) == 1


@pytest.mark.parametrize("after", ["nowhere", "days:2026-99-99", "shares:unknown", "days:", ":::"])
def test_an_odd_place_to_go_on_from_breaks_nothing(cast: Cast, after: str) -> None:
    asked = {"words": "ferry", "where": "mine", "after": after}
    assert client_of(cast.ben).post("/search/", asked).status_code == 200


def test_looking_too_often_is_asked_to_wait(cast: Cast) -> None:
    ben = client_of(cast.ben)
    for _time in range(LOOKING.times):
        limits.take(LOOKING, str(cast.ben.pk))
    answer = ben.post("/search/", {"words": "the ferry", "where": "mine"})
    assert answer.status_code == 429 and 'value="the ferry"' in answer.content.decode()


def test_a_longer_past_asks_no_more_questions(cast: Cast, django_assert_max_num_queries: object) -> None:
    for number in range(30):
        shared(cast.harbour, cast.ben, f"the quay {number}", hours_ago=number)
    chidi = client_of(cast.chidi)
    found(chidi, "ferry", cast.harbour.public_id)
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        assert "Nothing found" in found(chidi, "ferry", cast.harbour.public_id)


def test_a_page_of_a_group_leads_to_looking_there(cast: Cast) -> None:
    page = client_of(cast.ben).get(f"/search/?in={cast.harbour.public_id}").content.decode()
    assert f'value="{cast.harbour.public_id}" checked' in page
    assert SAID not in page and "is not kept" in page


def test_a_turn_that_was_begun_is_found_where_one_goes_on_with_it(cast: Cast) -> None:
    nights, ben = opened(cast.harbour, cast.amara), client_of(cast.ben)
    begun_turn(nights, cast.ben, "the lamp on the pier")
    where = f"/open-for-days/{nights.public_id}/"
    page = found(ben, "pier")
    assert "A turn, not said yet" in page and f'href="{where}turns/draft/"' in page
    assert "the lamp" in ben.get(f"{where}turns/draft/").content.decode()
    passed(nights, 24 * 8)
    assert f'href="{where}#end"' in found(ben, "pier") and "the lamp" in ben.get(where).content.decode()
    assert "Nothing found" in found(client_of(cast.chidi), "pier")
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert "Nothing found" in found(ben, "pier"), "there is no page to lead to"


def test_what_one_wrote_after_a_setback_is_found_as_it_stands_now(cast: Cast) -> None:
    path, setback = a_path_with_a_setback(cast.ben)
    ben, where = client_of(cast.ben), f"/moments/{setback.public_id}/"
    for lines in (("a long argument", "", ""), ("a quarrel", "the walk to the pier", "")):
        edit(path=path, of=setback.event, changes={"lines": lines})
    assert "Nothing found" in found(ben, "argument")
    page = found(ben, "pier")
    assert "A note to yourself" in page and f'href="{where}"' in page and "Only you see this." in page
    assert "the walk to the pier" in ben.get(where).content.decode()
    assert "Nothing found" in found(client_of(cast.chidi), "pier")
    not_so(entry=setback, on=date(2026, 3, 14))
    assert "Nothing found" in found(ben, "pier")


def test_turns_and_notes_are_gone_through_as_all_the_others(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "BUDGET", 0)
    for label in ("Wine", "Cards"):
        path, setback = a_path_with_a_setback(cast.ben, label=label)
        edit(path=path, of=setback.event, changes={"lines": ("the ferry", "", "")})
    for name in ("One", "Two"):
        begun_turn(opened(cast.harbour, cast.amara, name), cast.ben, "the ferry")
    ben, after, ways, page = client_of(cast.ben), "", [], ""
    for _page in range(4):
        page = found(ben, "ferry", after=after)
        ways += [one.split('"')[0] for one in page.split('class="share-name"><a href="')[1:]]
        after = page.rpartition('name="after" value="')[2].partition('"')[0]
    assert len(set(ways)) == len(ways) == 4 and "Look further back" not in page


def test_who_sees_it_stands_beside_one_s_own_words(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, "ferry one", audience=Share.Audience.HOSTS)
    shared(cast.harbour, cast.ben, "ferry two", audience=Share.Audience.CIRCLE)
    replied(shared(cast.harbour, cast.amara, "the quay"), cast.ben, "ferry three")
    written(cast.harbour, cast.ben, audience="me")
    ben = client_of(cast.ben)
    for words, said in (
        ("one", "Only the hosts see this."),
        ("two", "Only your companions in this group see this."),
        ("three", "Everybody in the group sees this."),
        ("winter", "Only you see this."),
    ):
        for page in (found(ben, words), *([] if words == "three" else [in_harbour(cast, "ben", words)])):
            assert f"<span>{said}</span>" in page, words
    assert "the hosts see this" not in in_harbour(cast, "amara", "one")
    holding.hold(what=shared(cast.harbour, cast.ben, "ferry four"))
    assert "<span>Only you and the hosts see this.</span>" in found(ben, "four")
