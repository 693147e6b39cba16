"""The tables can be made and unmade, and the models are what the migrations say."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection


def ours() -> list[str]:
    """The labels of our apps that have tables."""
    return [
        one.label
        for one in apps.get_app_configs()
        if one.name.startswith("openchair.") and list(one.get_models())
    ]


@pytest.mark.django_db
def test_the_models_are_what_the_migrations_say() -> None:
    told = StringIO()
    call_command("makemigrations", dry_run=True, stdout=told)
    assert told.getvalue().strip() == "No changes detected"


@pytest.mark.django_db(transaction=True)
def test_migrations_go_back_to_nothing_and_forward_again() -> None:
    try:
        for label in ours():
            call_command("migrate", label, "zero", verbosity=0, interactive=False)
        assert [name for name in connection.introspection.table_names() if name.split("_")[0] in ours()] == []
    finally:
        call_command("migrate", verbosity=0, interactive=False)
    tables = set(connection.introspection.table_names())
    assert {
        model._meta.db_table for label in ours() for model in apps.get_app_config(label).get_models()
    } <= tables
