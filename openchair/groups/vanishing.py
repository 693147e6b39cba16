"""Going from every group at once, because the account ends; and coming back while that can be undone."""

from datetime import datetime

from django.db import transaction

from openchair.groups import streams
from openchair.groups.models import (
    Closing,
    Departure,
    Group,
    Hosting,
    Invitation,
    JoinRequest,
    Membership,
    Succession,
)
from openchair.people.models import Person


def hosted_alone(person: Person) -> list[Group]:
    """The groups that would be without a host if this person went."""
    mine = Membership.objects.hosts().filter(person=person, group__closing=None).select_related("group")
    others = Membership.objects.hosts().exclude(person=person)
    return [one.group for one in mine if not others.filter(group=one.group_id).exists()]


@transaction.atomic
def vanish(*, person: Person, at: datetime) -> None:
    """Nobody meets this person in a group any more. `at` marks what is undone by `reappear`.

    A group that would be without a host is handed to the member who was there longest; one in which nobody
    is left closes. Doing it twice is doing it once.
    """
    JoinRequest.objects.filter(person=person).delete()
    Invitation.objects.filter(made_by__person=person).delete()
    Succession.objects.filter(membership__person=person).delete()
    for membership in Membership.objects.current().filter(person=person):
        group = Group.objects.select_for_update().get(pk=membership.group_id)
        hosts = Hosting.objects.filter(membership=membership).exists()
        Departure.objects.get_or_create(membership=membership, defaults={"at": at})
        streams.membership_ended(membership)
        if hosts:
            _keep_hosted(group, at)


@transaction.atomic
def reappear(*, person: Person, at: datetime) -> None:
    """Undo `vanish` of that moment: the person is in their groups as before.

    Whoever looked after a group for now is relieved; whoever said that they want to host does so beside them.
    """
    Departure.objects.own().filter(membership__person=person, at=at).delete()
    mine = Membership.objects.hosts().filter(person=person).values_list("group", flat=True)
    for_now = Succession.objects.filter(membership__group__in=list(mine)).exclude(membership__person=person)
    Hosting.objects.filter(membership__in=list(for_now.values_list("membership", flat=True))).delete()
    for_now.delete()
    Closing.objects.filter(group__memberships__person=person, by=None, at=at).delete()


def take_name_off(former: Membership) -> None:
    """Nobody reads it any more. What finds it stays, so that nobody else is taken for them."""
    former.alias = former.public_id
    former.save(update_fields=["alias"])


def say_yes(*, membership: Membership) -> None:
    """Whoever looks after the group for now goes on doing so."""
    Succession.objects.filter(membership=membership).delete()


def _keep_hosted(group: Group, at: datetime) -> None:
    current = Membership.objects.current().filter(group=group)
    if current.hosts().exists():
        return
    eldest = current.order_by("joined_at", "pk").first()
    if eldest is None:
        Closing.objects.get_or_create(group=group, defaults={"at": at})
        return
    Hosting.objects.get_or_create(membership=eldest)
    Succession.objects.get_or_create(membership=eldest)
