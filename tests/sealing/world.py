"""Rows in every sealed column of every app, of several people and two groups."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import models

from openchair.companions.letting_know import let_know
from openchair.companions.tests.scene import companions, membership
from openchair.gatherings.tests.scene import a_meeting_for_days
from openchair.groups import resting
from openchair.kit.clock import now
from openchair.meetings import choosing as topics
from openchair.meetings.cancelling import cancel
from openchair.meetings.models import Series
from openchair.paths.tests.scene import a_path_with_a_setback
from openchair.people.models import Passkey
from openchair.roster import debriefing
from openchair.safety.tests.scene import an_open_floor, tell_of
from openchair.shares.tests.scene import a_few_shares
from openchair.stories.tests.scene import a_few_stories
from openchair.together.choosing import Chosen, choose
from openchair.together.stages import Stage
from openchair.vault.checks import ours
from openchair.vault.fields import Sealed
from openchair.vault.results import Ciphertext
from tests import recipes
from tests.cast import Cast
from tests.matrix.owned import known, of_days
from tests.told import everything_told

Place = tuple[models.Model, Sealed]


def the_world() -> Cast:
    """Amara's Harbour in the middle of a meeting, a second group, and something sealed in every column."""
    scene = an_open_floor()
    cast = scene.cast
    tell_of(scene, scene.ben, scene.chidi)
    tell_of(scene, scene.chidi, scene.ben)
    morning = recipes.group(cast.dana, alias="Dana", name="Morning", purpose="Before work.")
    recipes.ask(morning, cast.ben, "Benjamin", note="May I come too?")
    recipes.ask(morning, cast.chidi, "Chidiebere", note="I would like to come.")
    series = scene.room.occurrence.series
    span = next(series.upcoming(now() + timedelta(days=2)))
    cancel(series=series, start=span.start, by=recipes.host_of(cast.harbour), why="Ill")
    _served(cast, series, now() + timedelta(days=9))
    for somebody in (cast.chidi, cast.eli):
        recipes.remove(cast.harbour.memberships.get(person=somebody), f"For {somebody.handle} to read.")
    for somebody in (cast.amara, cast.ben):
        ids = {"holder": os.urandom(64), "credential": os.urandom(32)}
        Passkey.objects.create(person=somebody, public_key=b"key", nickname="Phone", **ids)
    _companions(cast)
    for writer, reader in ((cast.amara, cast.ben), (cast.ben, cast.amara)):
        a_few_shares(cast.harbour, writer, reader)
        a_few_stories(cast.harbour, writer, reader)
        a_meeting_for_days(cast.harbour, cast.amara, writer, reader)
    recipes.member(morning, cast.amara, "Dunnock")
    a_few_shares(morning, cast.dana, cast.amara)
    a_few_stories(morning, cast.dana, cast.amara)
    a_meeting_for_days(morning, cast.dana, cast.dana, cast.amara)
    for somebody in (cast.amara, cast.ben):
        of_days(somebody)
        everything_told(somebody, series.public_id)
        choose(member=membership(cast.harbour, somebody), chosen=Chosen(around=Stage.MONTH))
    known(cast.amara, cast.harbour, cast.ben)
    known(cast.ben, cast.harbour, cast.amara)
    return cast


def _served(cast: Cast, series: Series, since: datetime) -> None:
    """Amara and Ben chose a topic each, and said something after they had welcomed people."""
    dates = islice(series.upcoming(since), 2)
    for span, somebody in zip(dates, (cast.amara, cast.ben), strict=True):
        member = cast.harbour.memberships.select_related("group", "person").get(person=somebody)
        topics.choose(series=series, start=span.start, membership=member, words=f"For {somebody.handle}")
        debriefing.add(by=member, words=f"It was long for {somebody.handle}.")
        resting.ask(group=cast.harbour, person=somebody.pk, reason=f"Rest, {somebody.handle}.")


def _companions(cast: Cast) -> None:
    """Amara and Ben know something of each other, and each calls it in a word of their own."""
    for asker, other in ((cast.amara, cast.ben), (cast.ben, cast.dana)):
        group = cast.harbour
        if other == cast.dana:
            recipes.member(group, other, "Dunlin")
        pair = companions(group, asker, other, f"whom {asker.handle} calls")
        entry = a_path_with_a_setback(asker)[1]
        let_know(companionship=pair, person=asker, entry=entry)


def sealed_columns() -> list[Sealed]:
    """Every sealed column there is."""
    return [field for model in ours() for field in _sealed_in(model)]


def sealed_places() -> list[Place]:
    """Every row and column that holds something sealed."""
    return [(row, field) for field in sealed_columns() for row in field.model._default_manager.all()]


def bytes_in(place: Place) -> Ciphertext:
    """What lies in the database there."""
    row, field = place
    held: Ciphertext = row.__dict__[field.attname]
    return held


def words_in(place: Place) -> str:
    """What a reader sees there."""
    row, field = place
    seen: str = getattr(row, field.attname)
    return seen


def _sealed_in(model: type[models.Model]) -> Iterator[Sealed]:
    return (field for field in model._meta.concrete_fields if isinstance(field, Sealed))
