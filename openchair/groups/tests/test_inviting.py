"""Invitation links."""

from datetime import timedelta

import pytest

from openchair.groups import inviting, joining, leaving
from openchair.groups.aliases import AliasTaken
from openchair.groups.joining import InvitationShut, Shut
from openchair.groups.models import Invitation, Membership
from openchair.kit.clock import now
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def uses_left() -> int:
    return Invitation.objects.get().uses_left


def test_the_token_is_not_stored(cast: Cast) -> None:
    made, token = recipes.invitation(cast.harbour)
    assert Invitation.find(token) == made
    assert token not in str(Invitation.objects.values().get())


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
    with pytest.raises(InvitationShut) as shut:
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    assert shut.value.why == Shut.USED_UP
    assert not Membership.objects.filter(person=cast.dana).exists()


def test_one_that_was_taken_back_or_is_over_says_which(cast: Cast) -> None:
    made, _token = recipes.invitation(cast.harbour)
    inviting.revoke(invitation=made)
    with pytest.raises(InvitationShut) as shut:
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    assert shut.value.why == Shut.REVOKED
    Invitation.objects.update(revoked_at=None, expires_at=now() - timedelta(seconds=1))
    with pytest.raises(InvitationShut) as shut:
        joining.redeem(person=cast.dana, invitation=made, alias="Dana")
    assert shut.value.why == Shut.EXPIRED


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
    assert found and joining.why_shut(found) == Shut.REVOKED
