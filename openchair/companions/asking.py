"""Asking somebody to be one's companion, answering, and going separate ways."""

from datetime import timedelta
from typing import Final

from django.db import transaction

from openchair.companions import telling
from openchair.companions.models import Companionship
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.people.models import Person

MOST_ASKED_FOR: Final = 3  # asks of one's own that wait in one group
MOST_WAITING: Final = 5  # asks that wait for one person in one group
MOST_WAITING_NEW: Final = 2
NEW: Final = timedelta(days=30)  # since they joined the group


class TooMany(Exception):
    """Enough asks wait already. On whose side is nobody's to learn."""


@transaction.atomic
def ask(*, by: Membership, other: Membership, called: str) -> Companionship:
    """Ask once: again changes nothing, and asking whoever asked is saying yes to them.

    The two are members of one group with no block between them; the form's choices see to that.
    Raises TooMany.
    """
    _one_after_the_other(by.person, other.person)
    before = Companionship.objects.between(by.group, by.person, other.person).first()
    if before is not None and (kept := _goes_on(before, by.person)):
        return kept
    _refuse_too_many(by, other)
    Companionship.objects.between(by.group, by.person, other.person).delete()
    made = Companionship.objects.create(group=by.group, asker=by.person, asked=other.person, called=called)
    telling.asked(made)
    return made


@transaction.atomic
def accept(*, companionship: Companionship) -> None:
    """Yes. Neither sees anything of the other by it. Twice is once."""
    waiting = Companionship.objects.filter(pk=companionship.pk).waiting(now())
    if waiting.update(accepted_at=now(), set_aside_at=None):
        telling.answered(companionship)


def set_aside(*, companionship: Companionship) -> None:
    """Not now: it is out of the asked one's sight, and looks to the asker as before until it lapses."""
    Companionship.objects.filter(pk=companionship.pk, set_aside_at=None).update(set_aside_at=now())


def take_back(*, companionship: Companionship) -> None:
    """The asker asks no longer. Asking again in the two weeks brings the same one back, told to nobody."""
    waiting = Companionship.objects.filter(pk=companionship.pk, accepted_at=None)
    waiting.update(taken_back_at=now())


def end(*, companionship: Companionship, by: Person) -> None:
    """Over at once, for both. The other is not told."""
    going_on = Companionship.objects.filter(pk=companionship.pk, ended_at=None)
    going_on.update(ended_at=now(), ended_by=by)


def go_on(*, companionship: Companionship) -> None:
    """Undo the ending; what each let the other see is as it was."""
    Companionship.objects.filter(pk=companionship.pk).update(ended_at=None, ended_by=None)


def _one_after_the_other(*people: Person) -> None:
    ids = [one.pk for one in people]
    list(Person.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def _goes_on(before: Companionship, by: Person) -> Companionship | None:
    """What there is between them already, if it answers this ask; None when there has to be a new one."""
    this = Companionship.objects.filter(pk=before.pk)
    if this.standing().exists():
        return before
    mine, young = before.asker_id == by.pk, before.stands_until > now() and not before.accepted_at
    if mine and young:
        this.update(taken_back_at=None)
        return before
    if not mine and this.waiting(now()).exists():
        accept(companionship=before)
        return before
    return None


def _refuse_too_many(by: Membership, other: Membership) -> None:
    waiting = Companionship.objects.filter(group=by.group).waiting(now())
    is_new = other.joined_at > now() - NEW
    most = MOST_WAITING_NEW if is_new else MOST_WAITING
    mine, theirs = waiting.filter(asker=by.person), waiting.filter(asked=other.person)
    if mine.count() >= MOST_ASKED_FOR or theirs.count() >= most:
        raise TooMany
