"""The one thing that matters most today. Never two, and sometimes none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openchair.groups.models import Membership
from openchair.meetings.listing import Row
from openchair.people import codes
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Thing:
    """What, why in a sentence, and the way there."""

    title: str
    why: str
    label: str
    href: str


def one_thing(person: Person, memberships: Sequence[Membership], own: Sequence[Row]) -> Thing | None:
    """Keep the way back first; then belong somewhere; then the next meeting of one's own groups."""
    return _spare_keys(person) or _first_group(memberships) or _meeting(own)


def _spare_keys(person: Person) -> Thing | None:
    if person.codes_kept_at is None:
        why = _("You said you would do it later. Without them, forgotten words lock you out for good.")
        return Thing(_("Keep your spare keys"), why, _("Keep them now"), reverse("my-codes"))
    left = codes.left(person)
    if left > codes.FEW:
        return None
    why = ngettext("You have %(num)d spare key left.", "You have %(num)d spare keys left.", left) % {
        "num": left
    }
    return Thing(_("Make new spare keys"), why, _("Make a new set"), reverse("my-codes"))


def _first_group(memberships: Sequence[Membership]) -> Thing | None:
    if memberships:
        return None
    why = _("A group is a few people who meet every week. You choose a name there, and listening is fine.")
    return Thing(_("Find a group"), why, _("See groups"), reverse("groups"))


def _meeting(own: Sequence[Row]) -> Thing | None:
    if not own:
        return None
    first = own[0]
    if first.now:
        why = _("It is on now. Listening is fine. You never have to speak.")
    else:
        why = _("It begins at %(time)s, %(zone)s.") % {
            "time": first.time,
            "zone": first.zone,
        }
    return Thing(first.name, why, _("Go to the meeting"), first.href)
