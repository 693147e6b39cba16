"""Chips: milestones that were reached, as they are drawn."""

import hmac
from dataclasses import dataclass

from django.utils.translation import gettext as _

from openchair.kit.sealing import derived_key
from openchair.paths import saying
from openchair.paths.milestones import Coming, Milestone
from openchair.paths.picture import Picture


@dataclass(frozen=True, slots=True)
class Chip:
    """The ring with the count inside, and when it came first."""

    chip_id: str
    number: str
    unit: str
    spoken: str
    on: str


def chips_of(picture: Picture) -> list[Chip]:
    """Every milestone of the path, the oldest first. Counted anew each time, so none can be lost."""
    return [chip_of(picture, one) for one in picture.reached]


def chip_of(picture: Picture, come: Coming) -> Chip:
    """One of them."""
    count, unit = saying.of(come.milestone)
    spoken = _("A chip for %(name)s") % {"name": saying.name_of(come.milestone)}
    return Chip(chip_id(picture, come.milestone), saying.number(count), unit, spoken, saying.day(come.on))


def come_as(picture: Picture, named: str) -> Coming | None:
    """The milestone whose chip has this name in an address."""
    return next((one for one in picture.reached if chip_id(picture, one.milestone) == named), None)


def chip_id(picture: Picture, milestone: Milestone) -> str:
    """Its name in an address: the same each time, and without a word of how long somebody has come."""
    told = f"{picture.path.public_id}|{milestone.key}".encode()
    return hmac.digest(derived_key("chips"), told, "sha256")[:8].hex()
