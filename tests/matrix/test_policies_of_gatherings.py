"""Who opens a meeting for days, who runs it, and who changes what was said there."""

import pytest
from django.http import Http404

from openchair.gatherings import policy as of_gatherings
from openchair.gatherings.models import Gathering
from openchair.gatherings.tests.scene import passed
from openchair.shares import holding
from openchair.shares.models import Hold
from tests.matrix.test_policies import HOSTS, MEMBERS, OF_HOSTS, OF_MEMBERS, Open, allowed
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S09")]
IN_GROUPS: dict[str, Open] = {"gathering.list": OF_MEMBERS, "gathering.open": OF_HOSTS}
# In harbour; the host has the chair, and "member" greets.
WITH_GATHERINGS: dict[str, set[str]] = {
    **dict.fromkeys(("gathering.read", "gathering.write", "gathering.serve"), MEMBERS),
    **dict.fromkeys(("gathering.run", "gathering.put_right"), HOSTS),
    "gathering.greet": HOSTS | {"member"},
}


@pytest.mark.parametrize("act", of_gatherings.GROUP_POLICY.table)
def test_acts_of_opening_in_a_group(world: World, act: str) -> None:
    corners = ("harbour", "beacon", "cove")
    found = tuple(allowed(world, of_gatherings.GROUP_POLICY, act, corner) for corner in corners)
    assert found == IN_GROUPS[act]


@pytest.mark.parametrize("act", of_gatherings.POLICY.table)
def test_acts_in_a_meeting_for_days(world: World, act: str) -> None:
    for corner, open_to in (("harbour", WITH_GATHERINGS[act]), ("cove", set[str]())):
        found = set()
        for who, person in world.people.items():
            one = Gathering.objects.get_or_404(public_id=world.values(corner)["gathering_id"])
            if of_gatherings.POLICY.allows(person, act, one):
                found.add(who)
        assert found == open_to
        with pytest.raises(Http404):
            of_gatherings.door(world.people["visitor"], act, str(world.values(corner)["gathering_id"]))


def changers(world: World, corner: str, name: str = "turn-edit.share_id") -> set[str]:
    """Who may change it."""
    found = set()
    for who, person in world.people.items():
        share = of_gatherings.turn_of(str(world.values(corner)[name]))
        if of_gatherings.TURN_POLICY.allows(person, "turn.change", share):
            found.add(who)
    return found


def test_a_turn_is_changed_by_its_writer_while_it_is_open_or_a_host_has_to_look(
    world: World,
) -> None:
    assert changers(world, "harbour") == {"member"} and changers(world, "cove") == set()
    assert changers(world, "harbour", "share_id") == set()
    gathering = Gathering.objects.get(public_id=world.values("harbour")["gathering_id"])
    passed(gathering, 24 * 7)
    assert changers(world, "harbour") == set()
    holding.hold(what=of_gatherings.turn_of(str(world.values("harbour")["turn-edit.share_id"])))
    assert changers(world, "harbour") == {"member"}
    Hold.objects.filter(share__turn__gathering=gathering).delete()
