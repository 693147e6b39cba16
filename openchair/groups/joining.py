"""Coming in: by an open door, by asking, or by invitation."""

from django.db import IntegrityError, transaction
from django.db.models import F

from openchair.groups import telling
from openchair.groups.aliases import AliasTaken, free_alias, is_taken
from openchair.groups.models import (
    Acceptance,
    Agreement,
    Departure,
    Group,
    Invitation,
    JoinRequest,
    Membership,
)
from openchair.kit.clock import now
from openchair.people.models import Person


class MustAsk(Exception):
    """This person was removed once: a host has to say yes before they come back."""


class TooSoon(Exception):
    """The hosts said no a short while ago."""


class InvitationShut(Exception):
    """The invitation lets nobody in any more. Why is nobody's to learn: every way is told alike (S80)."""


def join(*, person: Person, group: Group, alias: str) -> Membership:
    """Come in by the open door, accepting the agreement as it stands. Who is in already stays as they are.

    Raises MustAsk for somebody who was removed, AliasTaken for a name that is another's.
    """
    with transaction.atomic():
        before = _before(person, group)
        if before and before.has_left:
            if before.departure.was_removed:
                raise MustAsk
            return _back(before, alias)
        return before or _new(person, group, alias, group.agreement)


def redeem(*, person: Person, invitation: Invitation, alias: str) -> Membership:
    """Come in by invitation. The same person twice uses it once.

    Raises InvitationShut, and what `join` raises.
    """
    with transaction.atomic():
        before = _before(person, invitation.group)
        if before and not before.has_left:
            return before
        # In first, counted after: of one person's many tries only the first gets as far as counting.
        member = join(person=person, group=invitation.group, alias=alias)
        _use(invitation)
    return member


def ask(*, person: Person, group: Group, alias: str, note: str = "") -> JoinRequest:
    """Ask the hosts. Asking again while they have not answered changes nothing.

    Raises TooSoon within 30 days of a no, AliasTaken for a name that is another's.
    """
    with transaction.atomic():
        before = _before(person, group)
        if is_taken(group, alias, besides=before):
            raise AliasTaken(alias)
        asked, new = JoinRequest.objects.get_or_create(
            group=group, person=person, defaults={"alias": alias, "note": note, "agreement": group.agreement}
        )
        if not new and asked.ask_again_at:
            _ask_again(asked, alias, note)
    return asked


def accept(*, asked: JoinRequest) -> Membership:
    """The hosts say yes: a membership under the name that was asked for, or under one close to it."""
    with transaction.atomic():
        before = _before(asked.person, asked.group)
        if before and before.has_left:
            member = _back(before, before.alias)
        else:
            alias = free_alias(asked.group, asked.alias)
            member = before or _new(asked.person, asked.group, alias, asked.agreement)
        asked.delete()
        telling.let_in(member)
    return member


def decline(*, asked: JoinRequest) -> None:
    """The hosts say no for now; the person may ask again after 30 days."""
    with transaction.atomic():
        waiting = JoinRequest.objects.waiting().select_for_update().filter(pk=asked.pk).first()
        if waiting:
            waiting.declined_at, waiting.note = now(), ""
            waiting.save(update_fields=["declined_at", "note"])


def take_back(*, asked: JoinRequest) -> None:
    """The person no longer asks."""
    JoinRequest.objects.waiting().filter(pk=asked.pk).delete()


def agree(*, membership: Membership, agreement: Agreement) -> None:
    """This member accepts this version. Accepting twice is accepting once."""
    Acceptance.objects.get_or_create(membership=membership, agreement=agreement)


def rename(*, membership: Membership, alias: str) -> None:
    """Take another name in this group. Raises AliasTaken."""
    earlier, membership.alias = membership.alias, alias
    try:
        with transaction.atomic():
            membership.save(update_fields=["alias", "alias_key"])
    except IntegrityError:
        membership.alias = earlier
        raise AliasTaken(alias) from None


def _before(person: Person, group: Group) -> Membership | None:
    # One person's acts happen one after the other, so that many at once find what the first one left.
    Person.objects.select_for_update().get(pk=person.pk)
    standing = Membership.objects.select_related("departure__removal", "hosting")
    return standing.filter(group=group, person=person).first()


def _new(person: Person, group: Group, alias: str, agreement: Agreement | None) -> Membership:
    try:
        with transaction.atomic():
            member = Membership.objects.create(group=group, person=person, alias=alias)
    except IntegrityError:
        raise AliasTaken(alias) from None
    if agreement:
        agree(membership=member, agreement=agreement)
    return member


def _back(before: Membership, alias: str) -> Membership:
    if alias != before.alias:
        rename(membership=before, alias=alias)
    Departure.objects.filter(membership=before).delete()
    agree(membership=before, agreement=before.group.agreement)
    return Membership.objects.select_related("group", "hosting").get(pk=before.pk)


def _use(invitation: Invitation) -> None:
    # Counted by what stands in its own row alone: two at once for the last use would both find it open.
    this = Invitation.objects.filter(pk=invitation.pk)
    if not (this.open().exists() and this.unspent().update(uses_left=F("uses_left") - 1)):
        raise InvitationShut


def _ask_again(asked: JoinRequest, alias: str, note: str) -> None:
    again = asked.ask_again_at
    if again and now() < again:
        raise TooSoon
    asked.alias, asked.note, asked.asked_at, asked.declined_at = alias, note, now(), None
    asked.agreement = asked.group.agreement
    asked.save()
