"""Who gets through which door. Everyone else gets the page of a thing that is not there."""

import pytest
from django.test import Client
from django.urls import reverse

from openchair.groups.models import Departure, Group
from openchair.groups.tests.addresses import ADDRESSES, Address, Scene, scene
from openchair.groups.urls import urlpatterns
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
ASKS_TO_SIGN_IN, NOT_THERE = 303, 404
OPEN = ("groups", "group-new", "invitation", "invitation-group")
OF_A_THING = (
    "group-removal",
    "group-readmission",
    "group-request-acceptance",
    "group-request-refusal",
    "group-revocation",
)

every_address = pytest.mark.parametrize("address", ADDRESSES, ids=lambda a: f"{a.method} {a.name}")


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def at(cast: Cast) -> Scene:
    return scene(cast)


def knock(client: Client, address: Address, at: Scene, group_id: str = "") -> int:
    where = reverse(address.name, args=[group_id or at.group.public_id, *at.things.get(address.name, [])])
    return (client.get(where) if address.method == "get" else client.post(where)).status_code


def answers(client: Client, at: Scene, group_id: str = "") -> list[tuple[Address, int]]:
    """What every address answers, one after the other; only for people who should change nothing."""
    return [(address, knock(client, address, at, group_id)) for address in ADDRESSES]


def test_every_address_of_a_group_is_in_the_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == {address.name for address in ADDRESSES} | set(OPEN)


def test_an_outsider_finds_nothing_of_an_unlisted_group(cast: Cast, at: Scene) -> None:
    assert [found for found in answers(client_of(cast.dana), at) if found[1] != NOT_THERE] == []


def test_an_outsider_of_a_listed_group_finds_what_its_hosts_show(cast: Cast, at: Scene) -> None:
    Group.objects.update(listed=True)
    for address, status in answers(client_of(cast.dana), at):
        assert (status != NOT_THERE) == (address.door == "listed"), address


def test_whoever_is_signed_out_learns_nothing_from_any_address(at: Scene) -> None:
    for group_id in (at.group.public_id, "nosuchgroup"):
        for address, status in answers(Client(), at, group_id):
            assert status == (NOT_THERE if address.name == "group" else ASKS_TO_SIGN_IN), address


def test_a_host_is_an_outsider_in_every_other_group(cast: Cast, at: Scene) -> None:
    other = recipes.group(cast.dana, alias="Dana", name="Another")
    assert other.memberships.get(person=cast.dana).is_host, "somebody is there to let others in"
    assert [
        found for found in answers(client_of(cast.amara), at, other.public_id) if found[1] != NOT_THERE
    ] == []


@every_address
def test_a_member_comes_as_far_as_members_do(cast: Cast, at: Scene, address: Address) -> None:
    inside = address.door == "member" or address.name == "group"
    assert (knock(client_of(cast.ben), address, at) != NOT_THERE) == inside


@every_address
def test_a_host_comes_in_everywhere(cast: Cast, at: Scene, address: Address) -> None:
    inside = address.door in ("member", "host") or address.name == "group"
    assert (knock(client_of(cast.amara), address, at) != NOT_THERE) == inside


@every_address
def test_things_of_one_group_are_not_reached_through_another(cast: Cast, at: Scene, address: Address) -> None:
    other = recipes.group(cast.dana, alias="Dana", name="Another")
    inside = address.door in ("member", "host") or address.name == "group"
    answer = knock(client_of(cast.dana), address, at, other.public_id)
    assert (answer != NOT_THERE) == (inside and address.name not in OF_A_THING)


@pytest.mark.parametrize("removed", [False, True])
def test_who_is_gone_is_an_outsider_but_for_the_way_back(cast: Cast, at: Scene, removed: bool) -> None:
    ben = cast.harbour.memberships.get(person=cast.ben)
    if removed:
        recipes.remove(ben)
    else:
        Departure.objects.create(membership=ben)
    way_back = "listed" if removed else "left"
    for address, status in answers(client_of(cast.ben), at):
        assert (status != NOT_THERE) == (address.door == way_back and address.name != "group"), address
