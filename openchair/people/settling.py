"""Where a person counts their days: asked once, changed freely, and no day is ever lost by it."""

from datetime import date, datetime

from openchair.kit.clock import now
from openchair.people import moving_home
from openchair.people.models import Person, Place
from openchair.people.own_days import Home, offset_of, steady


def home_of(person: Person, place: Place) -> Home:
    """Their home; until they choose one, the zone of their pages, or else the place's."""
    zone = person.home_zone or person.zone or place.zone
    return Home(zone, person.home_offset, person.rollover, person.not_before)


def moment_here(place: Place) -> datetime:
    """The present instant, which never goes back by less than three days."""
    return steady(now(), place.known_at)


def today_of(person: Person, place: Place) -> date:
    """The person's own date."""
    return home_of(person, place).day(moment_here(place))


def settle(*, person: Person, place: Place, zone: str, rollover: int) -> None:
    """Count their days there from now on; the date that they know stays until the new one reaches it."""
    before = home_of(person, place)
    moment = moment_here(place)
    after = Home(zone, offset_of(zone, moment), rollover)
    shown = before.day(moment) if person.home_zone else after.day(moment)
    person.home_zone, person.home_offset, person.rollover = zone, after.offset, rollover
    person.not_before = shown if shown > after.day(moment) else None
    person.save(update_fields=["home_zone", "home_offset", "rollover", "not_before"])
    moving_home.moved(person)


def note_the_time() -> None:
    """Remember how late it has been here, against a clock that is set back."""
    moment, place = now(), Place.objects.filter(pk=1)
    known = place.values_list("known_at", flat=True).first()
    if known is None or steady(moment, known) == moment:
        place.update(known_at=moment)
