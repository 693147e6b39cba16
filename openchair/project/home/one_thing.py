"""The one thing that matters most today. Never two, and sometimes none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openchair.groups.models import Membership
from openchair.kit.ways import way
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
    """Keep the way back first; then belong somewhere; then the next meeting of one's own groups.

    A membership may know as `spare_keys` how many its person has left; else that is asked.
    """
    return _spare_keys(person, memberships) or _first_group(memberships) or _meeting(own)


def _spare_keys(person: Person, memberships: Sequence[Membership]) -> Thing | None:
    if person.codes_kept_at is None:
        why = _("You said you would do it later. Without them, forgotten words lock you out for good.")
        return Thing(_("Keep your spare keys"), why, _("Keep them now"), way("my-codes"))
    known = [one.__dict__["spare_keys"] for one in memberships if "spare_keys" in one.__dict__]
    left = known[0] if known else codes.left(person)
    if left > codes.FEW:
        return None
    why = ngettext("You have %(num)d spare key left.", "You have %(num)d spare keys left.", left) % {
        "num": left
    }
    return Thing(_("Make new spare keys"), why, _("Make a new set"), way("my-codes"))


def _first_group(memberships: Sequence[Membership]) -> Thing | None:
    if memberships:
        return None
    why = _("A group is a few people who meet every week. You choose a name there, and listening is fine.")
    return Thing(_("Find a group"), why, _("See groups"), way("groups"))


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
