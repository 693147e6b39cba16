"""Who gets through which door. Everyone else gets the page of a thing that is not there."""

import pytest
from django.test import Client
from django.urls import reverse

from openchair.groups.models import Departure, Group
from openchair.groups.tests.addresses import ADDRESSES, Address, scene
from openchair.groups.urls import urlpatterns
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
ASKS_TO_SIGN_IN, NOT_THERE = 303, 404
OF_A_THING = (
    "group-removal",
    "group-readmission",
    "group-request-acceptance",
    "group-request-refusal",
    "group-revocation",
)
OPEN = ("groups", "group-new", "invitation")

every_address = pytest.mark.parametrize("address", ADDRESSES, ids=lambda a: f"{a.method} {a.name}")


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def knock(client: Client, address: Address, group: Group, cast: Cast) -> int:
    where = reverse(address.name, args=[group.public_id, *scene(cast).things.get(address.name, [])])
    return (client.get(where) if address.method == "get" else client.post(where)).status_code


def test_every_address_of_a_group_is_in_the_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == {address.name for address in ADDRESSES} | set(OPEN)


@every_address
def test_an_outsider_finds_nothing_of_an_unlisted_group(cast: Cast, address: Address) -> None:
    assert knock(client_of(cast.dana), address, cast.harbour, cast) == NOT_THERE


@every_address
def test_an_outsider_of_a_listed_group_finds_what_its_hosts_show(cast: Cast, address: Address) -> None:
    Group.objects.update(listed=True)
    answer = knock(client_of(cast.dana), address, cast.harbour, cast)
    assert (answer != NOT_THERE) == (address.door == "listed")


@every_address
def test_whoever_is_signed_out_is_asked_to_sign_in_or_finds_nothing(cast: Cast, address: Address) -> None:
    expected = NOT_THERE if address.name == "group" else ASKS_TO_SIGN_IN
    assert knock(Client(), address, cast.harbour, cast) == expected


@every_address
def test_whoever_is_signed_out_does_not_learn_whether_a_group_is_there(cast: Cast, address: Address) -> None:
    expected = NOT_THERE if address.name == "group" else ASKS_TO_SIGN_IN
    assert knock(Client(), address, Group(public_id="nosuchgroup"), cast) == expected


@every_address
def test_a_member_comes_as_far_as_members_do(cast: Cast, address: Address) -> None:
    answer = knock(client_of(cast.ben), address, cast.harbour, cast)
    inside = address.door == "member" or address.name == "group"
    assert (answer != NOT_THERE) == inside


@every_address
def test_a_host_comes_in_everywhere(cast: Cast, address: Address) -> None:
    answer = knock(client_of(cast.amara), address, cast.harbour, cast)
    inside = address.door in ("member", "host") or address.name == "group"
    assert (answer != NOT_THERE) == inside


@every_address
def test_a_host_is_an_outsider_in_every_other_group(cast: Cast, address: Address) -> None:
    other = recipes.group(cast.dana, alias="Dana", name="Another")
    assert other.memberships.get(person=cast.dana).is_host, "somebody is there to let others in"
    assert knock(client_of(cast.amara), address, other, cast) == NOT_THERE


@every_address
def test_things_of_one_group_are_not_reached_through_another(cast: Cast, address: Address) -> None:
    other = recipes.group(cast.dana, alias="Dana", name="Another")
    answer = knock(client_of(cast.dana), address, other, cast)
    inside = address.door in ("member", "host") or address.name == "group"
    assert (answer != NOT_THERE) == (inside and address.name not in OF_A_THING)


@every_address
def test_who_left_is_an_outsider_but_for_the_way_back(cast: Cast, address: Address) -> None:
    Departure.objects.create(membership=cast.harbour.memberships.get(person=cast.ben))
    answer = knock(client_of(cast.ben), address, cast.harbour, cast)
    assert (answer != NOT_THERE) == (address.door == "left")
