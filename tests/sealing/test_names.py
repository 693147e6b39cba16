"""What is sealed cannot be searched, sorted, listed or changed by a query."""

import ast
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db.models import Case, Count, F, Max, QuerySet, When
from django.db.models.functions import Lower

from openchair.groups.models import Membership
from openchair.people.models import Person
from openchair.vault.checks import columns_say_what_they_hold, faults, ours
from openchair.vault.fields import Sealed, SealedNameError
from tests.architecture.rules import tree
from tests.cast import the_cast
from tests.sealing.world import sealed_columns

pytestmark = pytest.mark.django_db

Ask = Callable[[QuerySet[Any], str], object]
ASKED: list[Ask] = [
    lambda rows, name: list(rows.filter(**{name: "words"})),
    lambda rows, name: list(rows.exclude(**{f"{name}__icontains": "words"})),
    lambda rows, name: rows.get(**{f"{name}__in": ["words"]}),
    lambda rows, name: rows.order_by(name),
    lambda rows, name: rows.order_by(f"-{name}"),
    lambda rows, name: rows.order_by(Lower(name)),
    lambda rows, name: rows.order_by(F(name).desc()),
    lambda rows, name: rows.values(name),
    lambda rows, name: rows.values(told=F(name)),
    lambda rows, name: rows.values_list(name, flat=True),
    lambda rows, name: rows.annotate(last=Max(name)),
    lambda rows, name: rows.alias(last=Lower(name)),
    lambda rows, name: rows.aggregate(Max(name)),
    lambda rows, name: rows.annotate(told=Case(When(pk=None, then=F(name)))),
    lambda rows, name: rows.update(**{name: "words"}),
    lambda rows, name: rows.bulk_update([], [name]),
    lambda rows, name: rows.get_or_create(defaults=None, **{name: "words"}),
]


@pytest.mark.parametrize("field", sealed_columns(), ids=str)
def test_every_question_about_a_sealed_name_is_refused(field: Sealed) -> None:
    for ask in ASKED:
        with pytest.raises(SealedNameError):
            ask(field.model._default_manager.all(), field.name)


def test_so_is_one_through_another_row() -> None:
    the_cast()
    for ask in ASKED[:14]:
        with pytest.raises(SealedNameError):
            ask(Membership.objects.all(), "group__name")


# A model without sealed columns has a queryset of Django's own, which would sort by the bytes of another's.
ASKS = {"order_by", "values", "values_list", "annotate", "aggregate", "alias", "update", "distinct", "dates"}


def through_others(text: str) -> Iterator[str]:
    """Each path that leads through another row to a sealed name and is given to a query."""
    names = {one.name for one in sealed_columns()}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS:
            told = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
            paths = [one for one in told if isinstance(one, str) and "__" in one]
            yield from (one for one in paths if one.rpartition("__")[2] in names)


def test_no_query_of_ours_sorts_or_lists_what_another_row_sealed() -> None:
    ours_alone = [name for name in tree.python() if "tests/" not in name]
    assert len(ours_alone) > 200
    assert {name: found for name in ours_alone if (found := list(through_others(tree.read(name))))} == {}


def test_that_rule_can_fail() -> None:
    assert list(through_others('Session.objects.order_by("-person__handle")'))
    assert list(through_others('rows.annotate(last=Max("membership__alias"))'))
    assert not list(through_others('Session.objects.order_by("person__joined_at")'))


def test_no_model_is_ordered_by_what_is_sealed() -> None:
    names = {one.name for one in sealed_columns()}
    for model in ours():
        assert not names & {str(one).lstrip("-").rpartition("__")[2] for one in model._meta.ordering or ()}, (
            model
        )


def test_whether_there_is_anything_may_be_asked() -> None:
    the_cast()
    assert Person.objects.filter(handle__isnull=False).count() == 5


def test_nothing_is_computed_from_sealed_bytes() -> None:
    the_cast()
    rows: QuerySet[Any] = Person.objects.all()
    with pytest.raises(FieldError):
        list(rows.filter(handle__year=2026))
    with pytest.raises(FieldError):
        list(rows.filter(handle__lower__exact="amara"))
    assert rows.alias(n=Count("pk")).count() == 5
    assert rows.aggregate(all=Count("pk"))["all"] == rows.annotate(n=Count("pk")).count() == 5


def test_every_text_column_says_what_it_holds() -> None:
    assert columns_say_what_they_hold(None) == []
    assert len(ours()) > 20


def test_one_that_says_nothing_is_named() -> None:
    silent = Membership._meta.get_field("public_id")
    held = silent.__dict__.pop("holds")
    try:
        assert [said.split(":")[0] for said in faults(Membership)] == ["groups.Membership.public_id"]
    finally:
        silent.__dict__["holds"] = held
