"""Reminders in words: what they are about, how they come, and when next."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from babel.dates import format_date
from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import get_language, ngettext, to_locale
from django.utils.translation import gettext as _

from openchair.kit.clock import now
from openchair.notices import kinds
from openchair.notices.home import home_zone
from openchair.notices.kinds import OWN, Kind
from openchair.notices.models import Reminder
from openchair.notices.timing import EVERY_DAY
from openchair.people.models import Person

_HOUR, _DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Line:
    """One reminder, or one that could be set: where it is set, its name, and how it comes."""

    href: str
    name: str
    note: str


def reminders_of(person: Person) -> list[Line]:
    """The person's own, the next one first; those of a kind that is no more are passed over."""
    zone, lines = home_zone(person), []
    for one in sorted(person.reminders.all(), key=lambda one: (one.next_at is None, one.next_at, one.pk)):
        kind = kinds.named(one.kind)
        name = kind.name_of(person, one.subject) if kind else None
        if kind is not None and name is not None:
            lines.append(Line(_set_at(kind, one.subject), name or str(kind.title), comes(one, zone)))
    return lines


def offers_to(person: Person) -> list[Line]:
    """What somebody could be reminded of without starting from a thing, and is not yet."""
    has = set(person.reminders.filter(subject=OWN).values_list("kind", flat=True))
    free = (kind for kind in kinds.every() if kind.alone and kind.name not in has)
    return [Line(_set_at(kind, OWN), str(kind.title), "") for kind in free]


def comes(reminder: Reminder, zone: tzinfo) -> str:
    """How it comes, and when next: "Daily at 20:00 · next tomorrow"."""
    kind = kinds.named(reminder.kind)
    if kind and kind.on_its_days and reminder.wall:
        return _("On its day, at %(time)s") % {"time": f"{reminder.wall:%H:%M}"}
    if reminder.wall is None:
        how = before(reminder.minutes_before or 0)
    else:
        how = _("%(days)s at %(time)s") % {"days": days(reminder.weekdays), "time": f"{reminder.wall:%H:%M}"}
    if reminder.next_at is None:
        return how + " · " + _("nothing to come for now")
    return how + " · " + _("next %(day)s") % {"day": _day(reminder.next_at, zone)}


def before(minutes: int) -> str:
    """How long before, in words."""
    if minutes == 0:
        return _("When it begins")
    number, rest = divmod(minutes, _DAY)
    if rest == 0:
        return ngettext("%(num)d day before", "%(num)d days before", number) % {"num": number}
    number, rest = divmod(minutes, _HOUR)
    if rest == 0:
        return ngettext("%(num)d hour before", "%(num)d hours before", number) % {"num": number}
    return ngettext("%(num)d minute before", "%(num)d minutes before", minutes) % {"num": minutes}


def days(weekdays: int) -> str:
    """The days in words: "Daily", or "Mon, Wed"."""
    if weekdays == EVERY_DAY:
        return _("Daily")
    return ", ".join(str(WEEKDAYS_ABBR[day]) for day in range(7) if weekdays >> day & 1)


def _day(at: datetime, zone: tzinfo) -> str:
    """The date at home: "today 20:00", "tomorrow 20:00", "Tuesday, 1 December 20:00"."""
    local, today = at.astimezone(zone), now().astimezone(zone).date()
    near = {today: _("today"), today + timedelta(days=1): _("tomorrow")}
    locale = to_locale(get_language() or "en")
    day = near.get(local.date()) or format_date(local, "EEEE, d MMMM", locale=locale)
    return f"{day} {local:%H:%M}"


def _set_at(kind: Kind, subject: str) -> str:
    return reverse("reminder", args=[kind.name, subject])
