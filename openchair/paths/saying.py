"""Paths in words: what stands beside the ring, and what a number means."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext, to_locale
from django.utils.translation import gettext as _

from openchair.kit.ways import way
from openchair.paths.about import First
from openchair.paths.calendar import months_between
from openchair.paths.ledger import Precision
from openchair.paths.milestones import Milestone, Unit
from openchair.paths.picture import Picture
from openchair.paths.reckoning import Run

YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Face:
    """The ring and the words beside it. `number` is empty where its owner wants none; `spoken` says all."""

    href: str
    label: str
    number: str
    small: str
    spoken: str
    title: str
    lines: list[str]
    filled: int


def face(picture: Picture) -> Face:
    """What Today and the list of paths show."""
    href = way("path", picture.path.public_id)
    label = picture.about.label
    if picture.about.first == First.NONE:
        return Face(href, label, "", "", label, "", [], 0)
    run, kept = this_time(picture), in_all(picture)
    kept_first = picture.about.first == First.KEPT
    title, other = (
        (kept or run, run if kept else "") if kept_first else (run, "" if _is_same(picture) else kept)
    )
    number, small = _big(picture, kept_first=kept_first)
    lines = [line for line in (other, within_plan(picture), coming(picture)) if line]
    return Face(href, label, number, small, f"{label}: {title}", title, lines, picture.seats)


def in_all(picture: Picture) -> str:
    """ "200 days kept in all"; nothing before the first is over."""
    days = picture.reckoning.kept
    if not days:
        return ""
    said = {"num": number(days)}
    if not picture.is_exact:
        return ngettext("About %(num)s day kept in all", "About %(num)s days kept in all", days) % said
    return ngettext("%(num)s day kept in all", "%(num)s days kept in all", days) % said


def this_time(picture: Picture) -> str:
    """ "41 days this time", in the owner's word; or why nothing is counted."""
    counted = picture.reckoning
    if counted.has_ended and counted.current is None:
        return _("Put away")
    if counted.begins_on:
        return _("Begins on %(date)s") % {"date": day(counted.begins_on)}
    if counted.is_paused:
        return _("Resting, with %(span)s this time") % {"span": span(picture, counted.current)}
    return _said_of_run(picture)


def span(picture: Picture, run: Run | None) -> str:
    """How long a run is: hours at first, days, or "about 7 months" where its start is about."""
    hours = picture.reckoning.hours(picture.now) if run is picture.reckoning.current else None
    if hours is not None:
        return ngettext("%(num)d hour", "%(num)d hours", hours) % {"num": hours}
    if run is None or run.is_exact:
        return days(picture.reckoning.number(run))
    months = months_between(run.since, min(run.stop or picture.reckoning.today, picture.reckoning.today))
    if run.began.precision == Precision.YEAR or months >= 2 * YEAR:
        years = max(months // YEAR, 1)
        return ngettext("about %(num)d year", "about %(num)d years", years) % {"num": years}
    return ngettext("about %(num)d month", "about %(num)d months", months) % {"num": months}


def within_plan(picture: Picture) -> str:
    """ "21 of 24 days within your plan this month"; empty for other kinds of path."""
    if not picture.about.is_a_plan:
        return ""
    within, counted = picture.reckoning.this_month()
    said = {"within": within, "num": counted}
    if not counted:
        return _("This month has just begun")
    return (
        ngettext(
            "%(within)d of %(num)d day within your plan this month",
            "%(within)d of %(num)d days within your plan this month",
            counted,
        )
        % said
    )


def coming(picture: Picture) -> str:
    """ "Next milestone: 60 days"."""
    ahead = picture.next
    return _("Next milestone: %(name)s") % {"name": name_of(ahead.milestone)} if ahead else ""


def name_of(milestone: Milestone) -> str:
    """ "24 hours", "30 days", "18 months", "2 years"."""
    count, unit = of(milestone)
    return f"{number(count)} {unit}"


def of(milestone: Milestone) -> tuple[int, str]:
    """The count, and the word for its unit as it stands beside the count."""
    count = milestone.count
    if milestone.unit is Unit.HOURS:
        return count, ngettext("hour", "hours", count)
    if milestone.unit is Unit.DAYS:
        return count, ngettext("day", "days", count)
    if count % YEAR == 0:
        return count // YEAR, ngettext("year", "years", count // YEAR)
    return count, ngettext("month", "months", count)


def days(count: int) -> str:
    """ "1 day", "1,204 days"."""
    return ngettext("%(num)s day", "%(num)s days", count) % {"num": number(count)}


def number(count: int | Decimal) -> str:
    """A number as the reader's language writes it."""
    return _written(count, get_language() or "en")


@lru_cache(maxsize=4000)
def _written(count: int | Decimal, language: str) -> str:
    return format_decimal(count, locale=_known(language))


def day(on: date) -> str:
    """ "3 May 2026"."""
    return format_date(on, "d MMMM y", locale=_locale())


def dated(on: date, precision: Precision) -> str:
    """A date as well as it is known: "3 May 2026", "around May 2026", "around 2026"."""
    if precision == Precision.DAY:
        return day(on)
    shape = "MMMM y" if precision == Precision.MONTH else "y"
    return _("around %(date)s") % {"date": format_date(on, shape, locale=_locale())}


def saved(picture: Picture) -> str:
    """What the days kept left in the pocket; empty when its owner does not ask."""
    amount = picture.about.saved(picture.reckoning.kept)
    if amount is None:
        return ""
    return f"{picture.about.currency} {format_decimal(amount, format='#,##0.00', locale=_locale())}".strip()


def share(picture: Picture, window: int) -> str:
    """ "27 of the last 30"."""
    kept, counted = picture.reckoning.share(window)
    return _("%(kept)d of the last %(num)d") % {"kept": kept, "num": counted} if counted else ""


def _said_of_run(picture: Picture) -> str:
    hours = picture.reckoning.hours(picture.now)
    if hours == 0 or (hours is None and not picture.reckoning.number()):
        return _("This time begins today")
    said = {"span": span(picture, picture.reckoning.current), "word": picture.about.word}
    return _("%(span)s %(word)s this time") % said if picture.about.word else _("%(span)s this time") % said


def _is_same(picture: Picture) -> bool:
    """Is this time all there ever was?"""
    return len(picture.reckoning.runs) == 1 and picture.reckoning.kept == picture.reckoning.number()


def _big(picture: Picture, *, kept_first: bool) -> tuple[str, str]:
    """The number inside the ring, and its unit."""
    hours = None if kept_first else picture.reckoning.hours(picture.now)
    if hours:
        return number(hours), ngettext("hour", "hours", hours)
    count = picture.reckoning.kept if kept_first else picture.reckoning.number()
    if hours == 0 or count == 0:  # a nought never stands as a headline
        return (_("Day one"), "") if picture.reckoning.begins_on is None else ("", "")
    return number(count), ngettext("day", "days", count)


def _locale() -> Locale:
    """The reader's."""
    return _known(get_language() or "en")


@lru_cache(maxsize=100)
def _known(code: str) -> Locale:
    """That of a language; of one that Babel does not know in this shape, the language alone."""
    try:
        return Locale.parse(to_locale(code))
    except UnknownLocaleError:
        return Locale.parse(code.partition("-")[0])
