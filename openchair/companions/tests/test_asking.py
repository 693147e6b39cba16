"""Somebody asks, somebody answers or does not, and either can go at any time."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from openchair.companions import asking, caring
from openchair.companions.forgetting import forget
from openchair.companions.models import Care, Companionship
from openchair.companions.tests.scene import an_ask, companions, membership, show_everything, today
from openchair.groups.leaving import close, leave, reopen
from openchair.groups.vanishing import reappear, vanish
from openchair.kit.clock import now
from openchair.notices.showing import told_to
from openchair.people.blocking import block
from openchair.people.tests.steps import text_of
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def standing() -> int:
    return Companionship.objects.standing().count()


def test_ben_asks_and_chidi_says_yes(cast: Cast) -> None:
    made = an_ask(cast.harbour, cast.ben, cast.chidi, "the one I call")
    assert standing() == 0
    assert [one.line for one in told_to(cast.chidi)] == ["Ben asks whether you would be a companion."]
    asking.accept(companionship=made)
    assert standing() == 1
    assert told_to(cast.chidi) == []
    assert [one.line for one in told_to(cast.ben)] == ["Chidi said yes. You are companions now."]
    assert Companionship.objects.get().called == "the one I call"


def test_asking_again_changes_nothing_and_asking_back_is_a_yes(cast: Cast) -> None:
    made = an_ask(cast.harbour, cast.ben, cast.chidi)
    assert an_ask(cast.harbour, cast.ben, cast.chidi) == made and standing() == 0
    assert an_ask(cast.harbour, cast.chidi, cast.ben) == made and standing() == 1
    assert an_ask(cast.harbour, cast.ben, cast.chidi) == made and standing() == 1


def test_an_ask_lapses_after_fourteen_days_and_nobody_refused(cast: Cast) -> None:
    made = an_ask(cast.harbour, cast.ben, cast.chidi)
    with time_machine.travel(now() + timedelta(days=13)):
        assert Companionship.objects.waiting(now()).exists()
    with time_machine.travel(now() + timedelta(days=14, minutes=1)):
        assert not Companionship.objects.waiting(now()).exists()
        asking.accept(companionship=made)
        assert standing() == 0
        forget(now())
        assert not Companionship.objects.exists()
        assert an_ask(cast.harbour, cast.ben, cast.chidi) != made


def test_what_is_set_aside_waits_for_the_asker_as_before(cast: Cast) -> None:
    made = an_ask(cast.harbour, cast.ben, cast.chidi)
    asking.set_aside(companionship=made)
    assert told_to(cast.chidi) == []
    assert Companionship.objects.filter(asker=cast.ben).waiting(now()).exists()


def test_taking_back_and_asking_again_rings_no_bell(cast: Cast) -> None:
    made = an_ask(cast.harbour, cast.ben, cast.chidi)
    asking.set_aside(companionship=made)
    asking.take_back(companionship=made)
    assert not Companionship.objects.waiting(now()).exists()
    assert an_ask(cast.harbour, cast.ben, cast.chidi) == made
    assert told_to(cast.chidi) == []


def test_nobody_is_asked_by_more_than_a_few(cast: Cast) -> None:
    strangers = [recipes.person(f"stranger{number}") for number in range(6)]
    for one in strangers:
        recipes.member(cast.harbour, one, one.handle.title())
    for one in strangers[:2]:
        an_ask(cast.harbour, one, cast.chidi)
    with pytest.raises(asking.TooMany):
        an_ask(cast.harbour, strangers[2], cast.chidi)
    for one in strangers[:3]:
        an_ask(cast.harbour, cast.ben, one)
    with pytest.raises(asking.TooMany):
        an_ask(cast.harbour, cast.ben, strangers[3])


def test_either_ends_it_and_can_undo_that(cast: Cast) -> None:
    made = companions(cast.harbour, cast.ben, cast.chidi)
    asking.end(companionship=made, by=cast.chidi)
    assert standing() == 0
    assert told_to(cast.ben) == []
    asking.go_on(companionship=made)
    assert standing() == 1
    asking.end(companionship=made, by=cast.ben)
    forget(now() + timedelta(days=2))
    assert not Companionship.objects.exists()


def test_leaving_the_group_ends_it_silently(cast: Cast) -> None:
    companions(cast.harbour, cast.ben, cast.chidi)
    assert standing() == 1
    leave(membership=membership(cast.harbour, cast.chidi))
    assert standing() == 0 and told_to(cast.ben) == []
    forget(now() + timedelta(days=30, minutes=1))
    assert not Companionship.objects.exists()


@pytest.mark.parametrize("way", ["closing", "erasing"])
def test_while_a_closing_or_an_erasing_can_be_undone_everything_waits_unseen(cast: Cast, way: str) -> None:
    made, gone_at = companions(cast.harbour, cast.ben, cast.chidi), now()
    show_everything(made, cast.ben)
    caring.name(person=cast.ben, companionship=made, days=5, today=today(cast.ben))
    before = rows_of(made)
    if way == "closing":
        close(group=cast.harbour, by=membership(cast.harbour, cast.amara))
    else:
        vanish(person=cast.ben, at=gone_at)
    for days in (0, 7, 29):
        forget(gone_at + timedelta(days=days, hours=3))
    with time_machine.travel(gone_at + timedelta(days=8)):
        assert caring.nudge_due(now()) == 0 and told_to(cast.chidi) == []
        assert standing() == 0 and caring.of(cast.ben) is None
    if way == "closing":
        reopen(group=cast.harbour)
    else:
        reappear(person=cast.ben, at=gone_at)
    assert standing() == 1 and rows_of(made) == before


def test_what_nobody_can_undo_any_more_is_deleted(cast: Cast) -> None:
    companions(cast.harbour, cast.ben, cast.chidi)
    close(group=cast.harbour, by=membership(cast.harbour, cast.amara))
    forget(now() + timedelta(days=29))
    assert Companionship.objects.exists()
    forget(now() + timedelta(days=30, minutes=1))
    assert not Companionship.objects.exists()


def test_who_comes_back_to_the_group_within_thirty_days_finds_everything_as_it_was(cast: Cast) -> None:
    made = companions(cast.harbour, cast.ben, cast.chidi, "the two of us")
    show_everything(made, cast.ben)
    caring.name(person=cast.ben, companionship=made, days=5, today=today(cast.ben))
    page, browser = f"/companions/{made.public_id}/", client_of(cast.ben)
    before = [text_of(browser.get(page).content), *rows_of(made)]
    left = browser.post(f"/groups/{cast.harbour.public_id}/departure/")
    assert browser.get(page).status_code == 404 == client_of(cast.chidi).get(page).status_code
    forget(now() + timedelta(days=29))
    undo = f"/groups/{cast.harbour.public_id}/return/"
    assert undo in browser.get(left["Location"]).text
    browser.post(undo)
    assert standing() == 1
    browser.get("/today/")  # the line about coming back is read
    assert [text_of(browser.get(page).content), *rows_of(made)] == before


def rows_of(made: Companionship) -> list[object]:
    """Everything that belongs to it."""
    dates = Companionship.objects.filter(pk=made.pk).values("asked_at", "accepted_at", "ended_at")
    return [made.showings.count(), *Care.objects.filter(companionship=made).values(), *dates]


@pytest.mark.parametrize("by_asker", [True, False])
def test_a_block_ends_it_whoever_blocks(cast: Cast, by_asker: bool) -> None:
    companions(cast.harbour, cast.ben, cast.chidi)
    one, other = (cast.ben, cast.chidi) if by_asker else (cast.chidi, cast.ben)
    block(person=one, other=other)
    assert standing() == 0 and told_to(other) == []
    forget(now())
    assert not Companionship.objects.exists()


def test_the_database_refuses_nonsense(cast: Cast) -> None:
    made = an_ask(cast.harbour, cast.ben, cast.chidi)
    rows = Companionship.objects.filter(pk=made.pk)
    for wrong in (
        {"asked": cast.ben},
        {"accepted_at": now(), "taken_back_at": now()},
        {"ended_at": now()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    back = {"group": cast.harbour, "asker": cast.chidi, "asked": cast.ben, "called": "friend"}
    with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
        Companionship.objects.create(**back)
