"""What is kept about a person, given to them, and erased."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from openchair.groups import leaving, resting
from openchair.groups.models import Acceptance, Closing, JoinRequest, Membership, Succession
from openchair.groups.privacy import KEPT
from openchair.kit.privacy import Kept
from openchair.people.models import Person
from tests import recipes
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben() -> Person:
    """Ben, about whom there is one row of every kind."""
    cast: Cast = the_cast()
    evening = recipes.group(cast.ben, alias="Oak", name="Evening")
    recipes.invitation(evening)
    Succession.objects.create(membership=evening.memberships.get())
    leaving.close(group=evening, by=evening.memberships.get())
    resting.ask(group=cast.harbour, person=cast.ben.pk, reason="You wrote where somebody lives.")
    recipes.remove(cast.harbour.memberships.get(person=cast.ben))
    recipes.ask(cast.harbour, cast.ben, "Ben")
    return cast.ben


def pointing_at_somebody() -> Iterator[type[models.Model]]:
    for model in apps.get_app_config("groups").get_models():
        if any(field.related_model in (Person, Membership) for field in model._meta.concrete_fields):
            yield model


def test_every_model_that_points_at_somebody_has_an_entry() -> None:
    kept = {entry.model for entry in KEPT}
    assert set(pointing_at_somebody()) <= kept
    assert {Membership, Acceptance, JoinRequest, Closing} <= kept


@pytest.mark.parametrize("entry", KEPT, ids=lambda entry: entry.model.__name__)
def test_what_is_exported_is_there_until_it_is_erased(ben: Person, entry: Kept[Person]) -> None:
    assert entry.export(ben), "there was something to erase"
    entry.erase(ben)
    assert entry.export(ben) == []


def test_erasing_one_person_leaves_the_others(ben: Person) -> None:
    others = Membership.objects.exclude(person=ben).count()
    for entry in KEPT:
        entry.erase(ben)
    assert not Membership.objects.filter(person=ben).exists()
    assert Membership.objects.exclude(person=ben).count() == others == 3


def test_every_entry_says_why_and_how_long() -> None:
    assert all(str(entry.why) and str(entry.how_long) for entry in KEPT)
