"""A prepared question is put into SQL once, and answers for other values as any question does."""

from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

import pytest
from django.db import models
from django.db.models import Exists, OuterRef, Q

from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.people.models import Person, Reading, RecoveryCode, Session
from tests.at_once import all_at_once
from tests.recipes import person

pytestmark = pytest.mark.django_db

Rows = models.QuerySet[Person, Any]


class Sessions:
    """Somebody's sessions that were used after an instant, or that have a token; `built`: how often."""

    def __init__(self) -> None:
        self.built = 0
        self.asked = prepared(self.build)

    def build(self, who: UUID, used_after: datetime, token_hash: str) -> models.QuerySet[Session]:
        """As it is written anywhere."""
        self.built += 1
        found = Session.objects.filter(Q(used_at__gt=used_after) | Q(token_hash=token_hash), person=who)
        return found.select_related("person").order_by("token_hash")


def test_it_gives_the_same_rows_for_each_values_and_is_built_once() -> None:
    sessions, cast = Sessions(), [person("ben"), person("chidi")]
    for one in cast:
        for _again in range(2):
            Session.begin(one, Session.Mode.OWN)
    some = Session.objects.order_by("token_hash").first()
    assert some
    for who in cast:
        for after in (now() - timedelta(days=3), now() + timedelta(days=3)):
            for token in (some.token_hash, "nobody's"):
                expected = list(Sessions().build(who.pk, after, token))
                assert list(sessions.asked(who.pk, after, token)) == expected
    assert sessions.built == 1


def test_rows_come_with_what_they_were_to_bring(django_assert_num_queries: object) -> None:
    sessions, ben = Sessions(), person("ben")
    Session.begin(ben, Session.Mode.OWN)
    [session] = sessions.asked(ben.pk, now() - timedelta(days=3), "")
    assert callable(django_assert_num_queries)
    with django_assert_num_queries(0):
        assert (session.person, session.person.handle) == (ben, "ben")


def test_rows_are_as_the_same_question_gives_them_where_it_is_asked_as_usual() -> None:
    ben, chidi = person("ben"), person("chidi")
    Reading.objects.create(person=chidi, told="{}")

    def build(who: UUID, since: datetime) -> models.QuerySet[Session]:
        later = Exists(Session.objects.filter(person=OuterRef("person"), used_at__gt=since))
        found = Session.objects.filter(person=who).defer("person__handle")
        found = found.annotate(later=later)
        return found.select_related("person__reading")

    for one in (ben, chidi):
        Session.begin(one, Session.Mode.OWN)
        [usual] = build(one.pk, now())
        [quick] = prepared(build)(one.pk, now())
        assert all_of(quick) == all_of(usual)
        assert quick.person.handle == one.handle


def all_of(row: models.Model, *known: models.Model) -> dict[str, object]:
    """Everything that an instance knows, and what it brought along but for the way back."""
    own = {name: held for name, held in row.__dict__.items() if not name.startswith("_")}
    brought = {
        name: all_of(one, row, *known) if isinstance(one, models.Model) else None
        for name, one in row._state.fields_cache.items()
        if one not in known
    }
    return {"own": own, "brought": brought, "state": (type(row), row._state.adding, row._state.db)}


def test_a_model_that_says_how_it_comes_from_the_database_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def from_db(cls: type[Person], *how: object) -> Person:
        made = models.Model.from_db.__func__(cls, *how)  # type: ignore[attr-defined] # of a class method
        made.handle = "as it says"
        return cast(Person, made)

    monkeypatch.setattr(Person, "from_db", classmethod(from_db))
    [found] = prepared(of_key)(person("ben").pk)
    assert found.handle == "as it says"


def of_key(key: UUID) -> models.QuerySet[Person]:
    """Whoever has it."""
    return Person.objects.filter(pk=key)


def test_lists_come_as_asked_and_dictionaries_are_refused() -> None:
    ben = person("ben")

    def pairs(key: UUID) -> Rows:
        return of_key(key).values_list("joined_at", "pk")

    def keys(key: UUID) -> Rows:
        return of_key(key).values_list("pk", flat=True)

    def dictionaries(key: UUID) -> Rows:
        return of_key(key).values("pk")

    assert list(prepared(pairs)(ben.pk)) == [(Person.objects.get(pk=ben.pk).joined_at, ben.pk)]
    assert list(prepared(keys)(ben.pk)) == [ben.pk]
    with pytest.raises(TypeError, match="instances, or lists"):
        prepared(dictionaries)(ben.pk)

    def sorted_by_another(key: UUID) -> Rows:
        return of_key(key).values_list("pk").order_by("joined_at").distinct()

    with pytest.raises(TypeError, match="the columns that it asks for"):
        prepared(sorted_by_another)(ben.pk)


def test_each_is_asked_anew_and_forgets_the_answer_before() -> None:
    sessions, ben, after = Sessions(), person("ben"), now() - timedelta(days=3)
    assert list(sessions.asked(ben.pk, after, "")) == []
    Session.begin(ben, Session.Mode.OWN)
    assert len(sessions.asked(ben.pk, after, "")) == 1


def test_what_came_is_not_narrowed_counted_or_sorted_by_another_question() -> None:
    found = Sessions().asked(person("ben").pk, now(), "")
    for change in (found.all, found.count, found.exists, found.first, found.delete):
        with pytest.raises(TypeError, match="read as it is"):
            change()
    with pytest.raises(TypeError, match="read as it is"):
        found[:1]


def test_a_value_that_the_question_changes_is_refused() -> None:
    @prepared
    def yesterday(moment: datetime) -> models.QuerySet[Session]:
        return Session.objects.filter(used_at__gt=moment - timedelta(days=1))

    with pytest.raises(ValueError, match="yesterday"):
        yesterday(now())


def test_what_could_change_the_question_itself_is_no_value() -> None:
    @prepared
    def used(when: datetime | None) -> models.QuerySet[RecoveryCode]:
        return RecoveryCode.objects.filter(used_at=when)

    with pytest.raises(TypeError, match="NoneType"):
        used(None)


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_each_get_their_own() -> None:
    @prepared
    def called(key: UUID) -> models.QuerySet[Person]:
        return Person.objects.filter(pk=key)

    people = [person(f"heron-{number}").pk for number in range(20)]
    found = all_at_once(lambda number: next(iter(called(people[number % 20]))).pk)
    assert sorted(found) == sorted(people[number % 20] for number in range(len(found)))
