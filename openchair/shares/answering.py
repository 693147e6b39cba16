"""What others are offered to answer a share with: the group's rule and the writer's need decide together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group
from openchair.shares.told import Need


@dataclass(frozen=True, slots=True)
class Composer:
    """A field to answer in: what it asks for, and a line that helps to stay with that."""

    label: str | Promise
    hint: str | Promise


_OWN: Final = Composer(
    _("Your own experience"), _("Speak of yourself, and of what helped you. No advice is asked for.")
)
# Whoever wrote the share may add to it below, where words are asked for.
ADDED: Final = Composer(_("Add something"), _("Whoever sees your share can read it."))
_ASKED: Final = {
    "": Composer(_("Your reply"), _("Say first what you heard. You do not have to have an answer.")),
    Need.EXPERIENCE: _OWN,
    Need.COURAGE: Composer(_("A kind word"), _("They asked for encouragement. A sentence is enough.")),
    Need.IDEAS: Composer(
        _("An idea"), _("They asked for ideas. Offer one as you would like to be offered it.")
    ),
    Need.SOMEONE: Composer(
        _("Your reply"), _("They would like to talk to someone. You could say when you are there.")
    ),
}


def composer_for(group: Group, need: str) -> Composer | None:
    """The field that is offered; None where there are responses alone.

    Where nobody answers anybody, the only words offered are one's own experience, to whoever asked for it.
    Whoever wants to be listened to gets no words back in any group.
    """
    if need == Need.LISTEN:
        return None
    if group.crosstalk == Group.Crosstalk.NONE:
        return _OWN if need == Need.EXPERIENCE else None
    return _ASKED[Need(need) if need else ""]
