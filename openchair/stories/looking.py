"""What in a story could lead to its writer, for their own eyes; and what a newcomer does not place yet.

A story is written over days and stays for years: no host is asked to look. It waits as a draft until the
first weeks are over, or goes at once without what leads out of here.
"""

from __future__ import annotations

from openchair.groups.models import Group, Membership
from openchair.groups.newcomers import is_new
from openchair.stories.models import Story
from openchair.stories.told import Told
from openchair.support.pointing import Guard, Pointed


def pointed_in(told: Told, group: Group) -> Pointed | None:
    """What is found in the title, the headings and the words; None when there is nothing."""
    parts = [told.about.title, *(part for one in told.sections for part in (one.heading, one.words))]
    return Guard(group).at("\n".join(parts), told.about.other)


def waits(writer: Membership, pointed: Pointed | None, audience: str) -> bool:
    """Is it too early for others to read this? Never for hosts alone, nor after the first weeks."""
    leads_out = pointed is not None and pointed.leads_out
    return leads_out and audience == Story.Audience.GROUP and is_new(writer)
