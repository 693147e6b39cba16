"""Whoever asks to be erased is out of sight at once, can take it back, and then is nowhere."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from openchair.groups import vanishing
from openchair.groups.models import Closing, Departure, Group, Hosting, Membership, Succession
from openchair.kit.clock import now
from openchair.live.words import words
from openchair.people.models import Erasure, Person, Session
from openchair.project.ledger import erasing
from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.tests.life import SECRETS, Life, a_rich_life
from openchair.rooms.models import Seat
from openchair.shares.models import KeptFrom
from openchair.vault import opened
from openchair.vault.results import Ciphertext, Erased
from tests import recipes

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def life() -> Life:
    return a_rich_life()


def kept_about(person: Person) -> dict[str, int]:
    """How many rows of each kind there are about somebody; what is not there is left out."""
    there = [kept for kept in EVERYTHING if kept.model is not Person]  # which is what is asked with
    found = {kept.model.__name__: len(kept.export(person)) for kept in there}
    return {name: number for name, number in found.items() if number}


def leading_to(person_id: UUID) -> Iterator[str]:
    """Every column in the place that names this person."""
    for model in {kept.model for kept in EVERYTHING}:
        for column in model._meta.concrete_fields:
            leads = column.related_model is Person or (model is Person and column.primary_key)
            if leads and model._meta.base_manager.filter(**{column.name: person_id}).exists():
                yield f"{model.__name__}.{column.name}"


def due_now(person: Person) -> None:
    """The wait is over, and nobody has looked yet."""
    early = now() - timedelta(days=8)
    Erasure.objects.filter(person=person).update(asked_at=early, due_at=early)


def test_a_rich_life_has_a_row_of_every_kind(life: Life) -> None:
    every = {kept.model.__name__ for kept in EVERYTHING} - {"Person", "Erasure", "Closure"}
    # What is kept from him for the sake of somebody else is theirs to know, and stands in no copy.
    assert kept_about(life.ben).keys() == every - {"KeptFrom"}
    assert KeptFrom.objects.filter(person=life.ben).exists()


@pytest.mark.requirement("S06")
def test_who_is_purged_is_nowhere_and_their_key_is_gone(life: Life) -> None:
    ben, before = life.ben, life.evening.memberships.get(person=life.ben)
    assert {"Report.about", "Block.other", "Person.id"} <= set(leading_to(ben.pk))
    held = before.__dict__["alias"]
    assert isinstance(held, Ciphertext), "sealed bytes, as an older backup has them"
    erasing.purge([ben.pk])
    assert kept_about(ben) == {} and list(leading_to(ben.pk)) == []
    assert opened.ring().open_keys([str(ben.pk)]) == {}
    assert opened.ring().mark_of(str(ben.pk)) in opened.ring().tombstones()
    before.__dict__.pop("_fetched_with", None)
    assert isinstance(before.alias, Erased)


def test_purging_twice_or_somebody_who_is_not_there_is_no_fault(life: Life) -> None:
    others = Person.objects.exclude(pk=life.ben.pk).count()
    erasing.purge([life.ben.pk, life.ben.pk, str(uuid4())])
    erasing.purge([life.ben.pk])
    assert Person.objects.count() == others == 4


def test_others_keep_what_is_theirs(life: Life) -> None:
    cast = life.scene.cast
    before = {one: kept_about(one) for one in (cast.amara, cast.chidi, cast.dana)}
    erasing.purge([life.ben.pk])
    after = {one: kept_about(one) for one in before}
    assert after[cast.amara] == before[cast.amara]
    assert before[cast.chidi].pop("Companionship") == 1, "it takes two"
    assert after[cast.chidi] == before[cast.chidi]
    assert after[cast.dana] == before[cast.dana] | {"Hosting": 1, "Succession": 1}


@pytest.mark.parametrize("wait", ["day", "week"])
def test_who_waits_is_out_of_sight_at_once(life: Life, wait: str) -> None:
    ben = life.ben
    asked = erasing.ask(person=ben, wait=wait)
    assert asked.due_at - asked.asked_at == {"day": timedelta(days=1), "week": timedelta(days=7)}[wait]
    assert not Membership.objects.current().filter(person=ben).exists()
    assert not Seat.objects.filter(person=ben).exists() and not Session.objects.filter(person=ben).exists()
    room = life.scene.again()
    said = words().said(room.pk, room.word_key, now() - timedelta(hours=1))
    assert said and ben.pk not in {one.person for one in said}
    gone = {"Claim", "Invitation", "JoinRequest", "Seat", "Session", "Succession"}
    assert not kept_about(ben).keys() & gone


def test_what_was_taken_back_is_as_it_was(life: Life) -> None:
    ben = life.ben
    groups = set(Group.objects.of(ben))
    erasing.ask(person=ben, wait="day")
    assert set(Group.objects.of(ben)) == set() and len(groups) == 2
    assert erasing.take_back(person=ben)
    assert set(Group.objects.of(ben)) == groups
    assert recipes.host_of(life.evening).person == ben
    assert not Erasure.objects.exists() and not erasing.take_back(person=ben)


def test_who_had_left_before_is_not_brought_back(life: Life) -> None:
    mine = life.scene.cast.harbour.memberships.get(person=life.ben)
    Departure.objects.create(membership=mine, at=now() - timedelta(days=1))
    erasing.ask(person=life.ben, wait="day")
    erasing.take_back(person=life.ben)
    assert mine.pk not in Membership.objects.current().values_list("pk", flat=True)


def test_nobody_is_erased_before_their_day_and_everybody_after_it(life: Life) -> None:
    erasing.ask(person=life.ben, wait="week")
    erasing.carry_out_due()
    assert Person.objects.filter(pk=life.ben.pk).exists()
    due_now(life.ben)
    assert not erasing.take_back(person=life.ben), "too late"
    erasing.carry_out_due()
    assert list(leading_to(life.ben.pk)) == [] and not Erasure.objects.exists()


def test_asking_again_can_make_it_sooner_and_never_later(life: Life) -> None:
    first = erasing.ask(person=life.ben, wait="week")
    assert erasing.ask(person=life.ben, wait="day").due_at < first.due_at
    assert erasing.ask(person=life.ben, wait="week").due_at < first.due_at


def test_what_slips_in_meanwhile_goes_out_of_sight_too(life: Life) -> None:
    asked = erasing.ask(person=life.ben, wait="week")
    Session.begin(life.ben, Session.Mode.OWN)
    recipes.member(recipes.group(life.scene.cast.amara, name="New"), life.ben, "Ben")
    assert Membership.objects.current().filter(person=life.ben).exists()
    erasing.carry_out_due()
    assert not Membership.objects.current().filter(person=life.ben).exists()
    assert Erasure.objects.get() == asked and not Session.objects.filter(person=life.ben).exists()


def test_no_session_of_somebody_who_goes_is_found(life: Life) -> None:
    erasing.ask(person=life.ben, wait="week")
    _session, token = Session.begin(life.ben, Session.Mode.OWN)
    assert Session.find(token) is None
    Erasure.objects.all().delete()
    assert Session.find(token)


def test_a_group_without_a_host_is_handed_to_who_was_there_longest(life: Life) -> None:
    recipes.member(life.evening, life.scene.cast.chidi, "Late")
    erasing.ask(person=life.ben, wait="day")
    assert recipes.host_of(life.evening).person == life.scene.cast.dana
    assert Succession.objects.get().membership.person == life.scene.cast.dana


def test_a_group_with_another_host_stays_as_it_is(life: Life) -> None:
    recipes.member(life.evening, life.scene.cast.chidi, "Late", host=True)
    erasing.ask(person=life.ben, wait="day")
    hosts = Hosting.objects.filter(membership__in=Membership.objects.current().filter(group=life.evening))
    assert [one.membership.person for one in hosts] == [life.scene.cast.chidi]
    assert not Succession.objects.exists()


def test_a_group_in_which_nobody_is_left_closes_and_opens_again(life: Life) -> None:
    alone = recipes.group(life.ben, alias="Solo", name="Alone")
    erasing.ask(person=life.ben, wait="day")
    assert Closing.objects.filter(group=alone).exists()
    erasing.take_back(person=life.ben)
    assert not Closing.objects.filter(group=alone).exists()
    assert Closing.objects.count() == 1, "the one that Ben had closed himself"


def test_a_report_stays_without_the_name(life: Life) -> None:
    erasing.purge([life.ben.pk])
    reports = [(one.about, one.reporter, one.alias) for one in life.scene.cast.harbour.reports.all()]
    assert len(reports) == 3 and all(SECRETS["alias"] not in str(one) for one in reports)
    assert [one for one in reports if one[0] is None] == [(None, life.scene.cast.chidi, "")]


def test_who_comes_back_relieves_whoever_looked_after_the_group_for_now(life: Life) -> None:
    erasing.ask(person=life.ben, wait="day")
    erasing.take_back(person=life.ben)
    hosts = Membership.objects.hosts().filter(group=life.evening)
    assert [one.person for one in hosts] == [life.ben] and not Succession.objects.exists()
    erasing.ask(person=life.ben, wait="day")
    vanishing.say_yes(membership=recipes.host_of(life.evening))
    erasing.take_back(person=life.ben)
    assert {one.person for one in hosts.all()} == {life.ben, life.scene.cast.dana}


@pytest.mark.sqlite  # a trigger in its words
def test_somebody_who_cannot_be_erased_yet_keeps_nobody_else_waiting(life: Life) -> None:
    chidi = life.scene.cast.chidi
    for one in (life.ben, chidi):
        erasing.ask(person=one, wait="day")
        due_now(one)
    refuse = f"WHEN OLD.id = '{life.ben.pk.hex}' BEGIN SELECT RAISE(ABORT, 'no'); END"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TRIGGER stuck BEFORE DELETE ON people_person {refuse}")
        erasing.carry_out_due()
        cursor.execute("DROP TRIGGER stuck")
    assert list(leading_to(chidi.pk)) == [] and Erasure.objects.get().person == life.ben
    erasing.carry_out_due()
    assert list(leading_to(life.ben.pk)) == []
