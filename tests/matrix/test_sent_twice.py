"""Every form of the place, sent twice by somebody who may: the second time changes nothing more (S18)."""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction

from openchair.people import limits
from openchair.people.models import Session
from openchair.project.who_may import Address, addresses, declared
from openchair.vault.checks import ours
from tests.matrix.knocking import Asked, Knocking, columns
from tests.matrix.typed import WRITE_NOTHING
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S18")]
# Who is most likely to have something to change comes first, so that most addresses are asked once.
FIRST = ("host", "member", "seated", "staff", "newcomer", "chair", "guest", "waiting")
# Signing in twice begins a session twice, and the first of the two has ended; words are salted each time.
COUNTED, SALTED = {Session}, {"passphrase"}
Held = dict[str, list[str]]
FORMS = [
    pytest.param(one, id=one.name)
    for one in addresses()
    if "POST" in declared()[one.name].methods and one.name not in WRITE_NOTHING
]


@pytest.fixture(scope="module")
def knocking(world: World) -> Knocking:
    """Everybody at the doors."""
    return Knocking(world)


@pytest.mark.parametrize("address", FORMS)
def test_what_was_sent_twice_is_done_once(knocking: Knocking, address: Address) -> None:
    asked, role = who_changes_something(knocking, address)
    first, second = sent_twice(knocking, asked, role)
    assert first == second, f"{address.name} as {role} in {asked.variant}"


def who_changes_something(knocking: Knocking, address: Address) -> tuple[Asked, str]:
    """Somebody for whom the form does something, and where."""
    parameters = set(address.pattern.pattern.converters)
    for variant in knocking.world.variants(address.name, parameters):
        asked, everybody = Asked(address, "POST", variant), columns(parameters)
        for role in sorted(everybody, key=lambda one: FIRST.index(one) if one in FIRST else len(FIRST)):
            way = (knocking.path(asked), knocking.fields(asked), knocking.carried(asked))
            if knocking.ask(role, "POST", *way).changed:
                return asked, role
    raise AssertionError("nobody of this world was there to send it")


def test_this_can_fail(knocking: Knocking) -> None:
    (founding,) = [one for one in addresses() if one.name == "group-new"]
    asked, role = who_changes_something(knocking, founding)
    first, second = sent_twice(knocking, asked, role, ids=("one", "another"))
    assert len(second["groups_group"]) == len(first["groups_group"]) + 1


def sent_twice(
    knocking: Knocking, asked: Asked, role: str, *, ids: tuple[str, str] = ("one", "one")
) -> tuple[Held, Held]:
    """What the database holds after the form was sent once, and after it was sent once more."""
    client, form, found = knocking.client, knocking.fields(asked), []
    client.cookies = SimpleCookie(knocking.world.people.cookies[role] | knocking.carried(asked))
    with transaction.atomic():
        for submit_id in ids:
            limits.forget()
            answer = client.post(knocking.path(asked), {**form, "submit_id": submit_id})
            assert answer.status_code < 500
            found.append(held())
        transaction.set_rollback(True)
    return found[0], found[1]


def held() -> Held:
    """Every row of every table, as it lies there."""
    found = {}
    for model in ours():
        columns = [one.attname for one in model._meta.concrete_fields if one.name not in SALTED]
        rows = model._meta.base_manager.values_list(*(["pk"] if model in COUNTED else columns))
        found[model._meta.db_table] = ["row" if model in COUNTED else str(row) for row in rows.order_by("pk")]
    return found
