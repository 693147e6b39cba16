"""Hiding, muting, blocking, leaving topics out: silent, and on every surface."""

import pytest

from openchair.companions.tests.scene import companions
from openchair.groups.models import Norms
from openchair.people import limits
from openchair.people.blocking import block
from openchair.people.models import Block, Mute
from openchair.shares.models import Hiding, Share
from openchair.shares.tests.scene import ANSWERED, SAID, replied, shared
from openchair.shares.tests.test_sharing import place, seen
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    Norms.objects.create(group=made.harbour, unnamed="nobody")
    return made


def surfaces(cast: Cast, share: Share) -> list[str]:
    """Wherever a share could be met."""
    one = f"/shares/{share.public_id}/"
    about = f"/shares/words/{share.public_id}/about/"
    return ["/today/", place(cast), place(cast, "?order=waiting"), one, about]


def meets(cast: Cast, name: str, share: Share, words: str) -> set[bool]:
    """Is there a trace of it on each surface?"""
    browser = client_of(getattr(cast, name))
    said = [seen(browser, where) for where in surfaces(cast, share)]
    named = share.membership.alias
    return {words in page or f"{named} " in page.split("Your groups")[0] for page in said}


@pytest.mark.parametrize(("writer", "reader"), [("amara", "eli"), ("eli", "amara")])
def test_a_block_keeps_shares_apart_both_ways_and_says_nothing(cast: Cast, writer: str, reader: str) -> None:
    share = shared(cast.harbour, getattr(cast, writer))
    assert meets(cast, "chidi", share, SAID) == {True}
    assert meets(cast, reader, share, SAID) == {False}
    below = shared(cast.harbour, cast.ben, "a share of Ben")
    replied(below, getattr(cast, writer))
    page = f"/shares/{below.public_id}/"
    assert ANSWERED in seen(client_of(cast.ben), page) and ANSWERED not in seen(
        client_of(getattr(cast, reader)), page
    )
    assert "Read the replies" not in seen(client_of(getattr(cast, reader)), place(cast))


def test_two_taps_block_who_shared_something(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    assert "Block Ben" in seen(chidi, f"/shares/words/{share.public_id}/about/")
    chidi.post(f"/shares/words/{share.public_id}/block/")
    made = Block.objects.get(person=cast.chidi)
    assert made.other == cast.ben and made.met_as == "Ben"
    assert meets(cast, "chidi", share, SAID) == {False}


def test_muting_is_one_way_and_can_be_undone(cast: Cast) -> None:
    share, theirs = shared(cast.harbour, cast.ben), shared(cast.harbour, cast.chidi, "of Chidi")
    replied(theirs, cast.ben)
    chidi, page = client_of(cast.chidi), f"/shares/{theirs.public_id}/"
    chidi.post(f"/shares/words/{share.public_id}/mute/")
    assert SAID not in seen(chidi, place(cast)) and ANSWERED not in seen(chidi, page)
    assert "of Chidi" in seen(client_of(cast.ben), place(cast))
    assert "Ben" in seen(chidi, "/me/shares/")
    assert client_of(cast.amara).post(f"/me/shares/muted/{Mute.objects.get().pk}/end/").status_code == 303
    assert Mute.objects.count() == 1
    chidi.post(f"/me/shares/muted/{Mute.objects.get().pk}/end/")
    assert SAID in seen(chidi, place(cast)) and ANSWERED in seen(chidi, page)


def test_one_share_or_one_reply_is_hidden_and_shown_again(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    reply = replied(share, cast.amara)
    for words, said, where in ((share, SAID, place(cast)), (reply, ANSWERED, f"/shares/{share.public_id}/")):
        chidi.post(f"/shares/words/{words.public_id}/hiding/")
        assert said not in seen(chidi, where) and said in seen(client_of(cast.ben), where)
        assert client_of(cast.amara).post(f"/shares/words/{words.public_id}/return/").status_code == 404
        chidi.post(f"/shares/words/{words.public_id}/return/")
        assert said in seen(chidi, where)
    assert not Hiding.objects.exists()


def test_a_care_note_keeps_words_shut_and_a_wish_leaves_them_out(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben, topics=("loss", "harm")), client_of(cast.chidi)
    page = chidi.get(place(cast)).content.decode()
    assert "<details" in page.split(SAID)[0] and "open" not in page.split("<details")[1].split(">")[0]
    chidi.post("/me/shares/", {"topics": ["harm"]})
    for where in (place(cast), place(cast, "?order=waiting"), "/today/"):
        assert SAID not in seen(chidi, where) and not stands("Ben", seen(chidi, where))
    assert SAID in seen(client_of(cast.ben), place(cast)) and share.says is not None
    assert chidi.post("/me/shares/", {"topics": ["weather"]}).status_code == 422
    chidi.post("/me/shares/", {})
    assert SAID in seen(chidi, place(cast))


def test_no_block_or_mute_tells_whose_a_share_without_a_name_is(cast: Cast) -> None:
    shared(cast.harbour, cast.ben, named=Share.Named.NOBODY)
    chidi = client_of(cast.chidi)
    share = Share.objects.get()
    about = f"/shares/words/{share.public_id}/"
    page = seen(chidi, f"{about}about/")
    assert "gave no name" in page and not stands("Mute", page) and not stands("Ben", page)
    for way in ("mute", "block"):
        assert chidi.post(f"{about}{way}/").status_code == 404
    before = seen(chidi, place(cast))
    Mute.objects.create(person=cast.chidi, other=cast.ben)
    block(person=cast.chidi, other=cast.ben)
    assert seen(chidi, place(cast)) == before and SAID in before


def test_who_is_apart_already_never_meets_a_share_without_a_name(cast: Cast) -> None:
    share = shared(cast.harbour, cast.amara, named=Share.Named.HOSTS)
    assert SAID in seen(client_of(cast.chidi), place(cast))
    assert SAID not in seen(client_of(cast.eli), place(cast))
    Block.objects.all().delete()
    assert SAID not in seen(client_of(cast.eli), place(cast))
    assert client_of(cast.eli).get(f"/shares/{share.public_id}/").status_code == 404


def test_companions_see_what_is_for_them(cast: Cast) -> None:
    companions(cast.harbour, cast.ben, cast.chidi)
    share = shared(cast.harbour, cast.ben, audience=Share.Audience.CIRCLE)
    chidi, amara = client_of(cast.chidi), client_of(cast.amara)
    assert "Only their companions see this." in seen(chidi, place(cast))
    assert (
        SAID not in seen(amara, place(cast)) and amara.get(f"/shares/{share.public_id}/").status_code == 404
    )
    block(person=cast.ben, other=cast.chidi)
    assert SAID not in seen(chidi, place(cast))
