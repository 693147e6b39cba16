"""The end of a gathering: by itself, or with a kind line before its time; and what becomes of the turns."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from openchair.gatherings import wording
from openchair.gatherings.models import Draft, Gathering
from openchair.gatherings.models.gathering import PUT_AWAY_AFTER
from openchair.gatherings.models.turn import DRAFT_STANDS
from openchair.gatherings.models.wording import LINE
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.shares.models import Share


@transaction.atomic
def close(*, gathering: Gathering, by: Membership, line: str) -> bool:
    """Close it now; False when it is over already."""
    kept = Gathering.objects.select_for_update().get(pk=gathering.pk)
    if kept.is_over:
        return False
    kept.closed_at = now()
    kept.save(update_fields=["closed_at"])
    wording.write(gathering=kept, by=by, place=LINE, words=line)
    return True


def put_away(moment: datetime) -> None:
    """Thirty days after the end each turn stays with its writer alone, where that was said at the start."""
    due = Gathering.objects.over(moment).filter(after=Gathering.After.AWAY, put_away_at=None)
    for one in due:
        if one.end + PUT_AWAY_AFTER <= moment:
            _put_away(one, moment)


def forget(moment: datetime) -> None:
    """Drafts that nobody went on with."""
    Draft.objects.filter(begun_at__lte=moment - DRAFT_STANDS, gathering__ends_at__lte=moment).delete()


@transaction.atomic
def _put_away(gathering: Gathering, moment: datetime) -> None:
    Share.objects.filter(turn__gathering=gathering).update(audience=Share.Audience.ME)
    Gathering.objects.filter(pk=gathering.pk).update(put_away_at=moment)
