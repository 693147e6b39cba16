"""People of one's groups who may be told that something happened: the hosts of each, and anybody by name.

In a group of more than a hundred only its hosts: nobody looks for a name in such a list on a hard day.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from openchair.days import confiding
from openchair.days.recipients import Recipient, register
from openchair.groups.models import Group, Membership
from openchair.paths.models import Entry
from openchair.people.blocking import apart_from
from openchair.people.models import Person

MOST_NAMES: Final = 100


@register
def people_of_groups(person: Person) -> Iterator[Recipient]:
    """First the hosts of each group, then everybody else who is not kept apart, each by their name there."""
    members = _members(person)
    for group, held in groupby(members, key=_group):
        if hosts := [one for one in held if one.is_host]:
            name = _("The hosts of %(group)s") % {"group": group.name}
            yield Recipient(f"hosts-{group.public_id}", name, partial(_tell, hosts))
    for one in members:
        name = f"{one.alias} · {one.group.name}"
        yield Recipient(f"member-{one.public_id}", name, partial(_tell, [one]), one_of_many=True)


def _tell(members: Sequence[Membership], entry: Entry) -> None:
    for one in members:
        confiding.confide(member=one, entry=entry)


def _members(person: Person) -> list[Membership]:
    """Group by group, the names by the alphabet; for two questions to the database."""
    here = Membership.objects.current().filter(group__in=Group.objects.of(person).values("pk"))
    counted = here.values("group").annotate(many=Count("pk")).filter(many__lte=MOST_NAMES)
    shown = Q(group__in=counted.values("group")) | Q(hosting__isnull=False)
    others = here.filter(shown).apart(apart_from(person) | {person.pk})
    found = others.with_standing().select_related("group", "person")
    return sorted(found, key=lambda one: (one.group.began_at, one.group_id, one.alias.casefold()))


def _group(member: Membership) -> Group:
    return member.group
