"""Twice as much to show asks the database no more often."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.groups.models import Group
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
MOST = 12
FULL = ("groups", "group", "group-people", "group-requests", "group-invitations", "group-hosts")


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def fill(cast: Cast, mark: str) -> None:
    """Five more of everything a list page shows."""
    for number in range(5):
        somebody = recipes.person(f"{mark}-{number}")
        recipes.member(cast.harbour, somebody, f"Member {mark} {number}", host=number % 2 == 0)
        recipes.invitation(cast.harbour)
        recipes.ask(cast.harbour, recipes.person(f"asks-{mark}-{number}"), f"Asks {mark} {number}")
        other = recipes.group(somebody, name=f"{mark} {number}", listed=True)
        recipes.member(other, cast.amara, f"River {number}", host=number % 2 == 0)
        recipes.group(somebody, name=f"Listed {mark} {number}", listed=True)


def queries(client: Client, where: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200
    return len(caught)


@pytest.mark.parametrize("name", FULL)
def test_a_list_asks_as_often_when_it_is_twice_as_long(cast: Cast, name: str) -> None:
    amara = client_of(cast.amara)
    where = reverse(name, args=[] if name == "groups" else [cast.harbour.public_id])
    fill(cast, "first")
    before = queries(amara, where)
    fill(cast, "second")
    assert Group.objects.count() > 20
    assert queries(amara, where) == before <= MOST
