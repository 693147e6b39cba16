"""Harbour on a Tuesday noon: Amara hosts it, Chidi and Ben welcome people there."""

from datetime import UTC, datetime, time

from django.test import Client

from openchair.greeting.tests.scene import greets
from openchair.groups.models import Membership
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from openchair.roster import standing
from openchair.roster.models import Shift
from openchair.roster.rota import rota_for
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)  # a Tuesday
TONIGHT = NOON.replace(hour=20)
TUESDAY = 1


def those_who_welcome() -> Cast:
    cast = the_cast()
    greets(cast.harbour, cast.ben)
    greets(cast.harbour, cast.chidi)
    return cast


def me(cast: Cast, name: str) -> Membership:
    """This member of Harbour."""
    person: Person = getattr(cast, name)
    return member_of(cast.harbour, person)


def is_here(cast: Cast, name: str, weekday: int = TUESDAY, hour: int = 20, zone: str = "UTC") -> Shift:
    """An hour each week."""
    wall = time(hour)
    return standing.be_here(membership=me(cast, name), weekday=weekday, wall=wall, minutes=60, zone=zone)


def holder(cast: Cast, shift: Shift, start: datetime = TONIGHT, seen_by: str = "amara") -> str:
    """Who is here then, as this one sees it; empty while somebody is looked for."""
    slot = rota_for(getattr(cast, seen_by), cast.harbour).slot(shift, start)
    return slot.holder.alias if slot and slot.holder else ""


def browser(cast: Cast, name: str) -> Client:
    """Theirs."""
    return client_of(getattr(cast, name))


def where(cast: Cast, more: str = "roster/") -> str:
    """An address of Harbour."""
    return f"/groups/{cast.harbour.public_id}/{more}"


def said(cast: Cast, name: str, more: str = "roster/") -> str:
    """What a page says to them; empty where there is none."""
    answer = browser(cast, name).get(where(cast, more))
    return text_of(answer.content) if answer.status_code == 200 else ""
