"""Whoever is killed while somebody is erased leaves what is owed, and the next look carries it out."""

import os
import signal
from collections.abc import Callable

import pytest
from django.db import connection, connections

from openchair.people.models import Erasure, Person
from openchair.project.ledger import erasing
from openchair.project.ledger.tests.life import a_rich_life
from openchair.project.ledger.tests.test_erasing import due_now, kept_about, leading_to
from openchair.vault import opened
from openchair.vault.tests import killed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S06")]


def counted(act: Callable[[], object]) -> int:
    """How many statements it puts to the database."""
    seen: list[str] = []

    def count(execute: Callable[..., object], sql: str, *rest: object) -> object:
        seen.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        act()
    return len(seen)


def killed_at(number: int, act: Callable[[], object]) -> bool:
    """Run the act in a child that is killed before its `number`-th statement; True when it was."""
    opened.ring().close()
    connections.close_all()
    child = os.fork()
    if child == 0:
        left = [number]

        def count(execute: Callable[..., object], sql: str, *rest: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            act()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def is_gone(person: Person) -> bool:
    no_key = opened.ring().open_keys([str(person.pk)]) == {}
    return no_key and kept_about(person) == {} and list(leading_to(person.pk)) == []


@pytest.mark.parametrize("share", [0, 0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95, 1])
def test_killed_at_a_statement_to_the_database_it_is_finished_later(share: float) -> None:
    ben = a_rich_life().ben
    erasing.ask(person=ben, wait="week")
    due_now(ben)
    assert killed_at(1 + int(share * 235), erasing.carry_out_due)
    assert Erasure.objects.filter(person=ben).exists(), "what is owed is still written down"
    erasing.carry_out_due()
    assert is_gone(ben)


@pytest.mark.parametrize("number", [1, 3, 5, 7, 9, 11])
def test_killed_at_a_statement_to_the_ring_it_is_finished_later(number: int) -> None:
    ben = a_rich_life().ben
    erasing.ask(person=ben, wait="week")
    due_now(ben)
    connections.close_all()
    assert killed.at_statement(opened.ring(), number, erasing.carry_out_due)
    erasing.carry_out_due()
    assert is_gone(ben)


def test_the_points_at_which_it_is_killed_reach_from_its_first_statement_to_its_last() -> None:
    ben = a_rich_life().ben
    erasing.ask(person=ben, wait="week")
    due_now(ben)
    assert 236 <= counted(erasing.carry_out_due) <= 280
