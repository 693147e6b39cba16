"""Writing a share: kept, looked over, posted, changed, taken back."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from openchair.groups import leaving
from openchair.groups.models import Norms
from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.shares import forgetting
from openchair.shares.models import Share
from openchair.shares.tests.scene import SAID, begun, replied, shared
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
TYPED = {"audience": "group", "kind": "victory", "words": SAID, "need": "listen", "named": "alias"}


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def place(cast: Cast, more: str = "") -> str:
    return f"/groups/{cast.harbour.public_id}/shares/{more}"


def seen(browser: Client, where: str) -> str:
    """What a page says; empty when there is none."""
    answer = browser.get(where)
    return text_of(answer.content) if answer.status_code == 200 else ""


def test_ben_writes_looks_it_over_and_shares_it_without_script(cast: Cast) -> None:
    ben, chidi = client_of(cast.ben), client_of(cast.chidi)
    answer = ben.post(place(cast, "new/"), TYPED)
    assert answer["Location"] == place(cast, "draft/")
    assert SAID in seen(ben, place(cast, "draft/")) and SAID not in seen(chidi, place(cast))
    ben.post(place(cast, "draft/posting/"))
    page = seen(chidi, place(cast))
    assert (
        SAID in page and "Ben" in page and "A victory" in page and "Everybody in the group sees this." in page
    )
    assert SAID in seen(ben, f"/shares/{Share.objects.get().public_id}/")


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("challenge", "A challenge"),
        ("victory", "A victory"),
        ("setback", "A setback"),
        ("gratitude", "Gratitude"),
        ("question", "A question"),
        ("story", "A story"),
    ],
)
def test_six_kinds_are_offered_posted_and_shown(cast: Cast, kind: str, label: str) -> None:
    ben = client_of(cast.ben)
    offered = ben.get(place(cast, "new/")).content.decode()
    found = re.findall(r'<input[^>]*name="kind"[^>]*value="([a-z]+)"', offered)
    assert kind in found and len(found) == 6
    ben.post(place(cast, "new/"), TYPED | {"kind": kind})
    assert label in seen(ben, place(cast, "draft/"))
    ben.post(place(cast, "draft/posting/"))
    share = Share.objects.get()
    for where in (place(cast), f"/shares/{share.public_id}/"):
        assert label in seen(client_of(cast.chidi), where)
    assert share.says and share.says.kind == kind


def test_a_draft_is_kept_and_stands_in_the_composer(cast: Cast) -> None:
    ben = client_of(cast.ben)
    ben.post(place(cast, "new/"), TYPED)
    ben.post(place(cast, "new/"), TYPED | {"words": "another beginning", "need": "ideas"})
    page = ben.get(place(cast, "new/")).content.decode()
    assert Share.objects.count() == 1 and "another beginning" in page
    assert "another beginning" not in seen(client_of(cast.amara), place(cast, "new/"))
    ben.post(place(cast, "draft/removal/"))
    assert not Share.objects.exists()


def test_what_is_wrong_comes_back_with_what_was_typed(cast: Cast) -> None:
    ben = client_of(cast.ben)
    answer = ben.post(place(cast, "new/"), {"words": "x" * 4001, "audience": "world", "other": "a line"})
    page = text_of(answer.content)
    assert (
        answer.status_code == 422 and "There is a problem" in page and "Please choose one of these." in page
    )
    assert "x" * 4001 in answer.content.decode() and "a line" in answer.content.decode()
    assert "Write a word or two first." in text_of(ben.post(place(cast, "new/"), {}).content)
    assert not Share.objects.exists()


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        ("group", {"amara", "ben", "chidi"}),
        ("hosts", {"amara", "ben"}),
        ("me", {"ben"}),
    ],
)
def test_a_share_is_seen_by_its_audience_alone(cast: Cast, audience: str, readers: set[str]) -> None:
    share = shared(cast.harbour, cast.ben, audience=audience)
    for name in ("amara", "ben", "chidi", "dana"):
        browser = client_of(getattr(cast, name))
        sees = {place(cast): SAID in seen(browser, place(cast))}
        sees |= {"page": SAID in seen(browser, f"/shares/{share.public_id}/")}
        assert set(sees.values()) == {name in readers}, name


def test_a_share_is_changed_and_says_so(cast: Cast) -> None:
    share, ben = shared(cast.harbour, cast.ben), client_of(cast.ben)
    ben.post(f"/shares/{share.public_id}/edit/", TYPED | {"words": "it came after all", "audience": "hosts"})
    assert "changed" in seen(ben, place(cast)) and "Only the hosts see this." in seen(ben, place(cast))
    assert SAID not in seen(client_of(cast.chidi), place(cast))
    assert client_of(cast.amara).post(f"/shares/{share.public_id}/edit/", TYPED).status_code == 404


def test_one_tap_takes_a_share_back_and_one_brings_it_back(cast: Cast) -> None:
    share, ben, chidi = shared(cast.harbour, cast.ben), client_of(cast.ben), client_of(cast.chidi)
    answer = ben.post(f"/shares/{share.public_id}/withdrawal/")
    assert "For 30 days" in seen(ben, answer["Location"]) and SAID not in seen(chidi, place(cast))
    assert SAID in seen(ben, place(cast, "taken-back/")) and SAID not in seen(
        chidi, place(cast, "taken-back/")
    )
    ben.post(f"/shares/{share.public_id}/return/")
    assert SAID in seen(chidi, place(cast))
    assert chidi.post(f"/shares/{share.public_id}/withdrawal/").status_code == 404


def test_what_was_taken_back_is_deleted_after_thirty_days_and_so_are_old_drafts(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    Share.objects.filter(pk=share.pk).update(taken_back_at=now())
    begun(cast.harbour, cast.ben)
    reply = replied(shared(cast.harbour, cast.chidi), cast.ben)
    reply.taken_back_at = now()
    reply.save()
    forgetting.forget(now() + timedelta(days=29))
    assert Share.objects.count() == 3
    forgetting.forget(now() + timedelta(days=30, minutes=1))
    assert [one.person for one in Share.objects.all()] == [cast.chidi]
    assert not Share.objects.get().replies.exists()


def test_who_leaves_takes_their_shares_along_and_brings_them_back(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    amara = client_of(cast.amara)
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert SAID not in seen(amara, place(cast)) and seen(client_of(cast.ben), place(cast)) == ""
    leaving.come_back(membership=member_of(cast.harbour, cast.ben))
    assert SAID in seen(amara, place(cast))
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    leaving.forget_departed(now() + timedelta(days=31))
    assert not Share.objects.exists()


def test_words_that_meet_a_closed_group_are_shown_once_more(cast: Cast) -> None:
    leaving.close(group=cast.harbour, by=member_of(cast.harbour, cast.amara))
    answer = client_of(cast.ben).post(place(cast, "new/"), TYPED)
    assert answer.status_code == 404 and SAID in text_of(answer.content)
    assert not Share.objects.exists()


def test_the_hosts_settle_whether_shares_may_stand_without_a_name(cast: Cast) -> None:
    ben, amara = client_of(cast.ben), client_of(cast.amara)
    assert amara.post(place(cast, "norms/"), {"unnamed": "no"}).status_code == 303
    assert "Without a name" not in seen(ben, place(cast, "new/"))
    begun(cast.harbour, cast.ben, named=Share.Named.HOSTS)
    answer = ben.post(place(cast, "draft/posting/"))
    assert answer["Location"] == place(cast, "new/") and Share.objects.get().is_draft
    assert amara.post(place(cast, "norms/"), {"unnamed": "nobody"}).status_code == 303
    assert "for hosts too" in seen(ben, place(cast, "new/"))
    assert ben.get(place(cast, "norms/")).status_code == 404
    assert amara.post(place(cast, "norms/"), {}).status_code == 422
    assert Norms.objects.get().unnamed == "nobody"


def test_a_share_without_a_name_shows_it_to_hosts_or_to_nobody(cast: Cast) -> None:
    amara, chidi = client_of(cast.amara), client_of(cast.chidi)
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    for named, hosts_see in (("hosts", True), ("nobody", False)):
        share = shared(cast.harbour, cast.ben, named=named)
        replied(share, cast.ben, "it is me who wrote it")
        for where in (place(cast), f"/shares/{share.public_id}/"):
            assert stands("Ben", seen(amara, where)) is hosts_see and not stands("Ben", seen(chidi, where))
        assert "Who wrote it" in seen(chidi, f"/shares/{share.public_id}/")
        assert "You, without a name" in seen(client_of(cast.ben), place(cast))
        share.delete()


def test_too_much_in_an_hour_waits_as_a_draft(cast: Cast) -> None:
    ben = client_of(cast.ben)
    for number in range(21):
        ben.post(place(cast, "new/"), TYPED | {"words": f"number {number}"})
        ben.post(place(cast, "draft/posting/"))
    assert Share.objects.exclude(posted_at=None).count() == 20 and Share.objects.drafts().count() == 1


def test_the_same_form_sent_twice_shares_once(cast: Cast) -> None:
    ben = client_of(cast.ben)
    ben.post(place(cast, "new/"), TYPED | {"submit_id": "one"})
    for _time in range(2):
        ben.post(place(cast, "draft/posting/"), {"submit_id": "two"})
    assert Share.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"audience": "world"},
        {"named": "x"},
        {"posted_at": None, "taken_back_at": now()},
    ],
)
def test_the_database_refuses_nonsense(cast: Cast, wrong: dict[str, object]) -> None:
    share = shared(cast.harbour, cast.ben)
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.filter(pk=share.pk).update(**wrong)


def test_the_database_refuses_a_second_draft(cast: Cast) -> None:
    begun(cast.harbour, cast.ben)
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.create(
            group=cast.harbour, person=cast.ben, membership=member_of(cast.harbour, cast.ben), told="{}"
        )
