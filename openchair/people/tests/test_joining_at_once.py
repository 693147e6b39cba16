"""One form of joining, sent twice or twenty times at the same moment: one account, and signed in (S18)."""

import pytest
from django.test import Client

from openchair.people.models import Person, RecoveryCode, Session
from openchair.people.tests import steps
from tests.at_once import all_at_once, tab_of
from tests.cast import ready_place

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.requirement("S18")
def test_twenty_times_at_once_makes_one_account_and_every_answer_signs_in(client: Client) -> None:
    ready_place()
    steps.choose_words(client)
    _keys, ending = steps.keys_on(client)
    tabs = [tab_of(client) for _ in range(20)]
    answers = all_at_once(lambda number: tabs[number].post("/join/keys/", {"ending": ending})["Location"])
    assert set(answers) == {"/join/brings/"}
    assert (Person.objects.count(), Session.objects.count(), RecoveryCode.objects.count()) == (1, 1, 8)
    assert all(tab.get("/me/").status_code == 200 for tab in tabs)


@pytest.mark.requirement("S18")
def test_twice_in_a_row_is_once(client: Client) -> None:
    ready_place()
    steps.choose_words(client)
    second = tab_of(client)
    assert client.post("/join/keys/", {"later": "1"}).status_code == 303
    assert second.post("/join/keys/", {"later": "1"})["Location"] == "/join/brings/"
    assert second.get("/me/").status_code == 200
    assert Person.objects.count() == 1
