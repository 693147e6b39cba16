"""Names inside a group."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openchair.groups.aliases import AliasTaken, free_alias, is_taken, suggestions, whats_wrong
from openchair.groups.joining import rename
from openchair.groups.models import Group, Membership
from openchair.groups.models.alias_key import KEY_LENGTH, alias_key
from openchair.groups.models.membership import ALIAS_LENGTH
from tests import recipes


@pytest.fixture
def harbour(db: None) -> Group:
    group = recipes.group(recipes.person("amara"), alias="Amara")
    recipes.member(group, recipes.person("ben"), "River")
    return group


@pytest.mark.parametrize("other", ["river", "RIVER", "R1ver", "Ríver", "Rіver", "R i v e r", "Ｒiver."])
def test_a_name_that_looks_like_anothers_is_taken(harbour: Group, other: str) -> None:
    assert is_taken(harbour, other)


@pytest.mark.parametrize("other", ["Rivers", "Riva", "リバー", "نهر"])
def test_a_name_that_looks_different_is_free(harbour: Group, other: str) -> None:
    assert not is_taken(harbour, other)


def test_vowel_signs_tell_names_apart() -> None:
    assert alias_key("किरण") != alias_key("कीरण")


def test_the_same_name_is_free_in_another_group(harbour: Group) -> None:
    other = recipes.group(recipes.person("dana"), alias="Dana")
    assert is_taken(harbour, "River") and not is_taken(other, "River")


def test_one_may_change_how_ones_own_name_is_written(harbour: Group) -> None:
    mine = recipes.called(harbour, "River")
    rename(membership=mine, alias="RIVER")
    assert harbour.memberships.get(pk=mine.pk).alias == "RIVER"


def test_renaming_to_anothers_name_is_refused_and_changes_nothing(harbour: Group) -> None:
    mine = recipes.called(harbour, "Amara")
    with pytest.raises(AliasTaken):
        rename(membership=mine, alias="r1ver")
    assert mine.alias == harbour.memberships.get(pk=mine.pk).alias == "Amara"


@pytest.mark.parametrize(
    "alias",
    [
        *("", "x", "…", "me@example.org", "0176 1234567", "Host", "M0derator", "Аdmin"),
        *("ben at example dot com", "example.com", "insta river_walker", "٠١٧٦ ١٢٣٤"),
    ],
)
def test_some_names_are_kindly_refused_everywhere(alias: str) -> None:
    assert whats_wrong(alias)


@pytest.mark.parametrize("alias", ["Bo", "River 2", "Ana María", "نهر", "水晶"])
def test_other_names_are_fine(alias: str) -> None:
    assert not whats_wrong(alias)


def test_offered_names_are_free_and_each_fits_the_rules(harbour: Group) -> None:
    for alias in suggestions(harbour):
        assert not is_taken(harbour, alias) and not whats_wrong(alias) and len(alias) <= ALIAS_LENGTH


def test_a_wished_name_that_is_taken_gets_the_first_free_number(harbour: Group) -> None:
    assert free_alias(harbour, "River") == "River 2"
    assert free_alias(harbour, "Willow") == "Willow"
    assert len(free_alias(harbour, "River")) <= ALIAS_LENGTH


def test_the_key_follows_the_name_in_bulk_too(harbour: Group) -> None:
    row = Membership(group=harbour, person=recipes.person("cleo"), alias="Wíllow")
    Membership.objects.bulk_create([row])
    assert is_taken(harbour, "willow")


@given(st.text(max_size=ALIAS_LENGTH))
@example("ﷺ" * ALIAS_LENGTH)
def test_a_key_is_steady_and_fits_its_column(alias: str) -> None:
    key = alias_key(alias)
    assert alias_key(f" {alias}. ") == key
    assert len(key) <= KEY_LENGTH


@pytest.mark.parametrize("unseen", ["\ufe0f", "\u3164", "\u115f", "\U000e0101", "\u034f"])
def test_a_sign_that_draws_nothing_makes_no_other_name(unseen: str) -> None:
    assert alias_key(f"Ama{unseen}ra{unseen}") == alias_key("Amara")
