"""Names inside a group: whether one is free, and a few that are."""

import secrets

from django.utils.translation import gettext as _

from openchair.anonymity.finding import CONTACT, find
from openchair.groups.models import Group, Membership
from openchair.groups.models.alias_key import alias_key
from openchair.groups.models.membership import ALIAS_LENGTH

OFFERED = 3
SHORTEST = 2
# What grows, flies and shines: nobody's first name, and nothing to do with anything people take.
_NAMES = """
    Alder Amber Aspen Badger Beech Birch Bramble Breeze Brook Cedar Clover Comet Coral Cove Crane
    Cricket Curlew Delta Dune Elm Ember Falcon Fern Finch Fjord Flint Gale Glade Gull Harbour Hare
    Harvest Hazel Heather Heron Horizon Island Ivy Jasper Juniper Kestrel Lagoon Lantern Larch Lark
    Lichen Linden Linnet Lupin Lynx Magpie Maple Marsh Marten Meadow Mistral Moss Moth Oak Orchard Otter
    Owl Pebble Pine Plover Quarry Quince Rain Raven Reed Ridge River Robin Rowan Rush Sage Sparrow
    Spruce Starling Stone Summit Swallow Swift Sycamore Tern Thistle Thrush Tide Valley Violet Walnut
    Warbler Wave Willow Wren Yarrow
""".split()  # noqa: SIM905 - a list of words is read as words
# Names that would be taken for a role or for the place itself.
_ROLES = ("host", "cohost", "steward", "greeter", "chair", "admin", "administrator", "moderator", "openchair")
_ROLE_KEYS = {alias_key(role) for role in _ROLES}
_MOST_DIGITS = 5


class AliasTaken(Exception):
    """Somebody in the group has this name, or one that looks like it."""

    def __init__(self, alias: str) -> None:
        super().__init__("taken")
        self.alias = alias


def is_taken(group: Group, alias: str, besides: Membership | None = None) -> bool:
    """True when a member, or somebody who may still come back, has a name that looks like this one."""
    same = Membership.objects.filter(group=group, alias_key=Membership.key_of(alias, group))
    return same.exclude(pk=besides.pk).exists() if besides else same.exists()


def whats_wrong(alias: str) -> str:
    """What stands against a name whoever is in the group, as a sentence; empty when nothing does."""
    key = alias_key(alias)
    if len(key) < SHORTEST:
        return _("Please choose a name of two letters or more.")
    many_digits = sum(letter.isdigit() for letter in alias) > _MOST_DIGITS
    if "@" in alias or many_digits or any(one.kind in CONTACT for one in find(alias)):
        return _("This looks like an address or a number. Choose a name that does not lead to you.")
    if key in _ROLE_KEYS:
        return _("This name could be taken for a role. Please choose another.")
    return ""


def suggestions(group: Group | None = None) -> list[str]:
    """A few names nobody in the group has; any three for a group that is not there yet."""
    taken = set(group.memberships.values_list("alias_key", flat=True)) if group else set()
    free = [name for name in _NAMES if not group or Membership.key_of(name, group) not in taken]
    return sorted(secrets.SystemRandom().sample(free, min(OFFERED, len(free))))


def free_alias(group: Group, wished: str) -> str:
    """The wished name, or the wished name with the first number that is free."""
    number, alias = 1, wished
    while is_taken(group, alias):
        number += 1
        alias = f"{wished[: ALIAS_LENGTH - len(str(number)) - 1]} {number}"
    return alias
