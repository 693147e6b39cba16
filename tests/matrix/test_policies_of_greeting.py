"""Who sees what waits, who settles who welcomes people, and who keeps a share for themselves for a while."""

import pytest

from openchair.greeting import policy as of_greeting
from openchair.roster import policy as of_roster
from openchair.shares.models import Share
from tests.matrix.test_policies import HOSTS, OF_HOSTS, OF_MEMBERS, Open, allowed
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S09")]
GREETING_IN_GROUPS: dict[str, Open] = {
    "queue.read": (HOSTS | {"seated"}, HOSTS | {"seated"}, set()),
    **dict.fromkeys(("greeters.choose", "patience.set"), OF_HOSTS),
    "help.choose": OF_MEMBERS,
}
WITH_GREETING: dict[str, tuple[str, set[str]]] = {
    "share.take_on": ("share_id", HOSTS | {"seated"}),
    "share.let_go": ("share-taking-ending.share_id", {"seated"}),
}


@pytest.mark.parametrize("act", of_greeting.GROUP_POLICY.table)
def test_acts_of_welcoming_in_a_group(world: World, act: str) -> None:
    corners = ("harbour", "beacon", "cove")
    found = tuple(allowed(world, of_greeting.GROUP_POLICY, act, corner) for corner in corners)
    assert found == GREETING_IN_GROUPS[act]


def test_the_roster_is_for_those_who_welcome_people(world: World) -> None:
    corners = ("harbour", "beacon", "cove")
    found = tuple(allowed(world, of_roster.GROUP_POLICY, "roster.use", corner) for corner in corners)
    assert found == (HOSTS | {"seated"}, HOSTS | {"seated"}, set())


@pytest.mark.parametrize("act", of_greeting.POLICY.table)
def test_acts_with_a_share_that_waits(world: World, act: str) -> None:
    name, expected = WITH_GREETING[act]
    for corner, open_to in (("harbour", expected), ("cove", set[str]())):
        share_id = str(world.values(corner)[name])
        found = set()
        for who, person in world.people.items():
            if of_greeting.POLICY.allows(person, act, share_of(share_id)):
                found.add(who)
        assert found == open_to


def share_of(share_id: str) -> Share:
    """Looked up anew for each who asks, as each of their visits does."""
    found = Share.objects.get_or_404(public_id=share_id)
    found.group.known = {}
    return found
