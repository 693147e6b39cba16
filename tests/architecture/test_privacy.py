"""Whatever points at a person has an entry that says why it is kept, for how long, and how it goes."""

import importlib.util
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from openchair.people.models import Person, Session


def points_at_a_person() -> Iterator[type[Model]]:
    """Our models with a column that leads to a person."""
    for model in apps.get_models():
        leads_to = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
        if model.__module__.startswith("openchair.") and Person in leads_to:
            yield model


def kept() -> set[type[Model]]:
    """The models that the apps' own `privacy.py` speak of."""
    names = [config.name for config in apps.get_app_configs() if config.name.startswith("openchair.")]
    modules = [f"{name}.privacy" for name in names if importlib.util.find_spec(f"{name}.privacy")]
    return {entry.model for name in modules for entry in importlib.import_module(name).KEPT}


def test_every_table_that_points_at_a_person_says_what_it_keeps() -> None:
    assert sorted(model.__name__ for model in set(points_at_a_person()) - kept()) == []


def test_a_table_that_points_at_a_person_is_found() -> None:
    assert Session in set(points_at_a_person())
