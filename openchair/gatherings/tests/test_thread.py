"""A thread in which people write over days: the lead share first, then in the order of time."""

from datetime import timedelta

import pytest
from django.test import Client

from openchair.gatherings import closing
from openchair.gatherings.models import Draft, Gathering, Turn
from openchair.gatherings.tests.scene import NAME, SAID, begun, opened, passed, said, serves
from openchair.groups import leaving
from openchair.groups.models import Norms
from openchair.kit.clock import now
from openchair.people import limits, muting
from openchair.people.tests.steps import text_of
from openchair.shares import replying, writing
from openchair.shares.marking import have_read
from openchair.shares.models import Share
from openchair.shares.tests.scene import responded
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


@pytest.fixture
def nights(cast: Cast) -> Gathering:
    """Open since an hour, for seven days."""
    return opened(cast.harbour, cast.amara)


def place(gathering: Gathering, way: str = "") -> str:
    return f"/open-for-days/{gathering.public_id}/{way}"


def seen(browser: Client, where: str) -> str:
    """What stands on the page."""
    answer = browser.get(where, follow=True)
    assert answer.status_code == 200, where
    return text_of(answer.content)


def write(browser: Client, gathering: Gathering, words: str = SAID, **typed: object) -> str:
    """Written, looked over, said; the page on which one ends."""
    browser.post(place(gathering, "turns/new/"), {"words": words, "named": "alias", **typed})
    answer = browser.post(place(gathering, "turns/draft/posting/"), follow=True)
    return text_of(answer.content)


def test_a_turn_is_written_looked_over_and_said(cast: Cast, nights: Gathering) -> None:
    ben = client_of(cast.ben)
    assert "Nobody has written yet." in seen(ben, place(nights))
    answer = ben.post(place(nights, "turns/new/"), {"words": SAID, "named": "alias"})
    assert answer["Location"] == place(nights, "turns/draft/") and SAID in seen(ben, answer["Location"])
    assert SAID not in seen(client_of(cast.chidi), place(nights)) and "Go on with your turn" in seen(
        ben, place(nights)
    )
    assert "It is said." in write(ben, nights)
    page = seen(client_of(cast.chidi), place(nights))
    assert SAID in page and "Ben" in page and not Draft.objects.exists()


def test_saying_it_twice_is_saying_it_once(cast: Cast, nights: Gathering) -> None:
    ben = client_of(cast.ben)
    write(ben, nights)
    ben.post(place(nights, "turns/draft/posting/"))
    assert Turn.objects.count() == 1 == Share.objects.count()


def test_turns_stand_in_the_order_of_time_and_the_lead_share_first(cast: Cast, nights: Gathering) -> None:
    said(nights, cast.chidi, "the second", minutes_ago=20)
    said(nights, cast.amara, "the third", minutes_ago=10)
    serves(nights, cast.ben, "lead")
    ben = client_of(cast.ben)
    assert "Write the lead share" in seen(ben, place(nights))
    write(ben, nights, "how it began for me")
    write(ben, nights, "and one more line")
    page = seen(client_of(cast.chidi), place(nights))
    order = [page.index(one) for one in ("how it began", "the second", "the third", "and one more")]
    assert order == sorted(order) and "The lead share" in page and "Write a turn" in seen(ben, place(nights))


@pytest.mark.parametrize("named", ["hosts", "nobody"])
def test_without_a_name_it_does_not_stand_first_where_it_would_tell_who_leads(
    cast: Cast, nights: Gathering, named: str
) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    serves(nights, cast.ben, "lead")
    begun(nights, cast.ben, "how it began for me", named=named)
    page = seen(client_of(cast.ben), place(nights, "turns/draft/"))
    assert "they will stand among the turns and not first" in page
    unnamed = said(nights, cast.ben, "how it began for me", named=named)
    assert not Turn.objects.get(share=unnamed).leads
    assert "Write the lead share" in seen(client_of(cast.ben), place(nights))
    assert Turn.objects.get(share=said(nights, cast.ben, "under my name")).leads


def test_a_lead_share_that_was_taken_back_makes_room_for_another(cast: Cast, nights: Gathering) -> None:
    serves(nights, cast.ben, "lead")
    first = said(nights, cast.ben, "a first try")
    assert Turn.objects.get(share=first).leads
    client_of(cast.ben).post(f"/shares/{first.public_id}/withdrawal/")
    second = said(nights, cast.ben, "a second try")
    client_of(cast.ben).post(f"/shares/{first.public_id}/return/")
    assert Turn.objects.get(share=second).leads and not Turn.objects.get(share=first).leads
    assert seen(client_of(cast.chidi), place(nights)).count("try") == 2


def test_one_tap_takes_a_turn_back_and_one_brings_it_again(cast: Cast, nights: Gathering) -> None:
    share, ben, chidi = said(nights, cast.ben), client_of(cast.ben), client_of(cast.chidi)
    answer = ben.post(f"/shares/{share.public_id}/withdrawal/")
    assert answer["Location"] == place(nights) and SAID not in seen(chidi, place(nights))
    ben.post(f"/shares/{share.public_id}/return/")
    assert SAID in seen(chidi, place(nights))


def test_a_turn_is_changed_in_the_meeting_and_only_while_it_is_open(cast: Cast, nights: Gathering) -> None:
    share, ben = said(nights, cast.ben), client_of(cast.ben)
    change = f"/turns/{share.public_id}/edit/"
    assert ben.get(f"/shares/{share.public_id}/edit/").status_code == 404
    assert client_of(cast.chidi).get(change).status_code == 404
    assert f'href="{change}"' in ben.get(f"/shares/{share.public_id}/").content.decode()
    assert ben.post(change, {"words": "other words"})["Location"].startswith(place(nights))
    passed(nights, 24 * 7)
    answer = ben.post(change, {"words": "too late"})
    assert answer.status_code == 404 and "too late" in answer.content.decode()
    assert f'href="{change}"' not in ben.get(f"/shares/{share.public_id}/").content.decode()
    page = seen(client_of(cast.chidi), place(nights))
    assert "other words" in page and "Take it back" in seen(ben, place(nights))


def test_a_sign_leads_back_to_where_it_was_given(cast: Cast, nights: Gathering) -> None:
    share, chidi = said(nights, cast.ben), client_of(cast.chidi)
    sign = {"response": "hear:sign", "from": "thread", "page": "1"}
    answer = chidi.post(f"/shares/{share.public_id}/responses/", sign)
    assert answer["Location"] == place(nights, f"?page=1#s-{share.public_id}")
    answer = chidi.post(f"/shares/{share.public_id}/responses/", {**sign, "page": "//example.org"})
    assert answer["Location"] == place(nights, f"#s-{share.public_id}")


@pytest.mark.parametrize(("crosstalk", "answers"), [("none", False), ("welcome", True)])
def test_replies_stand_below_a_turn_only_where_the_group_answers(
    cast: Cast, crosstalk: str, answers: bool
) -> None:
    cast.harbour.crosstalk = crosstalk
    cast.harbour.save()
    nights, chidi = opened(cast.harbour, cast.amara), client_of(cast.chidi)
    share = said(nights, cast.ben)
    assert ("What would help" in seen(chidi, place(nights, "turns/new/"))) == answers
    status = chidi.post(f"/shares/{share.public_id}/replies/", {"words": "I know that lamp"}).status_code
    assert status == (303 if answers else 404)


def test_a_turn_stands_among_the_shares_and_says_where_it_was_said(cast: Cast, nights: Gathering) -> None:
    share, chidi = said(nights, cast.ben), client_of(cast.chidi)
    for where in (f"/groups/{cast.harbour.public_id}/shares/", f"/shares/{share.public_id}/"):
        page = chidi.get(where).content.decode()
        assert NAME in page and f'href="{place(nights)}"' in page, where
    assert "A turn" in seen(chidi, "/today/")


def test_whoever_does_not_meet_the_writer_does_not_meet_the_turn(cast: Cast, nights: Gathering) -> None:
    said(nights, cast.amara, "from the chair")
    muting.mute(person=cast.ben, other=cast.chidi, met_as="Chidi")
    said(nights, cast.chidi, "muted words")
    assert "from the chair" in seen(client_of(cast.chidi), place(nights))
    page = seen(client_of(cast.eli), place(nights))
    assert "from the chair" not in page and "Chair: A member" in page
    assert "muted words" not in seen(client_of(cast.ben), place(nights)) and "muted words" in page


def test_without_a_name_neither_part_nor_first_time_is_said(cast: Cast, nights: Gathering) -> None:
    serves(nights, cast.ben, "reader")
    said(nights, cast.ben, "without my name", named="hosts")
    page = seen(client_of(cast.chidi), place(nights))
    turn = page.split("Turns", 1)[1].split("without my name")[0]
    assert "A member" in turn and "Reader" not in turn and "first time" not in page


def test_a_first_turn_is_marked_so_that_somebody_can_say_welcome(cast: Cast, nights: Gathering) -> None:
    said(nights, cast.ben, minutes_ago=5)
    assert "writes here for the first time" in seen(client_of(cast.chidi), place(nights))
    said(nights, cast.ben, "once more")
    assert seen(client_of(cast.chidi), place(nights)).count("for the first time") == 1


def test_a_newcomers_number_waits_for_a_host(cast: Cast, nights: Gathering) -> None:
    recipes.member(cast.harbour, cast.dana, "Dana")
    dana = client_of(cast.dana)
    page = write(dana, nights, "ring me at +44 7700 900123")
    assert "A host looks at it first." in page
    assert "900123" not in seen(client_of(cast.ben), place(nights))
    share = Share.objects.get()
    held = dana.get(f"/groups/{cast.harbour.public_id}/shares/held/").content.decode()
    assert f'href="/turns/{share.public_id}/edit/"' in held
    passed(nights, 24 * 8)
    dana.post(f"/turns/{share.public_id}/edit/", {"words": "good night"})
    assert "good night" in seen(client_of(cast.ben), place(nights))


def test_the_link_to_what_is_new_stores_nothing_of_who_was_there(cast: Cast, nights: Gathering) -> None:
    first = said(nights, cast.chidi, "seen already", minutes_ago=30)
    ben = client_of(cast.ben)
    assert "What is new" not in seen(ben, place(nights))
    seen_until = Share.objects.get(pk=first.pk).posted_at
    assert seen_until
    have_read(person=cast.ben, until=seen_until)
    second = said(nights, cast.amara, "not yet seen", minutes_ago=5)
    page = ben.get(place(nights)).content.decode()
    assert f'href="{place(nights)}?page=1#s-{second.public_id}"' in page


def test_whoever_left_takes_their_turn_along(cast: Cast, nights: Gathering) -> None:
    said(nights, cast.ben)
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert SAID not in seen(client_of(cast.chidi), place(nights))
    assert client_of(cast.ben).get(place(nights)).status_code == 404


def test_a_group_that_closes_while_somebody_writes_gives_the_words_back(
    cast: Cast, nights: Gathering
) -> None:
    leaving.close(group=cast.harbour, by=member_of(cast.harbour, cast.amara))
    answer = client_of(cast.ben).post(place(nights, "turns/new/"), {"words": SAID, "named": "alias"})
    assert answer.status_code == 404 and SAID in answer.content.decode() and not Draft.objects.exists()


def test_an_answered_turn_is_answered_by_a_sign_or_a_word(cast: Cast, nights: Gathering) -> None:
    one, two = said(nights, cast.ben, "one."), said(nights, cast.chidi, "two.")
    amara, where = client_of(cast.amara), place(nights, "unanswered/")
    assert "one." in seen(amara, where) and "two." in seen(amara, where)
    responded(one, cast.chidi)
    replying.reply(share=two, by=member_of(cast.harbour, cast.eli), words="from somebody she does not meet")
    page = seen(amara, where)
    assert "one." not in page and "two." in page
    assert client_of(cast.ben).get(where).status_code == 404


def test_empty_and_huge_turns_come_back_with_what_was_typed(cast: Cast, nights: Gathering) -> None:
    ben, where = client_of(cast.ben), place(nights, "turns/new/")
    assert ben.post(where, {"words": " ", "named": "alias"}).status_code == 422
    answer = ben.post(where, {"words": "a" * 5000, "named": "alias"})
    assert answer.status_code == 422 and "a" * 5000 in answer.content.decode()
    begun(nights, cast.ben)
    Share.objects.create(
        group=cast.harbour, person=cast.ben, membership=member_of(cast.harbour, cast.ben), told="{}"
    )
    assert "It is said." in text_of(ben.post(place(nights, "turns/draft/posting/"), follow=True).content)
    assert Share.objects.filter(posted_at__gt=now() - timedelta(minutes=1)).count() == 1
    assert writing.draft_of(member_of(cast.harbour, cast.ben)) is not None


def test_who_sees_a_turn_stands_beside_it_where_that_is_not_the_group(cast: Cast, nights: Gathering) -> None:
    said(nights, cast.ben, "one for everybody")
    own, ben = said(nights, cast.ben, "one for fewer"), client_of(cast.ben)
    assert "Everybody in the group sees this." not in seen(ben, place(nights))
    for audience, words in (
        ("circle", "Only your companions in this group see this."),
        ("me", "Only you see this."),
    ):
        Share.objects.filter(pk=own.pk).update(audience=audience)
        page = seen(ben, place(nights)).split("one for fewer", 1)[1]
        assert words in page.split("Open it")[0], audience
    closing.put_away(passed(nights, 24 * 40).ends_at + timedelta(days=31))
    page, chidis = seen(ben, place(nights)), seen(client_of(cast.chidi), place(nights))
    assert page.count("Only you see this.") == 2 and "one for" not in chidis
