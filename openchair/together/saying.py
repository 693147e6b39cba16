"""The numbers in words."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.meetings.saying import hour, zone_words
from openchair.paths.saying import number
from openchair.people.models.session import day_of
from openchair.together.models import Tally

IN_ORDER: Final = (Tally.Kind.HERE, Tally.Kind.CHECKED_IN, Tally.Kind.KEPT)


def lines_of(group: Group | None) -> list[str]:
    """What is said of a group, or of the whole place: the same to everybody. Nothing while they are few."""
    standing = Tally.objects.standing(now()).filter(group=group)
    numbers = {one.kind: one.number for one in standing}
    return [_line(kind, numbers[kind]) for kind in IN_ORDER if kind in numbers]


def since(zone: ZoneInfo) -> str:
    """When the day began that is meant by "today", on the reader's clock."""
    said = {"time": hour(day_of(now()), zone), "zone": zone_words(zone.key)}
    return _("%(time)s, %(zone)s") % said


def month(first: date) -> str:
    """ "November 2026"."""
    return format_date(first, "LLLL y", locale=to_locale(get_language() or "en"))


def _line(kind: str, count: int) -> str:
    said = {"number": number(count)}
    if kind == Tally.Kind.HERE:
        return _("More than %(number)s people were here today.") % said
    if kind == Tally.Kind.CHECKED_IN:
        return _("More than %(number)s people checked in today.") % said
    return _("Together, people here kept more than %(number)s days.") % said
