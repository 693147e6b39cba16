"""A person's own day, as their home has it (`people/own_days.py`), for whoever asks for a page."""

from datetime import date, datetime, timedelta

from openchair.people.own_days import Home
from openchair.people.requests import Request
from openchair.people.settling import home_of, moment_here, today_of


def own_day(request: Request) -> date:
    """What day it is for whoever asks."""
    return today_of(request.person, request.place)


def clock_of(request: Request) -> datetime:
    """What the wall at their home shows."""
    return moment_here(request.place).astimezone(home_of(request.person, request.place).clock)


def end_of(day: date, home: Home) -> datetime:
    """The instant, in UTC, at which an own day ends, which is where the next begins."""
    return home.instant(day + timedelta(days=1), home.rollover)
