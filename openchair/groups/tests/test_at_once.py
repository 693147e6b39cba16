"""The same form twenty times at the same moment; many people at one door (S18)."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from openchair.groups.models import Group, Invitation, Membership
from openchair.people.models import Person
from tests import recipes
from tests.at_once import TIMES, all_at_once, tab_of
from tests.cast import client_of, ready_place

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S18")]


@pytest.fixture
def harbour() -> Group:
    ready_place()
    return recipes.group(recipes.person("amara"), alias="Amara", listed=True, joining=Group.Joining.OPEN)


def entering(group: Group, alias: str, submit_id: str) -> dict[str, str]:
    return {"alias": alias, "agreed": "on", "version": str(group.agreement.version), "submit_id": submit_id}


def test_one_form_twenty_times_joins_once(harbour: Group) -> None:
    client = client_of(recipes.person("dana"))
    where, form = reverse("group-join", args=[harbour.public_id]), entering(harbour, "Dana", "same")
    statuses = all_at_once(lambda _number: tab(client, where, form))
    assert set(statuses) == {303}
    assert recipes.names_in(harbour).count("Dana") == 1


def test_twenty_forms_of_one_person_use_an_invitation_once(harbour: Group) -> None:
    _made, token = recipes.invitation(harbour)
    client, where = holding(recipes.person("dana"), token), reverse("invitation-group")
    all_at_once(lambda number: tab(client, where, entering(harbour, "Dana", f"form {number}")))
    assert recipes.names_in(harbour).count("Dana") == 1
    assert Invitation.objects.get().uses_left == 9


def test_twenty_people_and_ten_places(harbour: Group) -> None:
    _made, token = recipes.invitation(harbour)
    at_the_door = [holding(recipes.person(f"guest {number}"), token) for number in range(TIMES)]
    forms = [entering(harbour, f"Guest {number}x", "one") for number in range(TIMES)]
    where = reverse("invitation-group")
    statuses = all_at_once(lambda number: tab(at_the_door[number], where, forms[number]))
    assert sorted(statuses) == [303] * 10 + [410] * 10
    assert sum(one.alias.startswith("Guest") for one in Membership.objects.current()) == 10


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
    assert len(recipes.groups_called("Evening")) == 1


def post(person: Person, where: str, form: dict[str, str]) -> int:
    return client_of(person).post(where, form).status_code


def holding(person: Person, token: str) -> Client:
    """The browser of somebody who has opened this invitation and stands before its group."""
    client = client_of(person)
    client.post(reverse("invitation"), {"code": token})
    return client


def tab(client: Client, where: str, form: dict[str, str]) -> int:
    """The status in another tab of the same browser."""
    return tab_of(client).post(where, form).status_code


def test_the_database_is_one_that_threads_share() -> None:
    assert connection.settings_dict["NAME"] != ":memory:"
