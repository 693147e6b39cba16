"""All that is kept about a person, from the upper floors down; the person last."""

from itertools import chain
from typing import Final

from openchair.checkins.privacy import KEPT as IN_CHECKINS
from openchair.companions.privacy import KEPT as OF_COMPANIONS
from openchair.days.privacy import KEPT as ON_DAYS
from openchair.gatherings.privacy import KEPT as IN_GATHERINGS
from openchair.greeting.privacy import KEPT as IN_GREETING
from openchair.groups.privacy import KEPT as IN_GROUPS
from openchair.kit.privacy import Kept
from openchair.meetings.privacy import KEPT as IN_MEETINGS
from openchair.notices.privacy import KEPT as IN_NOTICES
from openchair.paths.privacy import KEPT as ON_PATHS
from openchair.people.models import Person
from openchair.people.privacy import KEPT as ITSELF
from openchair.rooms.privacy import KEPT as IN_ROOMS
from openchair.roster.privacy import KEPT as ON_ROSTERS
from openchair.safety.privacy import KEPT as IN_SAFETY
from openchair.shares.privacy import KEPT as IN_SHARES
from openchair.stories.privacy import KEPT as IN_STORIES
from openchair.together.privacy import KEPT as TOGETHER

EVERYTHING: Final[tuple[Kept[Person], ...]] = tuple(
    chain(
        *(ON_ROSTERS, IN_GATHERINGS, IN_SAFETY, ON_DAYS, IN_GREETING, TOGETHER),
        *(IN_ROOMS, IN_SHARES, IN_STORIES, OF_COMPANIONS, IN_MEETINGS),
        IN_CHECKINS,
        *(ON_PATHS, IN_GROUPS, IN_NOTICES, ITSELF),
    )
)
