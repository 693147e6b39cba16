"""The same form twenty times at the same moment; many people at one door (S18)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from openchair.groups.models import Group, Invitation, Membership
from openchair.people.models import Person
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 20


@pytest.fixture
def harbour() -> Group:
    ready_place()
    return recipes.group(recipes.person("amara"), alias="Amara", listed=True, joining=Group.Joining.OPEN)


def all_at_once(send: Callable[[int], int]) -> list[int]:
    """The statuses of twenty requests, each from a thread of its own, begun together."""
    ready = Barrier(TIMES, timeout=20)

    def one(number: int) -> int:
        ready.wait()
        try:
            return send(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(one, range(TIMES), timeout=60))


def entering(group: Group, alias: str, submit_id: str) -> dict[str, str]:
    return {"alias": alias, "agreed": "on", "version": str(group.agreement.version), "submit_id": submit_id}


def test_one_form_twenty_times_joins_once(harbour: Group) -> None:
    client = client_of(recipes.person("dana"))
    where, form = reverse("group-join", args=[harbour.public_id]), entering(harbour, "Dana", "same")
    statuses = all_at_once(lambda _number: tab(client, where, form))
    assert set(statuses) == {303}
    assert harbour.memberships.filter(alias="Dana").count() == 1


def test_twenty_forms_of_one_person_use_an_invitation_once(harbour: Group) -> None:
    _made, token = recipes.invitation(harbour)
    client = client_of(recipes.person("dana"))
    where = reverse("invitation", args=[token])
    all_at_once(lambda number: tab(client, where, entering(harbour, "Dana", f"form {number}")))
    assert harbour.memberships.filter(alias="Dana").count() == 1
    assert Invitation.objects.get().uses_left == 9


def test_twenty_people_and_ten_places(harbour: Group) -> None:
    _made, token = recipes.invitation(harbour)
    people = [recipes.person(f"guest {number}") for number in range(TIMES)]
    where = reverse("invitation", args=[token])
    forms = [entering(harbour, f"Guest {number}x", "one") for number in range(TIMES)]
    statuses = all_at_once(lambda number: post(people[number], where, forms[number]))
    assert sorted(statuses) == [303] * 10 + [410] * 10
    assert Membership.objects.current().filter(alias__startswith="Guest").count() == 10


def test_twenty_people_and_one_name(harbour: Group) -> None:
    people = [recipes.person(f"guest {number}") for number in range(TIMES)]
    where = reverse("group-join", args=[harbour.public_id])
    statuses = all_at_once(lambda number: post(people[number], where, entering(harbour, "Willow", "one")))
    assert sorted(statuses) == [303] + [422] * 19


def test_one_form_twenty_times_founds_one_group(harbour: Group) -> None:
    client = client_of(recipes.person("dana"))
    form = {
        "name": "Evening",
        "focus": "Alcohol",
        "approach": "open",
        "goal": "any",
        "crosstalk": "none",
        "audience": "anyone",
        "language": "en",
        "joining": "ask",
        "agreement": "We listen.",
        "alias": "Dana",
        "step": "found",
        "submit_id": "same",
    }
    statuses = all_at_once(lambda _number: tab(client, reverse("group-new"), form))
    assert set(statuses) == {303}
    assert Group.objects.filter(name="Evening").count() == 1


def post(person: Person, where: str, form: dict[str, str]) -> int:
    return client_of(person).post(where, form).status_code


def tab(client: Client, where: str, form: dict[str, str]) -> int:
    """The status in another tab of the same browser: a test client is not made for many threads."""
    other = Client()
    other.cookies.load(client.cookies)
    return other.post(where, form).status_code


def test_the_database_is_one_that_threads_share() -> None:
    assert connection.settings_dict["NAME"] != ":memory:"
