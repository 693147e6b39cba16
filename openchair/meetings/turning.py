"""Who does not see which topic. Apps above know reasons of their own, and add them when they start."""

from __future__ import annotations

from collections.abc import Callable

from openchair.meetings.models import Topic
from openchair.people.models import Person
from openchair.people.muting import is_not_met

TurnedFrom = Callable[[Person, Topic], bool]
_reasons: list[TurnedFrom] = []


def register(reason: TurnedFrom) -> None:
    """Let `reason` keep topics out of a person's sight. Call it once, when the app starts."""
    if reason not in _reasons:
        _reasons.append(reason)


def sees(person: Person, topic: Topic) -> bool:
    """Not where the two are apart, where the person muted who chose it, nor where an app above says so."""
    if topic.person_id == person.pk:
        return True
    met = Topic.objects.filter(pk=topic.pk).exclude(is_not_met(person.pk))
    return met.exists() and not any(reason(person, topic) for reason in _reasons)
