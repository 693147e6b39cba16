"""Invitations: links and codes."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from openchair.groups import hosting, inviting, joining, leaving, vanishing
from openchair.groups.aliases import AliasTaken
from openchair.groups.joining import InvitationShut
from openchair.groups.models import Departure, Group, Hosting, Invitation, Membership
from openchair.kit.clock import now
from openchair.people import codes
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def a_host() -> tuple[Group, Membership]:
    group = Group.objects.first() or the_cast().harbour
    return group, recipes.host_of(group)


def opens(made: Invitation) -> bool:
    return made.is_open


def uses_left() -> int:
    return Invitation.objects.get().uses_left


@pytest.mark.requirement("S80")
def test_neither_token_nor_code_is_stored(cast: Cast) -> None:
    made, told = inviting.invite(group=cast.harbour, by=recipes.host_of(cast.harbour))
    assert Invitation.find(told.token) == Invitation.find(told.code) == made
    stored = str(Invitation.objects.values().get()).lower()
    assert told.token not in stored and codes.bare(told.code).lower() not in stored


@pytest.mark.requirement("S80")
def test_a_token_has_128_bits_and_a_code_60() -> None:
    made = [Invitation.make(*a_host()) for _one in range(8)]
    assert {len(bytes.fromhex(told.token)) for _made, told in made} == {16}
    assert {len(codes.bare(told.code)) * 5 for _made, told in made} == {60}
    assert len({part for _made, told in made for part in told}) == 16


def test_a_code_is_found_however_it_is_typed_and_a_link_wherever_it_stands(cast: Cast) -> None:
    made, told = inviting.invite(group=cast.harbour, by=recipes.host_of(cast.harbour))
    spoken = told.code.lower().replace("-", " ").replace("1", "l").replace("0", "o")
    assert Invitation.find(f" {spoken} ") == made
    assert Invitation.find(f"Come! https://here.example/invitation/#{told.token} See you, Ada") == made
    assert Invitation.find(told.token[:-1]) is None and Invitation.find(told.code[:-1]) is None
    assert Invitation.find("") is None


def test_an_invitation_opens_a_group_that_is_closed_to_everyone_else(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    assert Membership.objects.current().filter(person=cast.dana).exists()
    assert uses_left() == 9


def test_the_same_person_uses_it_once(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    first = joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    assert joining.redeem(person=cast.dana, invitation=made, alias="Dana") == first
    assert joining.redeem(person=cast.ben, invitation=made, alias="Ben").alias == "Ben"
    assert uses_left() == 9


def test_a_name_that_is_taken_uses_nothing_up(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    with pytest.raises(AliasTaken):
        joining.redeem(person=cast.dana, invitation=made, alias="Ben")
    assert uses_left() == 10


def test_one_that_let_in_all_it_could_lets_in_nobody_else(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour, uses=1)
    joining.redeem(person=recipes.person("farah"), invitation=made, alias="Farah")
    with pytest.raises(InvitationShut):
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    assert not Membership.objects.filter(person=cast.dana).exists()


@pytest.mark.requirement("S80")
def test_one_that_was_taken_back_or_is_over_lets_nobody_in(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    inviting.revoke(invitation=made)
    with pytest.raises(InvitationShut):
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    Invitation.objects.update(revoked_at=None)
    with time_machine.travel(now() + timedelta(days=7)), pytest.raises(InvitationShut):
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    joining.redeem(person=cast.dana, invitation=made, alias="Dana")


def stops_hosting(ben: Membership) -> None:
    hosting.step_back(membership=ben)


def stops_hosting_and_is_removed(ben: Membership) -> None:
    Hosting.objects.filter(membership=ben).delete()
    recipes.remove(ben)


def leaves(ben: Membership) -> None:
    leaving.leave(membership=ben)


def vanishes(ben: Membership) -> None:
    vanishing.vanish(person=ben.person, at=now())


@pytest.mark.requirement("S80")
@pytest.mark.parametrize("ends", [stops_hosting, stops_hosting_and_is_removed, leaves, vanishes])
def test_who_no_longer_hosts_lets_nobody_in_not_even_after_hosting_again(
    cast: Cast, ends: Callable[[Membership], None]
) -> None:
    ben = cast.harbour.memberships.get(person=cast.ben)
    hosting.make_host(membership=ben)
    made, _told = inviting.invite(group=cast.harbour, by=ben)
    assert opens(made)
    ends(ben)
    assert not opens(made)
    Departure.objects.filter(membership=ben).delete()
    hosting.make_host(membership=ben)
    assert not opens(made)
    with pytest.raises(InvitationShut):
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")


def test_whatever_ended_the_hosting_the_invitation_is_shut(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    Hosting.objects.all().delete()
    assert not made.is_open


def test_it_does_not_let_in_who_was_removed(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    recipes.remove(cast.harbour.memberships.get(person=cast.ben))
    with pytest.raises(joining.MustAsk):
        joining.redeem(person=cast.ben, invitation=made, alias="Ben")
    assert uses_left() == 10


def test_the_link_of_a_closed_group_is_shut(cast: Cast) -> None:
    _made, token = recipes.invitation(cast.harbour)
    leaving.close(group=cast.harbour, by=recipes.host_of(cast.harbour))
    found = Invitation.find(token)
    assert found and not found.is_open
