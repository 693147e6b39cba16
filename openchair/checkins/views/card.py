"""The check-in on Today."""

from dataclasses import dataclass
from datetime import date

from openchair.checkins.finding import on
from openchair.checkins.forms import CheckInForm
from openchair.checkins.own_day import own_day
from openchair.checkins.pledging import Standing, standing
from openchair.checkins.told import Told
from openchair.kit.clock import now
from openchair.people.requests import Request


@dataclass(frozen=True, slots=True)
class Card:
    """What Today asks, or says when it is done.

    `told` is None until then, and where it cannot be read; `form` is None from then on.
    """

    day: date
    done: bool
    told: Told | None
    form: CheckInForm | None
    pledge: Standing


def card_of(request: Request) -> Card:
    """Two questions to the database, however many days were written."""
    day = own_day(request)
    kept = on(request.person, day)
    form = None if kept else CheckInForm(None, today=day, initial={"day": day})
    return Card(day, kept is not None, kept.says if kept else None, form, standing(request.person, now()))
