"""A few reminders, and something that waits, for those who can sign in."""

from openchair.groups.models import Group
from openchair.meetings.models import Series
from openchair.meetings.telling import MEETING
from openchair.notices import telling
from openchair.notices.reminding import When, remind
from openchair.people.models import Person

HALF_AN_HOUR = When(minutes_before=30)


def load_reminders(people: dict[str, Person], groups: dict[str, Group]) -> None:
    """Ben is reminded of two meetings, and of tonight's there is a line on his Today; Chidi of one."""
    evening, *others = Series.objects.filter(group=groups["harbour"], ended_at=None).order_by("next_start")[
        :2
    ]
    for person, series in ((people["Ben"], evening), *((people["Ben"], one) for one in others)):
        remind(person=person, kind=MEETING, subject=series.public_id, when=HALF_AN_HOUR)
    remind(person=people["Chidi"], kind=MEETING, subject=evening.public_id, when=When(minutes_before=60))
    telling.tell(person=people["Ben"], kind=MEETING, subject=evening.public_id)
