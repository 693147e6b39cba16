"""Saying yes in a group, three times over and each time anew: to be counted, celebrated, known to others."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.paths.models import Path
from openchair.together.models import Around, Celebrating, Counted, SheetHolder
from openchair.together.stages import Stage


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody said in a group. None is no; a stage is one that they said themselves."""

    counted: Path | None = None
    celebrating: Path | None = None
    around: Path | Stage | None = None


def chosen_by(member: Membership) -> Chosen:
    """For their eyes alone."""
    mine = {"group": member.group, "person": member.person}
    found = [model.objects.filter(**mine).select_related("path").first() for model in (Counted, Celebrating)]
    counted, celebrating = (one.path if one else None for one in found)
    around = Around.objects.filter(**mine).select_related("path").first()
    return Chosen(counted, celebrating, (around.path or said_stage(around)) if around else None)


@transaction.atomic
def choose(*, member: Membership, chosen: Chosen) -> None:
    """Let it be so from now on. A no takes the row away at once; the same again changes nothing."""
    before = chosen_by(member)
    mine = {"group": member.group, "person": member.person}
    for model, path, was in (
        (Counted, chosen.counted, before.counted),
        (Celebrating, chosen.celebrating, before.celebrating),
    ):
        if path != was:
            model.objects.filter(**mine).delete()
            if path:
                model.objects.create(**mine, path=path, since=now())
    if chosen.around != before.around:
        Around.objects.filter(**mine).delete()
        if chosen.around:
            Around.objects.create(**mine, **_place(chosen.around))


def forget() -> None:
    """Delete what people said in groups that they left for good."""
    there = Membership.objects.filter(group=OuterRef("group"), person=OuterRef("person"))
    for model in (Counted, Celebrating, Around, SheetHolder):
        model.objects.filter(~Exists(there)).delete()


def said_stage(around: Around) -> Stage | None:
    """The stage that somebody said themselves; None where it is not one, or cannot be read."""
    return next((one for one in Stage if one == str(around.stage)), None)


def _place(around: Path | Stage) -> dict[str, object]:
    return {"stage": around.value} if isinstance(around, Stage) else {"path": around, "stage": ""}
