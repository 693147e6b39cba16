"""Who sees a story, said a second time in plain words, and tried for everybody there could be."""

from collections.abc import Callable
from itertools import product
from typing import Final

import pytest
from django.db import transaction

from openchair.groups.hosting import make_host
from openchair.groups.models import Norms
from openchair.people.blocking import block
from openchair.people.muting import mute
from openchair.stories.models import Story
from openchair.stories.policy import POLICY
from openchair.stories.seeing import reader_of, stories_for
from openchair.stories.tests.scene import written
from tests.cast import Cast, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
BETWEEN: Final[dict[str, Callable[[Cast], None]]] = {
    "nothing": lambda _cast: None,
    "the reader blocked": lambda cast: block(person=cast.chidi, other=cast.ben),
    "the writer blocked": lambda cast: block(person=cast.ben, other=cast.chidi),
    "the reader muted": lambda cast: mute(person=cast.chidi, other=cast.ben, met_as=""),
    "the writer muted": lambda cast: mute(person=cast.ben, other=cast.chidi, met_as=""),
}


def should_see(audience: str, named: str, role: str, between: str, *, before: bool) -> bool:
    """Chidi reads, Ben wrote. `before`: what stands between them was there when it was placed."""
    is_for_them = {"group": True, "hosts": role == "host", "me": False}[audience]
    sees_name = named == "alias" or (named == "hosts" and role == "host")
    apart = between.endswith("blocked")
    if not is_for_them or (apart and before):
        return False
    return not (sees_name and (apart or between == "the reader muted"))


@pytest.fixture
def cast() -> Cast:
    made = the_cast()
    Norms.objects.create(group=made.harbour, unnamed="nobody")
    return made


@pytest.mark.requirement("S10")
@pytest.mark.parametrize("role", ["host", "member"])
@pytest.mark.parametrize("between", BETWEEN)
def test_everybody_sees_what_is_for_them_and_nothing_else(cast: Cast, role: str, between: str) -> None:
    if role == "host":
        make_host(membership=member_of(cast.harbour, cast.chidi))
    for audience, named, before in product(Story.Audience.values, Story.Named.values, (True, False)):
        expected = should_see(audience, named, role, between, before=before)
        with transaction.atomic():
            found = ways_to_see(cast, audience, named, BETWEEN[between], before=before)
            transaction.set_rollback(True)
        assert found == {expected}, f"{audience}, {named}, before: {before}"


def ways_to_see(
    cast: Cast, audience: str, named: str, come_between: Callable[[Cast], None], *, before: bool
) -> set[bool]:
    """Does Chidi see what Ben wrote, in the library and by its address?"""
    if before:
        come_between(cast)
    story = written(cast.harbour, cast.ben, audience=audience, named=named)
    if not before:
        come_between(cast)
    reader = reader_of(cast.chidi, member_of(cast.harbour, cast.chidi))
    in_library = stories_for(reader).filter(pk=story.pk).exists()
    return {in_library, POLICY.allows(cast.chidi, "story.read", story)}
