"""What stands on Today: each thing a person was told, in a sentence, with a way to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.notices import kinds
from openchair.notices.models import Notice
from openchair.notices.models.notice import NoticeQuerySet
from openchair.people.models import Person

MOST = 5


@dataclass(frozen=True, slots=True)
class Told:
    """One line, and where it leads."""

    public_id: str
    line: str
    href: str


_NONE: Mapping[tuple[str, str], str] = {}


def told_to(person: Person, known: Mapping[tuple[str, str], str] = _NONE) -> list[Told]:
    """What still stands and is still due, the newest first, a few at most; not what Today shows itself.

    `known`: the sentence of a kind and its subject, where the page has looked at the thing anyway.
    """
    moment, said = now(), dict(known)
    standing = list(_standing(person.pk, moment))
    for name, subjects in _to_ask(standing, known).items():
        kind = kinds.named(name)
        lines = kind.sentences(person, subjects, moment) if kind else {}
        said |= {(name, subject): line for subject, line in lines.items()}
    told = (_told(one, said.get((one.kind, one.subject))) for one in standing)
    return [one for one in told if one][:MOST]


def _to_ask(standing: Sequence[Notice], known: Mapping[tuple[str, str], str]) -> dict[str, list[str]]:
    """For each kind, the subjects of which it is to say the sentence."""
    asked: dict[str, list[str]] = {}
    for one in standing:
        if (one.kind, one.subject) not in known:
            asked.setdefault(one.kind, []).append(one.subject)
    return asked


def _told(one: Notice, line: str | None) -> Told | None:
    kind = kinds.named(one.kind)
    return Told(one.public_id, line, kind.link(one.subject)) if kind and line is not None else None


@prepared
def _standing(person: UUID, moment: datetime) -> NoticeQuerySet:
    return Notice.objects.filter(person=person).standing(moment)[: 2 * MOST]
