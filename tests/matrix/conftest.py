"""The world is built and committed once for a module; whatever a request does to it is taken back."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from tests.matrix.world import World, forget_words, the_world

NOON = "2026-11-23T12:00:00Z"


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Everybody and everything, while the clock stands still."""
    with django_db_blocker.unblock(), time_machine.travel(NOON, tick=False):
        yield the_world()
        forget_words()
        call_command("flush", verbosity=0, interactive=False)
