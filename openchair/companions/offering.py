"""Offers of companionship in a group: "I can be a companion"."""

from collections import Counter
from dataclasses import dataclass

from openchair.companions.models import Companionship, Offer
from openchair.companions.models.offer import OFFER_STANDS
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.people.blocking import apart_from
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Offered:
    """A member who can be a companion."""

    member_id: str
    name: str


def offer(*, by: Membership, capacity: int) -> None:
    """Be listed for two weeks, for so many at once. Again begins the two weeks anew."""
    until = now() + OFFER_STANDS
    Offer.objects.update_or_create(
        group=by.group, person=by.person, defaults={"capacity": capacity, "until": until}
    )


def take_back(*, by: Membership) -> None:
    """No longer listed."""
    Offer.objects.filter(group=by.group, person=by.person).delete()


def mine(by: Membership) -> Offer | None:
    """One's own, while it stands."""
    return Offer.objects.standing(now()).filter(group=by.group, person=by.person).first()


def others(person: Person, group: Group) -> list[Membership]:
    """Whom this person could ask: members who are not kept apart from them, nor beside them already."""
    standing = Companionship.objects.filter(group=group).of(person).standing()
    besides = {one for pair in standing.values_list("asker_id", "asked_id") for one in pair}
    without = apart_from(person) | besides | {person.pk}
    found = Membership.objects.current().filter(group=group).apart(without).select_related("person")
    return sorted(found, key=lambda one: one.alias.casefold())


def offers_in(group: Group, could_be_asked: list[Membership]) -> list[Offered]:
    """Of these members, those who offer and have room for one more, by the alphabet."""
    offered = dict(Offer.objects.standing(now()).filter(group=group).values_list("person_id", "capacity"))
    pairs = Companionship.objects.filter(group=group).standing().values_list("asker_id", "asked_id")
    taken = Counter(one for pair in pairs for one in pair)
    return [
        Offered(one.public_id, one.alias)
        for one in could_be_asked
        if offered.get(one.person_id, 0) > taken[one.person_id]
    ]
