"""Going, hosting and ending."""

from datetime import timedelta

import pytest

from openchair.groups import leaving
from openchair.groups.hosting import LastHost, make_host, step_back
from openchair.groups.models import Departure, Group, Hosting, Membership
from openchair.kit.clock import now
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def ben(cast: Cast) -> Membership:
    return cast.harbour.memberships.get(person=cast.ben)


@pytest.fixture
def amara(cast: Cast) -> Membership:
    return cast.harbour.memberships.get(person=cast.amara)


def here(member: Membership) -> bool:
    return Membership.objects.current().filter(pk=member.pk).exists()


def test_leaving_is_done_at_once_and_can_be_undone(ben: Membership) -> None:
    leaving.leave(membership=ben)
    assert not here(ben)
    leaving.come_back(membership=ben)
    assert here(ben)


def test_the_only_host_cannot_leave_or_step_back(amara: Membership) -> None:
    for go in (leaving.leave, step_back):
        with pytest.raises(LastHost):
            go(membership=amara)
    assert here(amara) and Membership.objects.hosts().get() == amara


def test_once_somebody_else_hosts_one_can_go(amara: Membership, ben: Membership) -> None:
    make_host(membership=ben)
    leaving.leave(membership=amara)
    assert Membership.objects.hosts().get() == ben
    with pytest.raises(LastHost):
        leaving.leave(membership=ben)


def test_a_host_who_left_does_not_host(cast: Cast, amara: Membership, ben: Membership) -> None:
    make_host(membership=ben)
    leaving.leave(membership=ben)
    gone = Membership.objects.get(pk=ben.pk)
    assert not gone.is_host
    with pytest.raises(LastHost):
        leaving.leave(membership=amara)


def test_making_somebody_a_host_twice_is_once(ben: Membership) -> None:
    make_host(membership=ben)
    make_host(membership=ben)
    assert Hosting.objects.filter(membership=ben).count() == 1


def test_a_removal_keeps_its_reason_and_the_person_cannot_undo_it(amara: Membership, ben: Membership) -> None:
    leaving.remove(membership=ben, by=amara, reason="You recorded a meeting.")
    leaving.come_back(membership=ben)
    assert not here(ben)
    assert Departure.objects.get().removal.reason == "You recorded a meeting."
    leaving.readmit(membership=ben)
    assert here(ben)


def test_a_host_is_not_removed(amara: Membership, ben: Membership) -> None:
    make_host(membership=ben)
    with pytest.raises(leaving.IsHost):
        leaving.remove(membership=ben, by=amara, reason="No.")
    assert here(ben)


def test_a_closed_group_is_out_of_sight_until_a_host_opens_it(cast: Cast, amara: Membership) -> None:
    Group.objects.update(listed=True)
    leaving.close(group=cast.harbour, by=amara)
    assert not Group.objects.visible_to(cast.ben).exists() and not Group.objects.listed().exists()
    leaving.reopen(group=cast.harbour)
    assert Group.objects.visible_to(cast.ben).exists() and Group.objects.listed().exists()


def test_only_what_has_had_its_time_is_deleted(cast: Cast, amara: Membership, ben: Membership) -> None:
    chidi = cast.harbour.memberships.get(person=cast.chidi)
    leaving.leave(membership=ben)
    leaving.remove(membership=chidi, by=amara, reason="You recorded a meeting.")
    leaving.forget_departed(now() + timedelta(days=29))
    assert Membership.objects.filter(pk=ben.pk).exists()
    leaving.forget_departed(now() + timedelta(days=31))
    assert recipes.names_in(cast.harbour) == ["Amara", "Chidi", "Eli"]
    leaving.forget_departed(now() + timedelta(days=366))
    assert recipes.names_in(cast.harbour) == ["Amara", "Eli"]
