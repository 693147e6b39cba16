"""A page asks the ring once for all its rows, not once for each."""

import pytest
from django.urls import reverse

from openchair.groups.models import Group, Membership
from openchair.people.models import Person
from openchair.vault import opened
from openchair.vault.results import Erased
from openchair.vault.ring import Destroyed
from tests import recipes
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def questions(cast: Cast, page: str) -> int:
    """How often a page asks the ring for keys when none is held."""
    client = client_of(cast.amara)
    opened.KEYS.forget()
    before = opened.ring().questions
    assert client.get(page).status_code == 200
    return opened.ring().questions - before


def twenty_more(group: Group) -> None:
    for number in range(20):
        recipes.member(group, recipes.person(f"guest-{number}"), f"Guest {number}")


@pytest.mark.parametrize("name", ["group", "group-people", "group-hosts"])
def test_a_page_of_many_people_asks_as_often_as_one_of_few(cast: Cast, name: str) -> None:
    page = reverse(name, args=[cast.harbour.public_id])
    few = questions(cast, page)
    twenty_more(cast.harbour)

    assert questions(cast, page) == few <= 5


def test_a_list_of_many_groups_asks_as_often_as_one_of_few(cast: Cast) -> None:
    recipes.group(cast.dana, alias="Dana", name="Morning", listed=True)
    few = questions(cast, reverse("groups"))
    for number in range(15):
        recipes.group(cast.dana, alias="Dana", name=f"Group {number}", listed=True)

    assert questions(cast, reverse("groups")) == few <= 5


def test_rows_fetched_together_open_with_one_question(cast: Cast) -> None:
    twenty_more(cast.harbour)
    opened.KEYS.forget()
    before = opened.ring().questions
    rows = Membership.objects.select_related("group", "person")

    assert len({one.alias + one.group.name + one.person.handle for one in rows}) == 24
    assert opened.ring().questions - before == 1


def test_keys_that_are_held_are_not_asked_for_again(cast: Cast) -> None:
    assert Person.objects.get(pk=cast.ben.pk).handle == "ben"
    before = opened.ring().questions
    assert Person.objects.get(pk=cast.ben.pk).handle == "ben"
    assert opened.ring().questions == before


def test_a_destroyed_key_is_gone_at_once_for_everybody_who_held_it(cast: Cast) -> None:
    assert recipes.called(cast.harbour, "Ben").person == cast.ben
    opened.ring().destroy([str(cast.ben.pk)])  # as another process does

    mine = Membership.objects.get(person=cast.ben)
    assert isinstance(mine.alias, Erased) and mine.alias == "Someone who left"
    assert recipes.called(cast.harbour, "Amara").person == cast.amara


def test_nothing_more_is_sealed_for_whoever_was_erased(cast: Cast) -> None:
    opened.destroy([cast.ben.pk])
    mine = Membership.objects.get(person=cast.ben)
    mine.alias = "Ben again"

    with pytest.raises(Destroyed):
        mine.save()
    with pytest.raises(Destroyed):
        Person(pk=cast.ben.pk, handle="ben", passphrase="!").save(force_insert=True)
