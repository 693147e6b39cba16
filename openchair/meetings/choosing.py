"""A member chooses what one date of a meeting is to be about."""

from datetime import datetime

from django.db import transaction

from openchair.groups.models import Membership
from openchair.meetings.claiming import Taken, coming, leave_some
from openchair.meetings.models import Series, Topic
from openchair.meetings.turning import sees
from openchair.people.models import Person


@transaction.atomic
def choose(*, series: Series, start: datetime, membership: Membership, words: str) -> None:
    """The date that starts at `start` is about `words`. Again changes one's own.

    Raises Taken, NotRead and Enough.
    """
    occurrence = coming(series, start)
    before = Topic.objects.filter(occurrence=occurrence, membership=membership)
    leave_some(occurrence, membership, has_it=before.exists)
    told = {"membership": membership, "person": membership.person, "group": series.group, "words": words}
    topic, new = Topic.objects.select_for_update().get_or_create(occurrence=occurrence, defaults=told)
    if topic.membership_id != membership.pk:
        if not topic.membership.has_left:
            raise Taken
        topic.delete()
        Topic.objects.create(occurrence=occurrence, **told)
    elif not new:
        topic.words = words
        topic.save(update_fields=["words"])


@transaction.atomic
def take_back(*, series: Series, start: datetime, membership: Membership) -> None:
    """One's own, or, for a host of the group, anybody's. Twice is once."""
    those = Topic.objects.filter(occurrence__series=series, occurrence__starts_at=start)
    (those if membership.is_host else those.filter(membership=membership)).delete()


def topic_of(series: Series, start: datetime) -> Topic | None:
    """What that date is about, while whoever chose it is here."""
    those = Topic.objects.filter(occurrence__series=series, occurrence__starts_at=start)
    return those.filter(membership__departure=None).select_related("membership").first()


def topic_for(person: Person, series: Series, start: datetime) -> Topic | None:
    """As `topic_of`, where this person sees it."""
    topic = topic_of(series, start)
    return topic if topic and sees(person, topic) else None
