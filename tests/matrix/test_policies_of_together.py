"""Who reads the numbers of a group, says yes in it, and sees and gives the sheet of its birthday night."""

import pytest

from openchair.together import policy as of_together
from tests.matrix.test_policies import HOSTS, OF_HOSTS, OF_MEMBERS, Open, allowed
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S09")]
TOGETHER_IN_GROUPS: dict[str, Open] = {
    **dict.fromkeys(("numbers.read", "around.read", "yes.say"), OF_MEMBERS),
    "sheet.read": (HOSTS | {"seated"}, HOSTS | {"seated"}, set()),
    "sheet.give": OF_HOSTS,
}


@pytest.mark.parametrize("act", of_together.GROUP_POLICY.table)
def test_acts_of_being_together_in_a_group(world: World, act: str) -> None:
    corners = ("harbour", "beacon", "cove")
    found = tuple(allowed(world, of_together.GROUP_POLICY, act, corner) for corner in corners)
    assert found == TOGETHER_IN_GROUPS[act]
