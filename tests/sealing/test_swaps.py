"""A sealed value opens where it was written and nowhere else."""

from itertools import permutations

import pytest

from openchair.vault.results import Ciphertext, Tampered, Unreadable
from tests.sealing.world import Place, bytes_in, sealed_columns, sealed_places, the_world, words_in

pytestmark = pytest.mark.django_db(transaction=True)


def put(place: Place, sealed: Ciphertext) -> str:
    """What a reader sees when these bytes lie there."""
    row, field = place
    setattr(row, field.attname, sealed)
    return words_in(place)


def test_every_sealed_column_of_every_app_is_in_this_world() -> None:
    the_world()
    empty = set(sealed_columns()) - {field for _row, field in sealed_places()}

    assert not empty
    assert not [place for place in sealed_places() if isinstance(words_in(place), Unreadable)]


@pytest.mark.requirement("S05")
def test_no_value_opens_in_another_row_column_author_or_group() -> None:
    the_world()
    places = sealed_places()
    at_home = [bytes_in(place) for place in places]

    opened = [
        (there, bytes_of_one)
        for (here, bytes_of_one), (there, _bytes) in permutations(zip(places, at_home, strict=True), 2)
        if not isinstance(put(there, bytes_of_one), Tampered) and here is not there
    ]

    assert len(places) > 30 and opened == []


@pytest.mark.requirement("S05")
def test_one_flipped_bit_anywhere_in_a_value_breaks_its_seal() -> None:
    the_world()
    place = sealed_places()[0]
    sealed = bytes_in(place).sealed

    for at in range(len(sealed)):
        bent = bytes([*sealed[:at], sealed[at] ^ 1, *sealed[at + 1 :]])
        assert isinstance(put(place, Ciphertext(bent)), Tampered)
    assert not isinstance(put(place, Ciphertext(sealed)), Unreadable)  # so it was the bit


@pytest.mark.parametrize("length", [0, 1, 2, 13, 14, 29, 30])
def test_a_value_cut_short_is_no_value(length: int) -> None:
    the_world()
    place = sealed_places()[0]

    assert isinstance(put(place, Ciphertext(bytes_in(place).sealed[:length])), Tampered)


def test_what_cannot_be_read_is_kept_as_it_was_when_its_row_is_saved() -> None:
    the_world()
    row, field = place = sealed_places()[0]
    bent = Ciphertext(bytes(90))
    put(place, bent)

    setattr(row, field.attname, words_in(place))  # as a form would, that shows what it read
    row.save()

    assert bytes_in((type(row)._default_manager.get(pk=row.pk), field)) == bent


@pytest.mark.requirement("S73")
def test_lengths_tell_a_few_buckets_and_no_name_from_another() -> None:
    the_world()
    lengths = {(field.model._meta.label, field.name): set[int]() for field in sealed_columns()}
    for row, field in sealed_places():
        lengths[field.model._meta.label, field.name].add(len(bytes_in((row, field)).sealed))

    short = [found for (_, name), found in lengths.items() if name in {"alias", "name", "handle", "nickname"}]
    assert all(len(found) == 1 for found in short) and len(short) > 5
    assert {length - 30 for found in lengths.values() for length in found} <= {128, 192, 256, 512, 768}
