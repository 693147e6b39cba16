"""Who welcomes people: asked or offered, agreed, and ended by either."""

import pytest

from openchair.greeting import serving
from openchair.greeting.models import Greeter
from openchair.greeting.tests.scene import a_harbour, greets, page_of
from openchair.groups import leaving
from openchair.people.blocking import block
from openchair.people.tests.steps import text_of
from tests.cast import Cast, client_of
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_harbour()


def where(cast: Cast, more: str) -> str:
    return f"/groups/{cast.harbour.public_id}/{more}"


def today(cast: Cast, name: str = "ben") -> str:
    return text_of(client_of(getattr(cast, name)).get("/today/").content)


def test_a_host_asks_and_ben_says_yes(cast: Cast) -> None:
    amara, ben, member = client_of(cast.amara), client_of(cast.ben), member_of(cast.harbour, cast.ben)
    assert amara.post(where(cast, "greeters/"), {"member": member.public_id}).status_code == 303
    assert "ask whether you would like to welcome people" in today(cast)
    assert "is asked, and has not answered" in page_of(cast, cast.amara, "greeters/")
    assert page_of(cast, cast.ben) == ""
    ben.post(where(cast, "helping/offer/"))
    assert "Waiting for a first answer" in page_of(cast, cast.ben)
    assert "ask whether you would like" not in today(cast)


def test_ben_offers_and_a_host_agrees(cast: Cast) -> None:
    amara, ben, member = client_of(cast.amara), client_of(cast.ben), member_of(cast.harbour, cast.ben)
    ben.post(where(cast, "helping/offer/"))
    assert page_of(cast, cast.ben) == "" and "A host answers you." in page_of(cast, cast.ben, "helping/")
    assert "would like to welcome people" in page_of(cast, cast.amara, "greeters/")
    amara.post(where(cast, f"greeters/{member.public_id}/agreement/"))
    assert "Waiting for a first answer" in page_of(cast, cast.ben)
    assert "You welcome people in Harbour now." in today(cast)


def test_nobody_agrees_for_somebody_who_was_asked(cast: Cast) -> None:
    member = member_of(cast.harbour, cast.ben)
    serving.ask(membership=member)
    client_of(cast.amara).post(where(cast, f"greeters/{member.public_id}/agreement/"))
    assert not Greeter.objects.standing().exists() and Greeter.objects.open().exists()


@pytest.mark.parametrize("who", ["ben", "amara"])
def test_either_ends_it_and_nothing_is_left(cast: Cast, who: str) -> None:
    greets(cast.harbour, cast.ben)
    assert page_of(cast, cast.ben)
    by_host = f"greeters/{member_of(cast.harbour, cast.ben).public_id}/ending/"
    client_of(getattr(cast, who)).post(where(cast, by_host if who == "amara" else "helping/ending/"))
    assert page_of(cast, cast.ben) == "" and not Greeter.objects.exists()
    assert "I would like to welcome people" in page_of(cast, cast.ben, "helping/")
    assert "welcome people" not in today(cast)


def test_asking_twice_is_asking_once_and_two_who_meet_halfway_agree(cast: Cast) -> None:
    for name, other in (("ben", serving.offer), ("chidi", serving.ask)):
        member = member_of(cast.harbour, getattr(cast, name))
        for act in (serving.ask, serving.ask, serving.offer):
            act(membership=member)
        other(membership=member)
        assert Greeter.objects.get(membership=member).stands


def test_whoever_left_welcomes_nobody(cast: Cast) -> None:
    greets(cast.harbour, cast.ben)
    assert page_of(cast, cast.ben)
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    assert page_of(cast, cast.ben) == "" and not Greeter.objects.standing().exists()


def test_a_host_does_not_meet_whom_they_do_not_meet(cast: Cast) -> None:
    serving.offer(membership=member_of(cast.harbour, cast.chidi))
    assert "Chidi" in page_of(cast, cast.amara, "greeters/")
    block(person=cast.chidi, other=cast.amara)
    assert "Chidi" not in page_of(cast, cast.amara, "greeters/")
    member = member_of(cast.harbour, cast.chidi)
    answer = client_of(cast.amara).post(where(cast, f"greeters/{member.public_id}/ending/"))
    assert answer.status_code == 404 and Greeter.objects.exists()


def test_no_form_takes_whoever_is_not_here(cast: Cast) -> None:
    answer = client_of(cast.amara).post(where(cast, "greeters/"), {"member": "nobody"})
    assert answer.status_code == 422 and "Choose one of these people." in answer.content.decode()
    assert client_of(cast.ben).post(where(cast, "greeters/"), {"member": "x"}).status_code == 404
