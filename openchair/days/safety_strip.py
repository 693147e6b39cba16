"""What is said first when something happened: what is dangerous for the body now, by what it is about.

Pure. Sources, in our own words: WHO, Community management of opioid overdose (2014), on lost tolerance; WHO,
mhGAP intervention guide 2.0 (2016) and the NHS on stopping alcohol or sedatives: shaking, seeing or hearing
things, confusion and seizures are an emergency; WHO, Preventing suicide (2014).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from openchair.paths.about import About, Matter

_UNKNOWN = {Matter.OTHER, Matter.NOT_SAID}
_WITHDRAWAL = {Matter.ALCOHOL, Matter.SEDATIVES} | _UNKNOWN
_OVERDOSE = {Matter.OPIOIDS, Matter.SEDATIVES} | _UNKNOWN
_TAKEN = {Matter.STIMULANTS} | _WITHDRAWAL | _OVERDOSE


@dataclass(frozen=True, slots=True)
class Strip:
    """A few sentences, the most urgent first; `overdose`: what to do for one is a tap away."""

    lines: list[str]
    overdose: bool


def strip_for(abouts: Iterable[About]) -> Strip:
    """For these paths; without any, everything that could matter."""
    held = list(abouts)
    own = [one for one in held if not one.is_for_family]
    matters = {Matter(one.matter) for one in own} or (set() if held else _UNKNOWN)
    lines = [] if len(own) == len(held) else [_at_home()]
    if matters & _OVERDOSE:
        lines.append(_("Hard to wake, breathing slowly, blue lips: call the emergency number now."))
    if matters & _TAKEN:
        lines.append(
            _("After a time without, the body can take much less than before. Do not take more alone.")
        )
    if matters & _WITHDRAWAL:
        lines.append(_withdrawal())
    return Strip([*lines, _dying()], bool(matters & _OVERDOSE))


def _at_home() -> str:
    return _("Are you safe where you are? If not, go where somebody is, or call.")


def _withdrawal() -> str:
    return _(
        "Shaking, sweating, confused, seeing things, a seizure: stopping suddenly can kill. "
        "Call a doctor or the emergency number."
    )


def _dying() -> str:
    return _("Thoughts of dying? Say it to somebody now. Help now is for you too.")
