"""What stands in addresses and pages tells no order, no age and no number of anything (S74)."""

import re
from uuid import UUID

import pytest
from django.urls import reverse

from openchair.kit import ids
from openchair.rooms.tests.scene import Scene, the_scene
from tests.cast import client_of

pytestmark = pytest.mark.django_db(transaction=True)

ANY_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBERED = re.compile(r'(?:href|action|id|value)="[^"]*(?:/|=|-)\d{1,12}(?:/|")')
# Numbers that are no row's: dates and pages, and answers one chooses from (days, minutes, seats).
COUNTED = re.compile(
    r'(?:value|id)="(?:id_)?[a-z_-]*\d{1,3}"|page=\d+|/static/|datetime|value="\d{4}-\d\d-\d\d"'
)


def pages(scene: Scene) -> list[str]:
    group, meeting = scene.cast.harbour.public_id, scene.room.occurrence.series.public_id
    named = [("group", group), ("group-people", group), ("group-hosts", group), ("group-invitations", group)]
    named += [("meeting", meeting), ("room", scene.room.public_id)]
    plain = ["today", "groups", "meetings", "me", "my-sessions", "my-passkeys", "blocked"]
    return [reverse(name, args=[one]) for name, one in named] + [reverse(name) for name in plain]


@pytest.mark.requirement("S74")
def test_no_page_shows_a_number_of_a_row_or_an_id_that_tells_when_it_was_made() -> None:
    scene = the_scene()
    amara = client_of(scene.cast.amara)
    shown = {path: amara.get(path) for path in pages(scene)}

    assert {path for path, answer in shown.items() if answer.status_code != 200} == set()
    told = {path: answer.content.decode() for path, answer in shown.items()}
    assert {UUID(one).version for page in told.values() for one in ANY_UUID.findall(page)} <= {4}
    numbers = [one for page in told.values() for one in NUMBERED.findall(page) if not COUNTED.search(one)]
    assert numbers == []


@pytest.mark.requirement("S74")
def test_ids_are_random_letters_with_seventy_eight_bits_and_in_no_order() -> None:
    made = [ids.public_id() for _one in range(2_000)]

    assert len(set(made)) == 2_000 and made != sorted(made)
    assert {len(one) for one in made} == {16}
    for place in range(16):
        assert len({one[place] for one in made}) == 30  # every letter anywhere: 30 ** 16 is more than 2 ** 78
