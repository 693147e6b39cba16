"""What a companion sees of the other today: nothing, but for what was given and written.

A day without a check-in, a thing withdrawn and one never given all come to no line at all, so that the page
of the companion is the same, byte for byte. Only today is looked at: a line of yesterday that
vanished would tell that something was withdrawn.
"""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from openchair.checkins.finding import on
from openchair.checkins.words import MOODS, said
from openchair.companions.models import Companionship, Showing, Word
from openchair.companions.showing import shown
from openchair.kit.clock import now
from openchair.paths.picture import pictures_of
from openchair.paths.saying import name_of
from openchair.people.models import Person, Place
from openchair.people.settling import today_of

ITEM = Showing.Item


def lines_of(companionship: Companionship, owner: Person, place: Place) -> list[str]:
    """What the other sees of `owner` today, a sentence each."""
    given = shown(companionship=companionship, by=owner)
    return [*_of_the_day(given, owner, place), *_of_paths(given, owner, place)]


def has_a_word(companionship: Companionship, owner: Person) -> bool:
    """Did `owner` want the other to know that something happened, and does it still stand?"""
    if ITEM.HAPPENED not in shown(companionship=companionship, by=owner):
        return False
    return Word.objects.standing(now()).filter(companionship=companionship, person=owner).exists()


def _of_the_day(given: Collection[str], owner: Person, place: Place) -> Iterator[str]:
    if not {ITEM.CHECKED_IN, ITEM.MOOD, ITEM.CRAVING}.intersection(given):
        return
    today = on(owner, today_of(owner, place))
    told = today.says if today else None
    if told is None:
        return
    if ITEM.CHECKED_IN in given:
        yield _("Checked in today")
    if ITEM.MOOD in given:
        yield _("Mood: %(mood)s") % {"mood": said(MOODS, told.mood)}
    if ITEM.CRAVING in given and told.craving is not None:
        yield _("Craving: %(number)d of 10") % {"number": told.craving}


def _of_paths(given: Collection[str], owner: Person, place: Place) -> Iterator[str]:
    """Milestones that came today. On which path is never told, nor that a new run began."""
    if ITEM.MILESTONES not in given:
        return
    for picture in pictures_of(owner, place):
        if not picture.reckoning.has_ended:
            for one in picture.told_to_others:
                yield _("A milestone today: %(name)s") % {"name": name_of(one.milestone)}
