"""Coming in: by the open door, by asking."""

from datetime import timedelta

import pytest

from openchair.groups import joining, leaving
from openchair.groups.aliases import AliasTaken
from openchair.groups.editing import change_agreement
from openchair.groups.models import Acceptance, JoinRequest, Membership
from openchair.kit.clock import now
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def is_in(cast: Cast) -> bool:
    return Membership.objects.current().filter(group=cast.harbour, person=cast.dana).exists()


def test_joining_twice_is_joining_once(cast: Cast) -> None:
    first = joining.join(person=cast.dana, group=cast.harbour, alias="Dana")
    assert joining.join(person=cast.dana, group=cast.harbour, alias="Other") == first
    assert cast.harbour.memberships.get(person=cast.dana).alias == "Dana"


def test_joining_accepts_the_agreement_as_it_stands(cast: Cast) -> None:
    change_agreement(group=cast.harbour, words="We listen more.")
    member = joining.join(person=cast.dana, group=cast.harbour, alias="Dana")
    assert Acceptance.objects.get(membership=member).agreement.version == 2


def test_a_name_that_is_anothers_lets_nobody_in(cast: Cast) -> None:
    with pytest.raises(AliasTaken):
        joining.join(person=cast.dana, group=cast.harbour, alias="BEN")
    assert not is_in(cast) and "Ben" in recipes.names_in(cast.harbour)


def test_whoever_left_comes_back_as_they_were(cast: Cast) -> None:
    before = cast.harbour.memberships.get(person=cast.ben)
    leaving.leave(membership=before)
    assert joining.join(person=cast.ben, group=cast.harbour, alias="Ben").pk == before.pk
    assert Membership.objects.current().filter(pk=before.pk).exists()


def test_the_name_of_somebody_who_left_waits_for_them(cast: Cast) -> None:
    leaving.leave(membership=cast.harbour.memberships.get(person=cast.ben))
    with pytest.raises(AliasTaken):
        joining.join(person=cast.dana, group=cast.harbour, alias="Ben")


def test_whoever_was_removed_does_not_walk_in_again_but_can_ask(cast: Cast) -> None:
    recipes.remove(cast.harbour.memberships.get(person=cast.ben))
    with pytest.raises(joining.MustAsk):
        joining.join(person=cast.ben, group=cast.harbour, alias="Ben")
    asked = joining.ask(person=cast.ben, group=cast.harbour, alias="Ben")
    assert not joining.accept(asked=asked).has_left


def test_asking_lets_nobody_in_until_a_host_says_yes(cast: Cast) -> None:
    asked = joining.ask(person=cast.dana, group=cast.harbour, alias="Dana", note="Hello")
    assert not is_in(cast)
    assert joining.accept(asked=asked).alias == "Dana"
    assert is_in(cast) and not JoinRequest.objects.exists()


def test_asking_twice_is_asking_once(cast: Cast) -> None:
    first = joining.ask(person=cast.dana, group=cast.harbour, alias="Dana")
    assert joining.ask(person=cast.dana, group=cast.harbour, alias="Another") == first


def test_a_no_holds_for_thirty_days_and_keeps_no_note(cast: Cast) -> None:
    asked = joining.ask(person=cast.dana, group=cast.harbour, alias="Dana", note="Hello")
    joining.decline(asked=asked)
    with pytest.raises(joining.TooSoon):
        joining.ask(person=cast.dana, group=cast.harbour, alias="Dana")
    assert JoinRequest.objects.get().note == ""
    JoinRequest.objects.update(declined_at=now() - timedelta(days=31))
    assert joining.ask(person=cast.dana, group=cast.harbour, alias="Dana").declined_at is None


def test_a_name_taken_in_the_meantime_gets_a_number(cast: Cast) -> None:
    asked = joining.ask(person=cast.dana, group=cast.harbour, alias="Willow")
    recipes.member(cast.harbour, recipes.person("farah"), "Willow")
    assert joining.accept(asked=asked).alias == "Willow 2"


def test_two_hosts_saying_yes_at_once_let_one_person_in_once(cast: Cast) -> None:
    asked = joining.ask(person=cast.dana, group=cast.harbour, alias="Dana")
    again = JoinRequest.objects.select_related("person", "group").get()
    assert joining.accept(asked=asked) == joining.accept(asked=again)


def test_the_agreement_that_was_read_when_asking_is_the_one_accepted(cast: Cast) -> None:
    asked = joining.ask(person=cast.dana, group=cast.harbour, alias="Dana")
    change_agreement(group=cast.harbour, words="We listen more.")
    member = joining.accept(asked=asked)
    assert Acceptance.objects.get(membership=member).agreement.version == 1
