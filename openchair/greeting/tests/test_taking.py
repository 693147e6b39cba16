"""Two who welcome people do not write the same answer."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.greeting import taking
from openchair.greeting.models import Taking
from openchair.greeting.tests.scene import a_harbour, greets, page_of
from openchair.kit.clock import now
from openchair.shares.models import Share
from openchair.shares.tests.scene import replied, shared
from tests.cast import Cast, client_of
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    made = a_harbour()
    greets(made.harbour, made.chidi)
    return made


@pytest.fixture
def share(cast: Cast) -> Share:
    return shared(cast.harbour, cast.ben, hours_ago=20)


def take_on(browser: Client, share: Share, more: str = "") -> int:
    return browser.post(f"/shares/{share.public_id}/taking/{more}").status_code


def test_one_says_that_they_will_answer_and_the_others_see_that_somebody_is(cast: Cast, share: Share) -> None:
    answer = client_of(cast.chidi).post(f"/shares/{share.public_id}/taking/")
    assert answer["Location"] == f"/shares/{share.public_id}/?begin="
    theirs, own = page_of(cast, cast.amara), page_of(cast, cast.chidi)
    assert "Somebody is answering." in theirs and "I will answer this" not in theirs
    assert "Chidi" not in theirs and "Go on answering" in own


def test_the_second_is_told_and_the_first_keeps_it(cast: Cast, share: Share) -> None:
    chidi, amara = client_of(cast.chidi), client_of(cast.amara)
    assert take_on(chidi, share) == take_on(chidi, share) == take_on(amara, share) == 303
    assert "Somebody is answering this one just now." in amara.get("/today/").content.decode()
    assert Taking.objects.get().membership.person == cast.chidi


def test_it_frees_itself_after_half_an_hour(cast: Cast, share: Share) -> None:
    taking.take_on(share=share, by=member_of(cast.harbour, cast.chidi))
    with time_machine.travel(now() + timedelta(minutes=29)):
        assert "Somebody is answering." in page_of(cast, cast.amara)
    with time_machine.travel(now() + timedelta(minutes=31)):
        assert "I will answer this" in page_of(cast, cast.amara)
        taking.take_on(share=share, by=member_of(cast.harbour, cast.amara))
        assert Taking.objects.get().membership.person == cast.amara
        taking.forget(now() + timedelta(minutes=31))
    assert not Taking.objects.exists()


def test_it_is_let_go_by_whoever_took_it_on_alone(cast: Cast, share: Share) -> None:
    assert take_on(client_of(cast.chidi), share) == 303
    assert take_on(client_of(cast.amara), share, "ending/") == 404 and Taking.objects.exists()
    assert take_on(client_of(cast.chidi), share, "ending/") == 303 and not Taking.objects.exists()
    assert "I will answer this" in page_of(cast, cast.amara)


def test_nobody_holds_what_does_not_wait_for_them(cast: Cast, share: Share) -> None:
    assert take_on(client_of(cast.ben), share) == take_on(client_of(cast.dana), share) == 404
    own = shared(cast.harbour, cast.chidi, hours_ago=20)
    assert take_on(client_of(cast.chidi), own) == 404 and take_on(client_of(cast.amara), own) == 303
    replied(share, cast.eli)
    assert take_on(client_of(cast.chidi), share) == 404
