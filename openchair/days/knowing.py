"""Who knows of a moment, and who will: for the page of whoever told it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from openchair.companions.models import Companionship, Word
from openchair.companions.naming import name_of_other
from openchair.days.models import Confided, Later
from openchair.days.recipients import Recipient
from openchair.kit.clock import now
from openchair.paths.models import Entry
from openchair.paths.saying import day
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Knows:
    """One of them; `undo` is where taking it back is sent, `when` the day on which they will be told."""

    keys: tuple[str, ...]
    name: str
    undo: str
    when: str = ""


def those_who_know(entry: Entry, person: Person) -> list[Knows]:
    """Companions and members of groups who were told."""
    return [*_companions(entry, person), *_members(entry)]


def those_who_will(entry: Entry, recipients: list[Recipient]) -> list[Knows]:
    """Who is to be told on a later day."""
    names = {one.key: one.name for one in recipients}
    waiting = Later.objects.standing().filter(entry=entry)
    return [
        Knows(
            (str(one.to),),
            names[str(one.to)],
            reverse("moment-later-withdrawal", args=[entry.public_id, one.public_id]),
            day(one.on),
        )
        for one in waiting
        if str(one.to) in names
    ]


def _companions(entry: Entry, person: Person) -> Iterator[Knows]:
    beside = Companionship.objects.standing()
    words = Word.objects.standing(now()).filter(entry=entry, companionship__in=beside)
    told = words.select_related("companionship__group")
    for one in told:
        pair = one.companionship
        undo = reverse("companion-word-withdrawal", args=[pair.public_id])
        yield Knows((pair.public_id,), name_of_other(pair, person), undo)


def _members(entry: Entry) -> Iterator[Knows]:
    told = Confided.objects.standing(now()).filter(entry=entry).select_related("member__group")
    for one in told:
        undo = reverse("moment-word-withdrawal", args=[entry.public_id, one.public_id])
        yield Knows(
            (f"member-{one.member.public_id}",), f"{one.member.alias} · {one.member.group.name}", undo
        )
